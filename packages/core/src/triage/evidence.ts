/**
 * One piece of evidence: the rule that spoke, what made it speak (the shopper's words, or how often something happened), and how
 * often it is right, from 0 to 1.
 */
export interface Evidence {
  readonly rule: string
  readonly words: string
  readonly score: number
}

/** What several pieces of evidence say together: each takes away its part of the doubt that is left. */
export function together(scores: readonly number[]): number {
  return 1 - scores.reduce((doubt, score) => doubt * (1 - score), 1)
}
