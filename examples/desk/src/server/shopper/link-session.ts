import type { Id } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import { LINK_LASTS } from '../mail/resume-link.js'
import { sha256 } from '../secrets.js'
import type { Claim } from './authenticate.js'

const DAY = 24 * 60 * 60_000
/** How long a session that a mailed link was exchanged for may go unused, in milliseconds: ninety days. */
export const SESSION_LASTS = 90 * DAY

/** The conversations that such a session opens; nothing where there is none, or not any more. Its secret is 256 random bits, and is found by its hash. */
export async function findLinkSession(
  queries: Queries,
  { site, owner, secret }: Claim,
  now: number,
): Promise<ReadonlySet<Id> | null> {
  const [row] = await queries.query<{ conversations: string }>(
    'select conversations from resumed where site_id = $1 and owner = $2 and secret_hash = $3 and used > $4',
    [site, owner, sha256(secret), now - SESSION_LASTS],
  )
  return row ? new Set(JSON.parse(row.conversations) as Id[]) : null
}

/** A conversation that such a session has opened itself is its own, too. */
export async function grant(queries: Queries, { site, owner, secret }: Claim, conversation: Id): Promise<void> {
  const hash = sha256(secret)
  const [row] = await queries.query<{ conversations: string }>(
    'select conversations from resumed where site_id = $1 and owner = $2 and secret_hash = $3 for update',
    [site, owner, hash],
  )
  if (!row) return
  const conversations = [...new Set([...(JSON.parse(row.conversations) as Id[]), conversation])]
  await queries.query('update resumed set conversations = $4 where site_id = $1 and owner = $2 and secret_hash = $3', [
    site,
    owner,
    hash,
    JSON.stringify(conversations),
  ])
}

/**
 * Notes that such sessions are in use, each once a day at most, and answers the hashes of those that have not ended. Not for a
 * transaction that has not locked their owners: it would hold what who has locked them waits for.
 */
export async function useLinkSessions(queries: Queries, hashes: readonly string[], now: number): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const these = 'secret_hash in (select json_array_elements_text($1::json)) and used > $2'
  const rows = await queries.query<{ secret_hash: string; used: number }>(
    `select secret_hash, used from resumed where ${these}`,
    [JSON.stringify(hashes), now - SESSION_LASTS],
  )
  const stale = rows.filter(({ used }) => used < now - DAY).map(({ secret_hash }) => secret_hash)
  if (stale.length > 0)
    await queries.query(`update resumed set used = $3 where ${these} and used < $3`, [
      JSON.stringify(stale),
      now - SESSION_LASTS,
      now,
    ])
  return new Set(rows.map(({ secret_hash }) => secret_hash))
}

/** Removes the sessions that have ended. Never one whose link could still be followed: its row is what says that it was. */
export async function forgetEndedSessions(queries: Queries, now: number): Promise<void> {
  await queries.query('delete from resumed where used <= $1 and at <= $2', [now - SESSION_LASTS, now - LINK_LASTS])
}
