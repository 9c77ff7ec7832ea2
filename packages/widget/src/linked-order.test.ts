import { expect, test } from 'vitest'
import { linkedOrder } from './linked-order.js'

test.each([
  ['?shopbell-order=FK-10428', 'FK-10428'],
  ['?utm=mail&shopbell-order=%20%231042%20', '#1042'],
  ['?shopbell-order=', undefined],
  ['?order=1042', undefined],
  ['', undefined],
  [`?shopbell-order=${'9'.repeat(81)}`, undefined],
  ['?shopbell-order=%E0%A4%A', '\ufffd'],
])('an address that ends in “%s” names the order %s', (search, order) => {
  const named = linkedOrder(search)
  if (order === '\ufffd') expect(named).toContain(order)
  else expect(named).toBe(order)
})
