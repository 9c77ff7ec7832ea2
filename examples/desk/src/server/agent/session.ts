import type { Id } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import { Refusal } from '../http/refusal.js'
import { countAgainst, uncount } from '../limits.js'
import { asDisplayName, asText, fieldsOf } from '../parse.js'
import { newId, newSecret, sha256 } from '../secrets.js'

/** An agent who is signed in. */
export interface AgentSession {
  readonly site: string
  readonly agent: Id
  readonly name: string
  readonly tokenHash: string
  /** Milliseconds since 1970. */
  readonly expires: number
}

/** The cookie's name. */
export const AGENT_COOKIE = 'shopbell_agent'
/** A working day. */
export const SESSION_LASTS = 12 * 60 * 60_000

/** How agents come in. `check` is absent where the desk has no password; that is only ever so on this machine. */
export interface Door {
  readonly site: string
  readonly check: ((password: string) => Promise<boolean>) | null
}

/** Signs an agent in by password and name, and answers with the token for the cookie. The database keeps its hash. */
export async function signIn(
  queries: Queries,
  door: Door,
  value: unknown,
  address: string,
  now: number,
): Promise<{ readonly session: AgentSession; readonly token: string }> {
  const refused = new Refusal(401, { error: 'signed-out', passwordRequired: door.check !== null })
  const read = fieldsOf(value)
  const name = asDisplayName(read('name'))
  const password = asText(read('password') ?? '', 1_000)
  if (door.check) {
    const limits = [{ name: `login/${address}`, most: 10, per: 15 * 60_000 }]
    if (!(await countAgainst(queries, door.site, limits, now))) throw new Refusal(429, { error: 'rate_limited' })
    if (!(await door.check(password))) throw refused
    await uncount(queries, door.site, limits)
  }
  await queries.query('insert into agents (site_id, agent, name, created) values ($1, $2, $3, $4) on conflict do nothing', [
    door.site,
    newId(),
    name,
    now,
  ])
  const [row] = await queries.query<{ agent: Id }>('select agent from agents where site_id = $1 and name = $2', [door.site, name])
  if (!row) throw refused
  const token = newSecret()
  const tokenHash = sha256(token)
  await queries.query('delete from agent_sessions where site_id = $1 and expires < $2', [door.site, now])
  const expires = now + SESSION_LASTS
  await queries.query('insert into agent_sessions (site_id, token_hash, agent, expires) values ($1, $2, $3, $4)', [
    door.site,
    tokenHash,
    row.agent,
    expires,
  ])
  return { session: { site: door.site, agent: row.agent, name, tokenHash, expires }, token }
}

/** Who a `Cookie` header belongs to, if to anybody. */
export async function findSession(queries: Queries, cookies: string | undefined, now: number): Promise<AgentSession | null> {
  const token = cookies
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === AGENT_COOKIE)?.[1]
  if (!token || !/^[\w-]{43}$/.test(token)) return null
  const tokenHash = sha256(token)
  const [row] = await queries.query<{ site_id: string; agent: Id; name: string; expires: number }>(
    `select agents.site_id, agents.agent, agents.name, agent_sessions.expires from agent_sessions join agents using (site_id, agent)
     where token_hash = $1 and expires > $2`,
    [tokenHash, now],
  )
  return row ? { site: row.site_id, agent: row.agent, name: row.name, tokenHash, expires: row.expires } : null
}

/** The token hashes, of those given, whose sessions have neither expired nor been ended. */
export async function findAlive(queries: Queries, tokenHashes: readonly string[], now: number): Promise<ReadonlySet<string>> {
  const rows = await queries.query<{ token_hash: string }>(
    `select token_hash from agent_sessions
     where token_hash in (select json_array_elements_text($1::json)) and expires > $2`,
    [JSON.stringify(tokenHashes), now],
  )
  return new Set(rows.map(({ token_hash }) => token_hash))
}

export async function signOut(queries: Queries, { site, tokenHash }: AgentSession): Promise<void> {
  await queries.query('delete from agent_sessions where site_id = $1 and token_hash = $2', [site, tokenHash])
}
