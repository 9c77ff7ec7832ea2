import { enFlowOrders } from '../locales/en.flow-orders.js'
import type { Chapter, Step } from './flow.js'

const steps: Readonly<Record<string, Step>> = {
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
    cases: [
      { when: { fact: 'situation', in: ['late'] }, next: 'order-late' },
      { when: { fact: 'situation', in: ['stuck'] }, next: 'order-stuck' },
      { when: { fact: 'situation', in: ['lost'] }, next: 'order-lost' },
      { when: { fact: 'situation', in: ['partly'] }, next: 'order-partly' },
      { when: { fact: 'situation', in: ['delivered'] }, next: 'order-delivered' },
      { when: { fact: 'situation', in: ['cancelled'] }, next: 'order-cancelled' },
      { when: { fact: 'situation', in: ['returned'] }, next: 'order-returned' },
      { when: { fact: 'situation', in: ['on-time'] }, next: 'order-on-time' },
    ],
    otherwise: 'order-preparing',
  },
  'order-preparing': { type: 'say', text: 'order.preparing', next: 'order-helped' },
  'order-on-time': { type: 'say', text: 'order.on-time', next: 'order-helped' },
  'order-helped': { type: 'helped', text: 'helped.ask', yes: 'order-done', no: 'order-not-helped' },
  'order-not-helped': { type: 'handoff', text: 'handoff.not-helped', reason: 'not-helped' },
  'order-done': { type: 'end', text: 'order.done' },

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
  'order-delivered': {
    type: 'choose',
    text: 'order.delivered',
    options: [
      { id: 'yes', label: 'order.delivered.yes', next: 'order-done' },
      { id: 'no', label: 'order.delivered.no', next: 'order-missing' },
    ],
  },
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
}

/** The default flow's chapter about orders. */
export const chapter: Chapter = { steps, texts: enFlowOrders }
