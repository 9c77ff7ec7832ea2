import { LIMITS, type Order } from '@shopbell/core'
import { parseOrder } from '@shopbell/core/desk'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import { countAgainst, type Limit, uncount } from '../limits.js'
import { fieldsOf } from '../parse.js'
import { sameHash, sha256 } from '../secrets.js'
import type { Claim } from '../shopper/authenticate.js'
import { canonicalEmail, canonicalNumber, mailboxOf } from './canonical.js'

const MINUTE = 60_000

/**
 * Looks an order up for a shopper. Unknown number, wrong e-mail, malformed input and a limit that was reached all take the same steps
 * and give the same answer: `null`.
 *
 * Misses are counted, hits are not: per shopper, per network, and also per order and per mailbox, since those stay the same however
 * many networks somebody guesses from.
 */
export async function findOrderForShopper(
  parts: DeskParts,
  { site, owner }: Claim,
  address: string,
  query: unknown,
): Promise<Order | null> {
  const { number, email } = readQuery(query)
  const limits: readonly Limit[] = [
    { name: `orders/owner/${owner}`, most: 5, per: 15 * MINUTE },
    { name: `orders/address/${address}`, most: 20, per: 60 * MINUTE },
    { name: `orders/number/${sha256(canonicalNumber(number))}`, most: 10, per: 60 * MINUTE },
    { name: `orders/mailbox/${sha256(mailboxOf(email))}`, most: 10, per: 60 * MINUTE },
  ]
  return parts.database.transaction(async (queries) => {
    const allowed = await countAgainst(queries, site, limits, parts.now())
    const order = await findOrder(queries, site, number, email)
    if (!order || !allowed) return null
    await uncount(queries, site, limits)
    return order
  })
}

/** The order of that number, if it was placed with that e-mail. States, dates and the city only. */
export async function findOrder(queries: Queries, site: string, number: string, email: string): Promise<Order | null> {
  const [row] = await queries.query<{ email: string; detail: string }>(
    'select email, detail from orders where site_id = $1 and number = $2',
    [site, canonicalNumber(number)],
  )
  // Compared even where there is no order, so that the time says nothing either.
  const same = sameHash(sha256(row?.email ?? ''), sha256(canonicalEmail(email)))
  return row && same ? parseOrder(JSON.parse(row.detail)) : null
}

function readQuery(query: unknown): { readonly number: string; readonly email: string } {
  try {
    const read = fieldsOf(query)
    const text = (value: unknown) => (typeof value === 'string' && value.length <= LIMITS.field ? value : '')
    return { number: text(read('number')), email: text(read('email')) }
  } catch {
    return { number: '', email: '' }
  }
}
