/** English: the sentences that every chapter of the default flow may say after its greeting. `{name}` is a fact. */
export const enFlow = {
  'menu.again': 'What can I help you with?',
  talk: 'Talk to a person',

  'field.orderNumber': 'Order number',
  'field.orderNumber.hint': 'In your confirmation e-mail, like 1042',
  'field.email': 'E-mail',
  'field.email.hint': 'The one you ordered with',
  'field.missing': 'What was missing?',

  'form.which': 'Which of these is it about?',
  'form.rest': 'Thanks, I have put that in. I still need the rest.',
  'order.failed.again': 'Try again',

  'helped.ask': 'Did this help?',
  'helped.yes': 'Yes',
  'helped.no': 'No',
  'helped.missing': 'Thanks for telling us. What was missing?',
  'helped.send': 'Send this',
  'helped.skip': 'Skip',
  'calling.wait': 'One moment, I’m still looking it up.',
  'ask-again': 'I’m not sure I understood. Which of these is it about? A person can help too.',
  smalltalk: 'Happy to help.',
} as const
