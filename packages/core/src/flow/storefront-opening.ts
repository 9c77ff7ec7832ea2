import { enFlowOpening } from '../locales/en.flow-opening.js'
import type { Opening } from './flow.js'

/** The greeting of the default flow: order status, articles, a person. */
export const storefrontOpening: Opening = {
  id: 'storefront',
  version: 1,
  menu: 'menu',
  greeting: {
    type: 'choose',
    text: 'greeting',
    look: 'rows',
    options: [
      { id: 'order', label: 'menu.order', hint: 'menu.order.hint', icon: 'parcel', next: 'order-ask', needs: 'orders' },
      { id: 'faqs', label: 'menu.faqs', hint: 'menu.faqs.hint', icon: 'book', next: 'faq-topics', needs: 'faqs' },
      { id: 'agent', label: 'menu.agent', hint: 'menu.agent.hint', icon: 'person', next: 'person' },
    ],
  },
  texts: enFlowOpening,
}
