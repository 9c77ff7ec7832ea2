import type { Intent } from './event.js'

const SOME_DIGITS = /(?:\p{Nd}\P{Nd}*){3}/u
// Enough of them for an account, or among words, or what a security code is called in one word: those may be about a card.
const MANY_OR_WORDS = /(?:\p{Nd}\P{Nd}*){8}|[^!-~]|c[vs]|code|pruf|crypto/iu

/** Whether it is worth fetching the code that looks for the numbers of cards. An order number and an e-mail address are not. */
export function mayHoldSecrets(intent: Intent): boolean {
  if (intent.type === 'say') return !intent.aside
  if (intent.type !== 'submit') return false
  return Object.values(intent.values).some((value) => SOME_DIGITS.test(value) && MANY_OR_WORDS.test(value))
}
