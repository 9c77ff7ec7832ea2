import type { Hours } from '@shopbell/core'
import { articles, composeFlow, damaged, message, orders, returns } from '@shopbell/core/flows'
import { repairs } from './repairs.js'

/** When the workshop is open. */
export const hours: Hours = {
  zone: 'Europe/Berlin',
  week: {
    tue: [{ from: '10:00', to: '18:00' }],
    wed: [{ from: '10:00', to: '18:00' }],
    thu: [{ from: '10:00', to: '20:00' }],
    fri: [{ from: '10:00', to: '18:00' }],
    sat: [{ from: '10:00', to: '14:00' }],
  },
  days: { '2026-12-24': [{ from: '10:00', to: '13:00' }], '2026-12-25': [], '2026-12-26': [] },
}

/** The flow of a lamp shop: what Shopbell ships, and the shop's own repairs. `flow.json` is the same for a script tag. */
export const flow = composeFlow({
  id: 'lumen-lamps',
  version: 1,
  modules: [orders, repairs, returns, damaged, articles, message],
  hours,
  // The path is where this example is served from; a shop writes '/repairs'.
  proactive: [
    {
      id: 'flicker',
      text: 'Does a lamp of yours flicker? We mend it.',
      when: { path: '/examples/custom-flow/repairs', seconds: 15 },
      next: 'repair-what',
    },
    { id: 'before-you-order', text: 'A question before you order?', when: { cart: 150, seconds: 30 } },
  ],
  texts: { greeting: 'Hello from the lamp workshop. What can I help you with?' },
})
