import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import { newSecret } from '../secrets.js'

/** What a resume link says, signed by the desk. `nonce` is the mail's name: one mail, one use. */
export interface Resume {
  readonly conversation: Id
  readonly nonce: Id
  /** Milliseconds since 1970. */
  readonly expires: number
}

/** How long a link in a mail may be followed, in milliseconds: fourteen days. */
export const LINK_LASTS = 14 * 24 * 60 * 60_000

/** The site's key for its links, made when the first one is. Every process reads the same. */
export async function readLinkKey(queries: Queries, site: string): Promise<string> {
  await queries.query(`insert into settings (site_id, name, value) values ($1, 'link-key', $2) on conflict do nothing`, [
    site,
    JSON.stringify(newSecret()),
  ])
  const [row] = await queries.query<{ value: string }>(`select value from settings where site_id = $1 and name = 'link-key'`, [
    site,
  ])
  if (!row) throw new Error('The site has no key for its links.')
  return JSON.parse(row.value) as string
}

/** The token that a link carries. It names no shopper and holds no secret of theirs. */
export function signResume(key: string, site: string, { conversation, nonce, expires }: Resume): string {
  const said = `${conversation}.${nonce}.${expires.toString(36)}`
  return `${said}.${sign(key, site, said)}`
}

/** What a token says, if this desk has signed it for this site; whether it is still good is another question. */
export function verifyResume(key: string, site: string, token: string): Resume | null {
  const match = /^([\w-]{22,64})\.([\w-]{22,64})\.([\da-z]{1,12})\.([\w-]{43})$/.exec(token)
  if (!match) return null
  const [, conversation = '', nonce = '', expires = '', signature = ''] = match
  const wanted = Buffer.from(sign(key, site, `${conversation}.${nonce}.${expires}`))
  const given = Buffer.from(signature)
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return null
  return { conversation, nonce, expires: Number.parseInt(expires, 36) }
}

function sign(key: string, site: string, said: string): string {
  // The purpose is part of what is signed: nothing else that this key may ever sign is a link.
  return createHmac('sha256', key).update(`resume\0${site}\0${said}`).digest('base64url')
}
