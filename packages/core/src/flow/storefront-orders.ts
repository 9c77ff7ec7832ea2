import type { Situation } from '../facts/order.js'
import { enFlowOrders } from '../locales/en.flow-orders.js'
import type { Chapter, Step } from './flow.js'

// Each has a step of its name.
const SITUATIONS: readonly Situation[] = ['late', 'stuck', 'lost', 'partly', 'delivered', 'cancelled', 'returned', 'on-time']

const steps = {
  'order-ask': {
    type: 'ask',
    text: 'order.ask',
    fields: ['orderNumber', 'email'],
    submit: 'order.submit',
    retries: 2,
    next: 'order-find',
    onFail: 'order-form-failed',
    options: [{ id: 'no-number', label: 'order.no-number', next: 'order-no-number' }],
  },
  'order-no-number': { type: 'handoff', text: 'handoff.form', reason: 'order-unknown' },
  'order-form-failed': { type: 'handoff', text: 'handoff.form', reason: 'failed-form' },
  'order-find': {
    type: 'call',
    action: 'findOrder',
    input: ['orderNumber', 'email'],
    timeout: 10_000,
    done: 'order-answer',
    empty: 'order-unknown',
    failed: 'order-failed',
    timedOut: 'order-failed',
  },
  'order-answer': {
    type: 'branch',
    cases: SITUATIONS.map((situation) => ({ when: { fact: 'situation', in: [situation] }, next: `order-${situation}` })),
    otherwise: 'order-preparing',
  },
  'order-preparing': { type: 'say', text: 'order.preparing', next: 'order-helped' },
  'order-on-time': { type: 'say', text: 'order.on-time', next: 'order-helped' },
  'order-helped': { type: 'helped', text: 'helped.ask', yes: 'order-done', no: 'order-not-helped' },
  'order-not-helped': { type: 'handoff', text: 'handoff.not-helped', reason: 'not-helped' },
  'order-done': { type: 'end', text: 'order.done' },
  'order-delivered': {
    type: 'choose',
    text: 'order.delivered',
    options: [
      { id: 'yes', label: 'order.delivered.yes', next: 'order-done' },
      { id: 'no', label: 'order.delivered.no', next: 'order-missing' },
    ],
  },
  'order-unknown': {
    type: 'choose',
    text: 'order.unknown',
    options: [
      { id: 'again', label: 'order.unknown.again', next: 'order-ask' },
      { id: 'person', label: 'order.unknown.person', icon: 'person', next: 'order-unknown-person' },
    ],
  },
  'order-unknown-person': { type: 'handoff', reason: 'order-unknown' },
  'order-failed': {
    type: 'choose',
    text: 'order.failed',
    options: [
      { id: 'person', label: 'order.unknown.person', icon: 'person', next: 'order-failed-person' },
      { id: 'again', label: 'order.failed.again', next: 'order-find' },
    ],
  },
  'order-failed-person': { type: 'handoff', reason: 'lookup-failed' },
} satisfies Readonly<Record<string, Step>>

/** The ids of the steps about orders. */
export type OrderStepId = keyof typeof steps

/** The default flow's chapter about orders: of those that are on their way, or there, or not to be found. */
export const chapter: Chapter<OrderStepId> = {
  steps,
  texts: enFlowOrders,
  more: async () => (await import('./storefront-order-troubles.js')).troubles,
}
