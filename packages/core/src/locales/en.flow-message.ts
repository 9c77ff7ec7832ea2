/** English: what the bot says when the shopper would rather leave a message. */
export const enFlowMessage = {
  'menu.message': 'Leave a message',
  'menu.message.hint': 'We answer by e-mail',
  'message.ask': 'What would you like to tell us? A person reads it.',
  'message.send': 'Continue',
  'message.person': 'Thank you. It goes to a person as soon as you send it.',
  'field.message': 'Your message',
  'error.missing.message': 'Please write a message.',
  'summary.message': 'Left a message: {message}',
} as const
