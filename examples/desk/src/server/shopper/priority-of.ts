import type { Packet, ReasonCode } from '@shopbell/core'

const URGENT: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['safety'])
const HIGH: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'payment',
  'emotional',
  'damaged',
  'order-lost',
  'order-missing',
  'order-stuck',
])

/** How soon somebody should look. The desk decides by the reason; the priority that a browser asks for is not heard. */
export function priorityOf({ reason }: Pick<Packet, 'reason'>): 'normal' | 'high' | 'urgent' {
  if (URGENT.has(reason.code)) return 'urgent'
  return HIGH.has(reason.code) ? 'high' : 'normal'
}
