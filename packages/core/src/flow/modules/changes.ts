import { enFlowChanges } from '../../locales/en.flow-changes.js'
import { defineModule } from '../define-module.js'

/** Cancelling or changing an order. The bot says at once when it is too late; else a person tries to catch the parcel. */
export const changes = defineModule({
  name: 'change',
  entry: { id: 'change', label: 'menu.change', hint: 'menu.change.hint', icon: 'parcel', next: 'change-what', needs: 'orders' },
  steps: {
    'change-what': {
      type: 'choose',
      text: 'change.what',
      options: [
        { id: 'cancel', label: 'change.cancel', next: 'change-to-cancel' },
        { id: 'address', label: 'change.address', next: 'change-to-change' },
        { id: 'other', label: 'change.other', next: 'change-to-change' },
      ],
    },
    'change-to-cancel': { type: 'goto', step: 'change-ask', set: { change: 'cancel' } },
    'change-to-change': { type: 'goto', step: 'change-ask', set: { change: 'change' } },
    'change-ask': {
      type: 'ask',
      text: 'change.ask',
      fields: ['orderNumber', 'email'],
      submit: 'change.submit',
      retries: 2,
      next: 'change-find',
      onFail: 'change-form',
      options: [{ id: 'no-number', label: 'change.no-number', next: 'change-form' }],
    },
    'change-form': {
      type: 'branch',
      cases: [{ when: { fact: 'change', in: ['cancel'] }, next: 'change-form-cancel' }],
      otherwise: 'change-form-change',
    },
    'change-form-cancel': { type: 'handoff', text: 'change.form', reason: 'order-unknown', request: 'cancel', priority: 'high' },
    'change-form-change': { type: 'handoff', text: 'change.form', reason: 'order-unknown', request: 'change', priority: 'high' },
    'change-find': {
      type: 'call',
      action: 'findOrder',
      input: ['orderNumber', 'email'],
      timeout: 10_000,
      done: 'change-check',
      empty: 'change-unknown',
      failed: 'change-later',
      timedOut: 'change-later',
    },
    'change-unknown': { type: 'say', text: 'change.unknown', next: 'change-form' },
    'change-later': { type: 'say', text: 'change.later', next: 'change-form' },
    'change-check': {
      type: 'branch',
      cases: [
        { when: { fact: 'situation', in: ['cancelled'] }, next: 'change-cancelled' },
        {
          when: [
            { fact: 'situation', in: ['preparing'] },
            { fact: 'change', in: ['cancel'] },
          ],
          next: 'change-cancel',
        },
        { when: { fact: 'situation', in: ['preparing'] }, next: 'change-details' },
      ],
      otherwise: 'change-too-late',
    },
    'change-cancelled': { type: 'say', text: 'change.cancelled', next: 'change-helped' },
    'change-helped': { type: 'helped', text: 'helped.ask', yes: 'change-done', no: 'change-not-helped' },
    'change-not-helped': { type: 'handoff', text: 'handoff.not-helped', reason: 'order-cancelled' },
    'change-too-late': {
      type: 'choose',
      text: 'change.too-late',
      options: [
        { id: 'fine', label: 'change.too-late.fine', next: 'change-done' },
        { id: 'person', label: 'change.too-late.person', icon: 'person', next: 'change-too-late-person' },
      ],
    },
    'change-too-late-person': { type: 'handoff', reason: 'other' },
    'change-done': { type: 'end', text: 'change.done' },
    'change-details': {
      type: 'ask',
      text: 'change.details',
      fields: ['changes'],
      submit: 'change.send',
      retries: 2,
      next: 'change-change',
      onFail: 'change-form-failed',
    },
    'change-form-failed': { type: 'handoff', text: 'change.form', reason: 'failed-form', request: 'change' },
    'change-cancel': { type: 'handoff', text: 'change.person', reason: 'cancel-order', request: 'cancel', priority: 'high' },
    'change-change': { type: 'handoff', text: 'change.person', reason: 'change-order', request: 'change', priority: 'high' },
  },
  fields: { changes: { type: 'long-text', label: 'field.changes', hint: 'field.changes.hint' } },
  facts: ['change'],
  routes: { cancel: 'change-what' },
  texts: enFlowChanges,
})
