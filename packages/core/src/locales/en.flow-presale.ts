/** English: what the bot says about sizes and other questions before buying. */
export const enFlowPresale = {
  'menu.presale': 'Sizes and advice',
  'menu.presale.hint': 'Ask somebody who knows the products',
  'presale.ask': 'Somebody who knows our products answers that. What would you like to know?',
  'presale.send': 'Ask a person',
  'presale.person': 'I’ll pass it on.',
  'field.product': 'Which product?',
  'field.product.hint': 'Its name or address, if you have it',
  'field.question': 'Your question',
  'field.question.hint': 'For a size, tell us what you usually wear',
  'error.missing.question': 'Please write your question.',
} as const
