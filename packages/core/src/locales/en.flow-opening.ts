/** English: the sentences of the default flow's greeting. */
export const enFlowOpening = {
  greeting: 'Hi! What can I help you with today?',
  'menu.order': 'Order Status',
  'menu.order.hint': 'Track a parcel',
  'menu.faqs': 'FAQs',
  'menu.faqs.hint': 'Returns, shipping, sizes',
  'menu.agent': 'Talk to an Agent',
  'menu.agent.hint': 'A person reads it',
} as const
