/** Every reason that a flow or triage can give. Widgets and inboxes word them. */
export const REASON_CODES = [
  'asked',
  'emotional',
  'damaged',
  'safety',
  'payment',
  'complex',
  'presale',
  'return',
  'cancel-order',
  'change-order',
  'message',
  'order-late',
  'order-stuck',
  'order-lost',
  'order-missing',
  'order-cancelled',
  'order-partly',
  'order-returned',
  'order-unknown',
  'not-helped',
  'failed-form',
  'unplaced',
  'lookup-failed',
  'other',
] as const

/** Why a conversation goes to a person. */
export type ReasonCode = (typeof REASON_CODES)[number]

/** Every kind of request that a flow can prepare. */
export const REQUEST_KINDS = ['return', 'exchange', 'cancel', 'change', 'damage'] as const

/** What a person is to decide, prepared by the bot. */
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** Why a person is called: the code, and the evidence in a few words. The rest are hints of the flow's; the desk decides. */
export interface Reason {
  readonly code: ReasonCode
  /** What gave the reason away, such as the words that were recognised. */
  readonly because: string
  readonly team?: string
  readonly priority?: 'normal' | 'high' | 'urgent'
  readonly request?: RequestKind
  /** Pictures help here: the review asks for them. */
  readonly photos?: boolean
}
