import type { ReasonCode } from '../handoff/reason.js'

/** One piece of evidence: the rule that spoke, and the shopper's words that made it speak. */
export interface Evidence {
  readonly rule: string
  readonly words: string
}

/** Where a free text goes, with the reason for it. `ask` means: not placed, ask again with the buttons. */
export type Route =
  | { readonly to: 'person'; readonly reason: ReasonCode; readonly evidence: readonly Evidence[] }
  | { readonly to: 'order' | 'faq' | 'smalltalk' | 'ask'; readonly evidence: readonly Evidence[] }
