import type { OwnWords } from './words.js'

/** The words around the cards of a shop's own flow, in English. */
export const ownWords: OwnWords = {
  cards: 'Cards',
  previous: 'Previous',
  next: 'Next',
  place: '{number} of {count}',
}
