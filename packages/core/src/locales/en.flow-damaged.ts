/** English: what the bot says about things that arrived damaged. */
export const enFlowDamaged = {
  'menu.damaged': 'Something arrived damaged',
  'menu.damaged.hint': 'A person decides, a photo helps',
  'damaged.ask': 'I’m sorry about that. Which order is it?',
  'damaged.submit': 'Continue',
  'damaged.no-number': 'I don’t have the number',
  'damaged.what': 'What has happened to it?',
  'damaged.send': 'Continue',
  'damaged.person': 'Thank you. A person decides about this. Can you send us a quick photo of it?',
  'damaged.form': 'No matter. A person takes care of it.',
  'field.damage': 'What is damaged, and how?',
  'field.damage.hint': 'Such as “the blue teapot, its handle is broken”',
  'error.missing.damage': 'Please say what is damaged.',
} as const
