import { enFlow } from '../locales/en.flow.js'
import type { FlowInChapters } from './flow.js'
import { storefrontOpening } from './storefront-opening.js'

/** The default flow, whose chapters come when the conversation first gets there: who asks for an order downloads no articles. */
export const storefrontChapters: FlowInChapters = {
  ...storefrontOpening,
  texts: { ...storefrontOpening.texts, ...enFlow },
  steps: { person: { type: 'handoff', text: 'handoff.asked', reason: 'asked' } },
  fields: {
    orderNumber: { type: 'order-number', label: 'field.orderNumber', hint: 'field.orderNumber.hint' },
    email: { type: 'email', label: 'field.email', hint: 'field.email.hint' },
    name: { type: 'text', label: 'field.name', optional: true },
    missing: { type: 'long-text', label: 'field.missing', optional: true },
  },
  routes: { order: 'order-ask', faq: 'faq-search' },
  chapters: {
    order: async () => (await import('./storefront-orders.js')).chapter,
    faq: async () => (await import('./storefront-articles.js')).chapter,
    handoff: async () => (await import('./storefront-handoff.js')).chapter,
  },
}
