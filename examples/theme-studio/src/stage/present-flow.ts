import { defineFlow } from '@shopbell/core/flows'

/** A flow that shows what the storefront's does not: cards in a message, and chips. */
export const presentFlow = defineFlow({
  id: 'studio-present',
  version: 1,
  menu: 'menu',
  greeting: {
    type: 'choose',
    text: 'Hello. Who is it for?',
    look: 'rows',
    options: [
      { id: 'gift', label: 'A present', hint: 'Under 40 euros', icon: 'search', next: 'gifts' },
      { id: 'agent', label: 'Talk to an Agent', hint: 'Somebody who knows the shelves', icon: 'person', next: 'person' },
    ],
  },
  steps: {
    gifts: {
      type: 'say',
      text: 'These three are given most often.',
      cards: [
        { title: 'Sencha tin', text: '100 g, first harvest' },
        { title: 'Brown pot', text: 'Holds four cups' },
        { title: 'Linen towel', text: 'Woven in a small mill' },
      ],
      next: 'more',
    },
    more: {
      type: 'choose',
      text: 'Shall I look further?',
      options: [
        { id: 'yes', label: 'Show me more', next: 'gifts' },
        { id: 'size', label: 'Ask about a size', next: 'person' },
        { id: 'no', label: 'That is all', next: 'done' },
      ],
    },
    person: { type: 'handoff', reason: 'presale' },
    done: { type: 'end', text: 'Good to hear.' },
  },
  fields: {},
  facts: [],
  routes: {},
  texts: { 'menu.again': 'Anything else?', talk: 'Talk to a person' },
})
