/** English: what the default flow says about articles. */
export const enFlowArticles = {
  'faq.topics': 'Pick a topic, or search all our articles.',
  'faq.shelf': 'Here is what we have on that.',
  'faq.results': 'These may answer it.',
  'faq.next': 'I’m sorry it did not. Maybe one of these does, or a person can help.',
  'faq.nothing': 'I found no article on that. A person may know.',
  'faq.browse': 'Browse the topics',
  'faq.failed': 'I can’t reach our articles at the moment. A person can help, or you try again in a minute.',
  'faq.gone': 'That article is no longer there.',
  'faq.person': 'Talk to a person',
  'faq.done': 'Good. Is there anything else?',
} as const
