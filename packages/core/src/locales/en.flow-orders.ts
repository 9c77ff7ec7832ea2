/** English: what the default flow says about orders. */
export const enFlowOrders = {
  'order.ask': 'I can look that up. Which order is it?',
  'order.submit': 'Find my order',
  'order.no-number': 'I don’t have the number',
  'order.preparing': 'It has not left us yet. You get an e-mail the moment it does.',
  'order.on-time': 'It is on its way.',
  'order.delivered': 'The carrier says that it was delivered. Do you have it?',
  'order.delivered.yes': 'Yes, I have it',
  'order.delivered.no': 'No, I don’t have it',
  'order.unknown':
    'I can’t find an order with that number and that e-mail address. Maybe one of them has a typing slip, or another address was used.',
  'order.unknown.again': 'Check and try again',
  'order.unknown.person': 'Talk to a person',
  'order.failed': 'I can’t look up orders at the moment. A person can, or you try again in a minute.',
  'order.done': 'Glad to hear it. Is there anything else?',
} as const
