import { enFlowOrderTroubles } from '../locales/en.flow-order-troubles.js'
import type { Chapter, Step } from './flow.js'

const steps = {
  'order-late': {
    type: 'choose',
    text: 'order.late',
    options: [
      { id: 'person', label: 'order.late.person', icon: 'person', next: 'order-late-person' },
      { id: 'wait', label: 'order.wait', next: 'order-waits' },
    ],
  },
  'order-late-person': { type: 'handoff', reason: 'order-late' },
  'order-waits': { type: 'end', text: 'order.wait.done' },
  'order-stuck': {
    type: 'choose',
    text: 'order.stuck',
    options: [
      { id: 'person', label: 'order.late.person', icon: 'person', next: 'order-stuck-person' },
      { id: 'wait', label: 'order.wait', next: 'order-waits' },
    ],
  },
  'order-stuck-person': { type: 'handoff', reason: 'order-stuck' },
  'order-lost': {
    type: 'choose',
    text: 'order.lost',
    options: [{ id: 'person', label: 'order.late.person', icon: 'person', next: 'order-lost-person' }],
  },
  'order-lost-person': { type: 'handoff', reason: 'order-lost' },
  'order-partly': { type: 'say', text: 'order.partly', next: 'order-partly-helped' },
  'order-partly-helped': { type: 'helped', text: 'helped.ask', yes: 'order-done', no: 'order-partly-person' },
  'order-partly-person': { type: 'handoff', text: 'handoff.not-helped', reason: 'order-partly' },
  'order-missing': {
    type: 'choose',
    text: 'order.missing',
    options: [
      { id: 'person', label: 'order.missing.person', icon: 'person', next: 'order-missing-person' },
      { id: 'look', label: 'order.missing.look', next: 'order-missing-later' },
    ],
  },
  'order-missing-person': { type: 'handoff', reason: 'order-missing' },
  'order-missing-later': { type: 'end', text: 'order.missing.later' },
  'order-cancelled': {
    type: 'choose',
    text: 'order.cancelled',
    options: [
      { id: 'person', label: 'order.cancelled.person', icon: 'person', next: 'order-cancelled-person' },
      { id: 'known', label: 'order.cancelled.known', next: 'order-done' },
    ],
  },
  'order-cancelled-person': { type: 'handoff', reason: 'order-cancelled' },
  'order-returned': { type: 'say', text: 'order.returned', next: 'order-returned-helped' },
  'order-returned-helped': { type: 'helped', text: 'helped.ask', yes: 'order-done', no: 'order-returned-person' },
  'order-returned-person': { type: 'handoff', text: 'handoff.not-helped', reason: 'order-returned' },
} satisfies Readonly<Record<string, Step>>

/** The ids of the steps about what is the matter with an order. */
export type OrderTroubleStepId = keyof typeof steps

/** The rest of the default flow's chapter about orders: what is said and offered where something is the matter with one. */
export const troubles: Chapter<OrderTroubleStepId> = { steps, texts: enFlowOrderTroubles }
