/** English: the sentences that every chapter of the default flow may say after its greeting. `{name}` is a fact. */
export const enFlow = {
  'menu.again': 'What can I help you with?',
  talk: 'Talk to a person',

  'field.orderNumber': 'Order number',
  'field.orderNumber.hint': 'In your confirmation e-mail, like 1042',
  'field.email': 'E-mail',
  'field.email.hint': 'The one you ordered with',
  'field.missing': 'What was missing?',

  'error.missing.orderNumber': 'Please enter the order number. It is in your confirmation e-mail.',
  'error.missing.email': 'Please enter your e-mail address, so that we can reply.',
  'error.order-number': 'An order number is 3 to 12 digits, like 1042. It is in your confirmation e-mail.',
  'error.order-number-is-email': 'This looks like an e-mail address. Please enter the order number here, like 1042.',
  'error.email-at': 'An e-mail address needs an @ in it, like name@example.com.',
  'error.email-domain': 'Please check the part after the @. It should look like example.com.',
  'error.email-space': 'Please take the spaces out of the e-mail address.',
  'error.too-long': 'That is too long. Please keep it to 200 characters.',
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
