import type { ReasonCode } from '../handoff/reason.js'

/** What a shop's own classifier makes of a text, and how sure it is, from 0 to 1. */
export type Classified = { readonly score: number } & (
  | { readonly to: 'person'; readonly reason?: ReasonCode }
  | { readonly to: 'order' | 'return' | 'cancel' | 'faq' | 'smalltalk' }
)
