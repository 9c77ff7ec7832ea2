/** The second half of the user interface: forms, cards, articles, and what a conversation with a person needs. */
export type Answer = typeof import('./answer/index.js')

/** Fetches it. The one place from which it is reached, so that it stays a download of its own. */
export function loadAnswer(): Promise<Answer> {
  return import('./answer/index.js')
}
