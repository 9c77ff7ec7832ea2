import type { Id, Sender } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import { asId, asText, fieldsOf, Malformed } from '../parse.js'
import { sameHash, sha256 } from '../secrets.js'

/** Who a shopper's call comes from, as it says. */
export type Claim = Pick<Sender, 'site' | 'owner' | 'secret'>

/** Why a shopper's call is not answered. */
export type AuthFailure = 'required' | 'revoked'

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
export async function authenticate(queries: Queries, claim: Claim, now: number, lock = false): Promise<AuthFailure | null> {
  const hash = sha256(claim.secret)
  const find = () =>
    queries.query<{ secret_hash: string; revoked: boolean }>(
      `select secret_hash, revoked from owners where site_id = $1 and owner = $2 ${lock ? 'for update' : ''}`,
      [claim.site, claim.owner],
    )
  let [row] = await find()
  if (!row) {
    await queries.query(
      `insert into owners (site_id, owner, secret_hash, created)
       select $1::text, $2::text, $3::text, $4::double precision where exists (select 1 from sites where site_id = $1)
       on conflict do nothing`,
      [claim.site, claim.owner, hash, now],
    )
    ;[row] = await find()
  }
  if (!row || !sameHash(row.secret_hash, hash)) return 'required'
  return row.revoked ? 'revoked' : null
}

/** The room of one shopper's sockets. Made from the session, never from what a client asks for. */
export function roomOf(site: string, owner: Id): string {
  return `${site}/${owner}`
}
