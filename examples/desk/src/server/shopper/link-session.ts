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
 * Notes that such sessions are in use, each once a day at most, and answers those that have not ended. Not for a transaction that has
 * not locked their owners: it would hold what who has locked them waits for.
 */
export async function useLinkSessions<Session extends Claim>(
  queries: Queries,
  sessions: readonly Session[],
  now: number,
): Promise<ReadonlySet<Session>> {
  const alive = await readUsed(queries, sessions, now)
  const stale = [...alive].flatMap(([session, used]) => (used < now - DAY ? [session] : []))
  if (stale.length > 0)
    await queries.query(`update resumed set used = $3 from ${THESE} and used < $3`, [rowsOf(stale), now - SESSION_LASTS, now])
  return new Set(alive.keys())
}

/** Sessions that have not ended, by all that their index has: whoever has locked their owner is waited for meanwhile. */
const THESE = `json_to_recordset($1::json) as these(place integer, site text, owner text, hash text)
  where site_id = site and resumed.owner = these.owner and secret_hash = hash and used > $2`

const rowsOf = (sessions: readonly Claim[]) =>
  JSON.stringify(sessions.map(({ site, owner, secret }, place) => ({ place, site, owner, hash: sha256(secret) })))

/** When those of some sessions that have not ended were last used. */
async function readUsed<Session extends Claim>(
  queries: Queries,
  sessions: readonly Session[],
  now: number,
): Promise<ReadonlyMap<Session, number>> {
  if (sessions.length === 0) return new Map()
  const rows = await queries.query<{ place: number; used: number }>(`select place, used from resumed, ${THESE}`, [
    rowsOf(sessions),
    now - SESSION_LASTS,
  ])
  return new Map(rows.flatMap(({ place, used }) => (sessions[place] ? [[sessions[place], used] as const] : [])))
}

/** Removes the sessions that have ended. Never one whose link could still be followed: its row is what says that it was. */
export async function forgetEndedSessions(queries: Queries, now: number): Promise<void> {
  await queries.query('delete from resumed where used <= $1 and at <= $2', [now - SESSION_LASTS, now - LINK_LASTS])
}
