import { enFlow } from '../locales/en.flow.js'
import type { Choice, Flow, Step } from './flow.js'
import { storefrontOpening } from './storefront-opening.js'

const PERSON: Choice = { id: 'person', label: 'faq.person', icon: 'person', next: 'person' }

const orderSteps: Readonly<Record<string, Step>> = {
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

const faqSteps: Readonly<Record<string, Step>> = {
  'faq-topics': {
    type: 'call',
    action: 'listTopics',
    input: [],
    timeout: 10_000,
    done: 'faq-shelves',
    empty: 'faq-nothing',
    failed: 'faq-failed',
    timedOut: 'faq-failed',
  },
  'faq-shelves': {
    type: 'articles',
    text: 'faq.topics',
    read: 'faq-read',
    search: 'faq-search',
    shelf: 'faq-shelf',
    empty: 'faq-nothing',
    options: [],
  },
  'faq-shelf': {
    type: 'articles',
    text: 'faq.shelf',
    read: 'faq-read',
    search: 'faq-search',
    empty: 'faq-nothing',
    options: [{ id: 'browse', label: 'faq.browse', next: 'faq-topics' }, PERSON],
  },
  'faq-search': {
    type: 'call',
    action: 'searchFaqs',
    input: ['query'],
    timeout: 10_000,
    done: 'faq-results',
    empty: 'faq-nothing',
    failed: 'faq-failed',
    timedOut: 'faq-failed',
  },
  'faq-results': {
    type: 'articles',
    text: 'faq.results',
    read: 'faq-read',
    search: 'faq-search',
    empty: 'faq-nothing',
    options: [PERSON],
  },
  'faq-read': {
    type: 'call',
    action: 'readArticle',
    input: ['article'],
    timeout: 10_000,
    done: 'faq-helped',
    empty: 'faq-gone',
    failed: 'faq-failed',
    timedOut: 'faq-failed',
  },
  'faq-helped': { type: 'helped', text: 'helped.ask', yes: 'faq-done', no: 'faq-next', missing: true },
  'faq-done': { type: 'end', text: 'faq.done' },
  'faq-next': {
    type: 'articles',
    text: 'faq.next',
    read: 'faq-read',
    search: 'faq-search',
    untried: true,
    empty: 'faq-person',
    options: [PERSON],
  },
  'faq-person': { type: 'handoff', text: 'handoff.not-helped', reason: 'not-helped' },
  'faq-gone': { type: 'say', text: 'faq.gone', next: 'faq-topics' },
  'faq-nothing': {
    type: 'choose',
    text: 'faq.nothing',
    options: [PERSON, { id: 'browse', label: 'faq.browse', next: 'faq-topics' }],
  },
  'faq-failed': {
    type: 'choose',
    text: 'faq.failed',
    options: [PERSON, { id: 'again', label: 'order.failed.again', next: 'faq-topics' }],
  },
}

/**
 * The flow that a shop gets without writing one: order status, articles, and a person from everywhere.
 *
 * @example createChat({ site: 'demo', adapter, opening: storefrontFlow, flow: storefrontFlow })
 */
export const storefrontFlow: Flow = {
  ...storefrontOpening,
  texts: { ...storefrontOpening.texts, ...enFlow },
  steps: { ...orderSteps, ...faqSteps, person: { type: 'handoff', text: 'handoff.asked', reason: 'asked' } },
  fields: {
    orderNumber: { type: 'order-number', label: 'field.orderNumber', hint: 'field.orderNumber.hint' },
    email: { type: 'email', label: 'field.email', hint: 'field.email.hint' },
    name: { type: 'text', label: 'field.name', optional: true },
    missing: { type: 'long-text', label: 'field.missing', optional: true },
  },
  routes: { order: 'order-ask', faq: 'faq-search' },
}
