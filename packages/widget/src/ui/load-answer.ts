/** The second part of the user interface: forms, cards and articles. */
export type AnswerParts = typeof import('./answer/index.js')

/** Fetches it. The one place from which it is reached, so that it stays a download of its own. */
export function loadAnswer(): Promise<AnswerParts> {
  return import('./answer/index.js')
}
