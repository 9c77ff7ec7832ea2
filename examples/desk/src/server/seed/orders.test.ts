import { type Situation, situationOf } from '@shopbell/core'
import { describe, expect, it } from 'vitest'
import { demoOrders } from './orders.js'

describe('the demo’s orders', () => {
  const now = Date.UTC(2026, 10, 18, 10)

  it.each([0, 1, 30, 400])('are what they are said to be, %i days on', (days) => {
    const at = now + days * 86_400_000
    for (const { number, situation, order } of demoOrders(at))
      expect([number, situationOf(order, at)]).toEqual([number, situation])
  })

  it('are forty, 1001 to 1040, in every state', () => {
    const orders = demoOrders(now)
    expect(orders.map(({ number }) => Number(number))).toEqual(Array.from({ length: 40 }, (_, index) => 1001 + index))
    const all: readonly Situation[] = [
      'preparing',
      'on-time',
      'late',
      'stuck',
      'lost',
      'partly',
      'delivered',
      'cancelled',
      'returned',
    ]
    expect(new Set(orders.map(({ situation }) => situation))).toEqual(new Set(all))
    const settled = orders.filter(({ order }) => order.cancelled !== undefined || order.returned !== undefined)
    expect(new Set(settled.map(({ order }) => order.refunded !== undefined))).toEqual(new Set([true, false]))
  })
})
