import { defineFlow } from '@shopbell/core/flows'
import { STUDIO_PICTURES } from './draw-cards.js'

/** A flow that shows what the storefront's does not: cards in a message, choices with pictures, and a request for photos. */
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
      { id: 'towel', label: 'A towel', hint: 'Three weaves', icon: 'book', next: 'weaves' },
      { id: 'broken', label: 'Something arrived broken', hint: 'A photo helps', icon: 'parcel', next: 'broken' },
      { id: 'agent', label: 'Talk to an Agent', hint: 'Somebody who knows the shelves', icon: 'person', next: 'person' },
    ],
  },
  steps: {
    gifts: {
      type: 'say',
      text: 'These three are given most often.',
      cards: [
        { title: 'Sencha tin', text: '100 g, first harvest', image: `${STUDIO_PICTURES}tin` },
        { title: 'Brown pot', text: 'Holds four cups', image: `${STUDIO_PICTURES}pot` },
        { title: 'Linen towel', text: 'Woven in a small mill', image: `${STUDIO_PICTURES}towel` },
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
    weaves: {
      type: 'choose',
      text: 'Which one is yours?',
      look: 'cards',
      options: [
        { id: 'plain', label: 'Plain weave', hint: 'Dries fast', image: `${STUDIO_PICTURES}plain`, next: 'done' },
        { id: 'waffle', label: 'Waffle weave', hint: 'Takes up more', image: `${STUDIO_PICTURES}waffle`, next: 'done' },
        { id: 'other', label: 'Another one', next: 'more' },
      ],
    },
    broken: { type: 'handoff', reason: 'damaged', request: 'damage', photos: true },
    person: { type: 'handoff', reason: 'presale' },
    done: { type: 'end', text: 'Good to hear.' },
  },
  fields: {},
  facts: [],
  routes: {},
  texts: { 'menu.again': 'Anything else?', talk: 'Talk to a person' },
})
