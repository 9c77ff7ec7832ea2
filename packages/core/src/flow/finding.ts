/** Everything that can be wrong with a flow. `docs/check.md` says of each what it means and how to mend it. */
export const FINDING_CODES = [
  // What a file can be.
  'unreadable',
  'too-large',
  'not-json',
  'duplicate-key',
  'prototype-key',
  'circular',
  'too-deep',
  'too-many-steps',
  'shape',
  'call-edges',
  'too-many-choices',
  // What a flow can be.
  'nowhere',
  'field-not-declared',
  'unreachable',
  'loop',
  'dead-end',
  'no-way-out',
  'far-person',
  'after-hours',
  'asked-twice',
  'used-before-set',
  'lost-fact',
  'missing-text',
  'missing-translation',
  'dropped-text',
  'no-changes-note',
  'hours-not-declared',
  'impossible-mask',
  'mask-hides-nothing',
  'wrong-hours',
] as const

/** What kind of fault a finding is. */
export type FindingCode = (typeof FINDING_CODES)[number]

/** One fault of a flow. */
export interface Finding {
  readonly code: FindingCode
  /** Where in the flow, such as `steps/order-ask/next`. Empty for the flow as a whole. */
  readonly path: string
  /** What is wrong and how to mend it, in a sentence or two. */
  readonly says: string
  /** The shortest conversation that shows it, a line each; empty where no conversation can. */
  readonly conversation: readonly string[]
}
