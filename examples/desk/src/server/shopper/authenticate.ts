import type { Id, Refused, Sender } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import { countAgainst } from '../limits.js'
import { asId, asText, fieldsOf, Malformed } from '../parse.js'
import { sameHash, sha256 } from '../secrets.js'
import { findLinkSession } from './link-session.js'

/** Who a shopper's call comes from, as it says. */
export type Claim = Pick<Sender, 'site' | 'owner' | 'secret'>

/** A claim, and the network it came from; `null` is this machine itself, whose calls are not counted. */
export interface Caller extends Claim {
  readonly network: string | null
}

/** Why a shopper's call is not answered. `busy`: too many new shoppers from that network; the known ones go on. */
export type AuthFailure = 'required' | 'busy'

/** What a session opens: everything of its shopper, or, come by a mailed link, these conversations only. */
export interface Access {
  readonly only: ReadonlySet<Id> | null
}

const EVERYTHING: Access = { only: null }

/** Whether a session may see and change a conversation of its shopper. */
export function opens({ only }: Access, conversation: Id): boolean {
  return only === null || only.has(conversation)
}

const HOUR = 60 * 60_000
/** Milliseconds after which somebody who is `busy` may look again. */
export const BUSY_FOR = 10 * 60_000

/** What a socket or a hello is answered. */
export function refusalOf(failure: AuthFailure): Refused {
  return failure === 'busy' ? { t: 'refused', code: 'busy', after: BUSY_FOR } : { t: 'refused', code: 'auth', why: failure }
}

/** Reads who somebody says to be. A secret below 32 characters could be guessed and is refused. */
export function parseClaim(value: unknown): Claim {
  const read = fieldsOf(value)
  const secret = asText(read('secret'), 200, 32)
  if (!/^[\w.~+/=-]+$/.test(secret)) throw new Malformed('invalid', 'secret')
  return { site: asText(read('site'), 60, 1), owner: asId(read('owner')), secret }
}

/**
 * Trust on first use: who comes first with an owner's name makes its secret, and the desk keeps the hash. Ever after, only that
 * secret opens it. The name has 128 random bits, so nobody comes first by guessing.
 *
 * `lock` keeps the owner's row until the transaction ends, so that one shopper's commands are decided one after the other.
 */
export async function authenticate(queries: Queries, claim: Caller, now: number, lock = false): Promise<AuthFailure | Access> {
  const hash = sha256(claim.secret)
  const find = () =>
    queries.query<{ secret_hash: string }>(
      `select secret_hash from owners where site_id = $1 and owner = $2 ${lock ? 'for update' : ''}`,
      [claim.site, claim.owner],
    )
  let [row] = await find()
  if (!row) {
    const [site] = await queries.query('select 1 from sites where site_id = $1', [claim.site])
    if (!site) return 'required'
    // Names are free to make, and each is a row and a fresh allowance: what is limited per shopper is limited by how many there are.
    const limits = claim.network === null ? [] : [{ name: `owners/address/${claim.network}`, most: 60, per: HOUR }]
    if (!(await countAgainst(queries, claim.site, limits, now))) return 'busy'
    await queries.query(
      'insert into owners (site_id, owner, secret_hash, created) values ($1, $2, $3, $4) on conflict do nothing',
      [claim.site, claim.owner, hash, now],
    )
    ;[row] = await find()
  }
  if (!row) return 'required'
  if (sameHash(row.secret_hash, hash)) return EVERYTHING
  const only = await findLinkSession(queries, claim, now)
  return only ? { only } : 'required'
}
