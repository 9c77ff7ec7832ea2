import { enFlowReturns } from '../../locales/en.flow-returns.js'
import { defineModule } from '../define-module.js'

/**
 * Returns and exchanges: the bot collects what a person needs to decide (order, items, reason, wish), and a person decides in the
 * inbox: refund, replace, repair, store credit, or reject with a reason.
 */
export const returns = defineModule({
  name: 'return',
  entry: { id: 'return', label: 'menu.return', hint: 'menu.return.hint', icon: 'back', next: 'return-ask', needs: 'person' },
  steps: {
    'return-ask': {
      type: 'ask',
      text: 'return.ask',
      fields: ['orderNumber', 'email'],
      submit: 'return.submit',
      retries: 2,
      next: 'return-find',
      onFail: 'return-form',
      options: [{ id: 'no-number', label: 'return.no-number', next: 'return-what' }],
    },
    'return-form': { type: 'handoff', text: 'return.form', reason: 'failed-form', request: 'return' },
    'return-find': {
      type: 'call',
      action: 'findOrder',
      input: ['orderNumber', 'email'],
      timeout: 10_000,
      done: 'return-check',
      empty: 'return-unknown',
      failed: 'return-later',
      timedOut: 'return-later',
    },
    'return-check': {
      type: 'branch',
      cases: [
        { when: { fact: 'situation', in: ['returned'] }, next: 'return-reached' },
        { when: { fact: 'situation', in: ['preparing'] }, next: 'return-early' },
      ],
      otherwise: 'return-what',
    },
    'return-unknown': { type: 'say', text: 'return.unknown', next: 'return-what' },
    'return-later': { type: 'say', text: 'return.later', next: 'return-what' },
    'return-reached': { type: 'say', text: 'return.done-already', next: 'return-helped' },
    'return-helped': { type: 'helped', text: 'helped.ask', yes: 'return-fine', no: 'return-not-helped' },
    'return-not-helped': { type: 'handoff', text: 'handoff.not-helped', reason: 'order-returned' },
    'return-early': {
      type: 'choose',
      text: 'return.early',
      options: [
        { id: 'stop', label: 'return.early.stop', icon: 'person', next: 'return-stop' },
        { id: 'wait', label: 'return.early.wait', next: 'return-done' },
      ],
    },
    'return-stop': { type: 'handoff', reason: 'cancel-order', request: 'cancel', priority: 'high' },
    'return-done': { type: 'end', text: 'return.early.done' },
    'return-fine': { type: 'end', text: 'return.fine' },
    'return-what': {
      type: 'ask',
      text: 'return.what',
      fields: ['items', 'returnReason', 'wish'],
      submit: 'return.send',
      retries: 2,
      next: 'return-ready',
      onFail: 'return-form',
    },
    'return-ready': {
      type: 'branch',
      cases: [{ when: { fact: 'wish', in: ['replace', 'repair'] }, next: 'return-exchange' }],
      otherwise: 'return-person',
    },
    'return-person': { type: 'handoff', text: 'return.person', reason: 'return', request: 'return' },
    'return-exchange': { type: 'handoff', text: 'return.person', reason: 'return', request: 'exchange' },
  },
  fields: {
    items: { type: 'text', label: 'field.items', hint: 'field.items.hint' },
    returnReason: {
      type: 'one-of',
      label: 'field.returnReason',
      options: [
        { id: 'too-small', label: 'field.returnReason.too-small' },
        { id: 'too-large', label: 'field.returnReason.too-large' },
        { id: 'not-as-described', label: 'field.returnReason.not-as-described' },
        { id: 'faulty', label: 'field.returnReason.faulty' },
        { id: 'wrong-item', label: 'field.returnReason.wrong-item' },
        { id: 'changed-mind', label: 'field.returnReason.changed-mind' },
      ],
    },
    wish: {
      type: 'one-of',
      label: 'field.wish',
      options: [
        { id: 'refund', label: 'field.wish.refund' },
        { id: 'replace', label: 'field.wish.replace' },
        { id: 'repair', label: 'field.wish.repair' },
        { id: 'store-credit', label: 'field.wish.store-credit' },
      ],
    },
  },
  routes: { return: 'return-ask' },
  texts: enFlowReturns,
})
