import type { Adapter } from './adapter.js'
import type { Capability } from './flow/flow.js'

/** What a shop with this adapter can do. */
export function capabilitiesOf(adapter: Adapter): ReadonlySet<Capability> {
  const has = new Set<Capability>()
  if (adapter.orders) has.add('orders')
  if (adapter.faqs) has.add('faqs')
  if (adapter.desk || adapter.tickets) has.add('person')
  return has
}
