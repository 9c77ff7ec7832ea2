import type { Id } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import { notFound, Refusal } from '../http/refusal.js'
import type { Answer } from '../http/route.js'
import type { Conversation } from '../log/conversation.js'
import { newId } from '../secrets.js'
import { type Access, opens } from '../shopper/authenticate.js'
import { sniffPicture } from './sniff.js'

/** Keeps a shopper's picture, and answers with its name for later. */
export async function keepUpload(
  queries: Queries,
  site: string,
  owner: Id,
  file: { readonly bytes: Uint8Array; readonly name: string; readonly at: number },
): Promise<{ readonly upload: Id }> {
  const picture = sniffPicture(file.bytes)
  if (!picture) throw new Refusal(415, { error: 'not_an_image' })
  const upload = newId()
  await queries.query('insert into uploads (site_id, upload, owner, type, name, bytes, at) values ($1, $2, $3, $4, $5, $6, $7)', [
    site,
    upload,
    owner,
    picture.type,
    file.name,
    file.bytes,
    file.at,
  ])
  return { upload }
}

/** A picture for its owner, or, without an owner, for the site's agents: those see what was put into a conversation. */
export async function serveUpload(
  queries: Queries,
  site: string,
  upload: string,
  shopper?: { readonly owner: Id } & Access,
): Promise<Answer> {
  const [row] = await queries.query<{ type: string; bytes: Uint8Array; conversation: Id | null }>(
    `select type, bytes, conversation from uploads where site_id = $1 and upload = $2
     and (owner = $3::text or ($3::text is null and conversation is not null))`,
    [site, upload, shopper?.owner ?? null],
  )
  if (!row || (shopper && row.conversation !== null && !(await isShownTo(queries, site, shopper, upload, row.conversation))))
    throw notFound()
  return {
    headers: {
      'Content-Type': row.type,
      'Content-Disposition': `attachment; filename="picture.${row.type.slice(6)}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
    body: row.bytes,
  }
}

/** Whether a session opens one of the conversations that a picture was put into, `first` before all. */
async function isShownTo(queries: Queries, site: string, access: Access, upload: Id, first: Id): Promise<boolean> {
  if (opens(access, first)) return true
  const again = await queries.query<{ conversation: Id }>(
    'select conversation from uploads_shown_again where site_id = $1 and upload = $2',
    [site, upload],
  )
  return again.some(({ conversation }) => opens(access, conversation))
}

/**
 * Ties the shopper's own upload to the conversation, so that the site's agents may see it. Whoever came by a mailed link has nothing
 * to do with pictures of conversations that they do not open.
 */
export async function bindUpload(
  queries: Queries,
  { site_id, owner, conversation }: Conversation,
  access: Access,
  upload: Id,
): Promise<boolean> {
  const [row] = await queries.query<{ conversation: Id | null }>(
    'select conversation from uploads where site_id = $1 and upload = $2 and owner = $3 for update',
    [site_id, upload, owner],
  )
  if (!row) return false
  const first = row.conversation
  if (first === null)
    await queries.query('update uploads set conversation = $3 where site_id = $1 and upload = $2', [
      site_id,
      upload,
      conversation,
    ])
  else if (!(await isShownTo(queries, site_id, access, upload, first))) return false
  else if (first !== conversation)
    await queries.query(
      'insert into uploads_shown_again (site_id, upload, conversation) values ($1, $2, $3) on conflict do nothing',
      [site_id, upload, conversation],
    )
  return true
}

/** Removes pictures that were never put into a conversation. */
export async function forgetOrphans(queries: Queries, now: number): Promise<void> {
  await queries.query('delete from uploads where conversation is null and at < $1', [now - 24 * 60 * 60_000])
}
