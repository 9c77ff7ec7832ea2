/** English: what the bot says when somebody may be hurt or in danger. */
export const enFlowSafety = {
  'menu.safety': 'Report a safety problem',
  'menu.safety.hint': 'A person reads it first',
  'safety.first':
    'Your safety comes first. Please stop using the product. If anyone is hurt, call your local emergency number before anything else.',
  'safety.person': 'A person reads this before anything else.',
} as const
