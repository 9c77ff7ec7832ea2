import type { Reason, ReasonCode } from '../handoff/reason.js'
import type { Evidence } from './evidence.js'

export type { Evidence }

/** Where a free text goes, with the evidence for it. `ask` means: not sure enough, ask again with the buttons. What a flow
 * has no route for goes to its articles. */
export type Route =
  | ({
      readonly to: 'person'
      readonly reason: ReasonCode
      readonly evidence: readonly Evidence[]
    } & Pick<Reason, 'team' | 'priority'>)
  | { readonly to: 'order' | 'return' | 'cancel' | 'faq' | 'smalltalk' | 'ask'; readonly evidence: readonly Evidence[] }
