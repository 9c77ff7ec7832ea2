/** The third part of the user interface: the review, and what a conversation with a person needs. */
export type PersonParts = typeof import('./person/index.js')

/** Fetches it. The one place from which it is reached, so that a shopper whom the bot could help never downloads it. */
export function loadPerson(): Promise<PersonParts> {
  return import('./person/index.js')
}
