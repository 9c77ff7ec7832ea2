/** Why a conversation goes to a person. Widgets and inboxes word it. */
export type ReasonCode =
  | 'asked'
  | 'emotional'
  | 'damaged'
  | 'safety'
  | 'complex'
  | 'presale'
  | 'order-late'
  | 'order-stuck'
  | 'order-lost'
  | 'order-missing'
  | 'order-cancelled'
  | 'order-partly'
  | 'order-returned'
  | 'order-unknown'
  | 'not-helped'
  | 'failed-form'
  | 'unplaced'
  | 'lookup-failed'
  | 'other'

/** Why a person is called: the code, and the evidence in a few words. */
export interface Reason {
  readonly code: ReasonCode
  /** What gave the reason away, such as the words that were recognised. */
  readonly because: string
}
