import type { ReasonCode } from '@shopbell/core'

/** Every reason in two words, for a row of the queue, and as a sentence, for the card. */
export const REASON_WORDS: {
  readonly [code in ReasonCode]: {
    readonly short: string
    readonly long: string
  }
} = {
  asked: { short: 'Wants person', long: 'Asked to talk to a person' },
  emotional: { short: 'Upset shopper', long: 'The shopper sounds upset' },
  damaged: { short: 'Damaged goods', long: 'Something arrived damaged' },
  safety: { short: 'Safety matter', long: 'Somebody may be hurt or in danger' },
  payment: { short: 'Wrong charge', long: 'A charge or a payment seems to be wrong' },
  complex: { short: 'Several matters', long: 'More than one matter at once' },
  return: { short: 'A return', long: 'Wants to send something back' },
  'cancel-order': { short: 'Cancel order', long: 'Wants to cancel an order' },
  'change-order': { short: 'Change order', long: 'Wants to change an order' },
  message: { short: 'Left message', long: 'Left a message for us to answer' },
  presale: { short: 'Before buying', long: 'A question before buying' },
  'order-late': { short: 'Late parcel', long: 'The parcel is late' },
  'order-stuck': {
    short: 'Stuck parcel',
    long: 'The parcel has stopped moving',
  },
  'order-lost': {
    short: 'Lost parcel',
    long: 'The parcel was given up as lost',
  },
  'order-missing': {
    short: 'Not received',
    long: 'Marked as delivered, but the shopper does not have it',
  },
  'order-cancelled': {
    short: 'Cancelled order',
    long: 'The order was cancelled',
  },
  'order-partly': {
    short: 'Partly shipped',
    long: 'Only a part of the order has shipped',
  },
  'order-returned': { short: 'Returned order', long: 'The order was returned' },
  'order-unknown': {
    short: 'Unknown order',
    long: 'The order could not be found',
  },
  'not-helped': {
    short: 'Still unsolved',
    long: 'What the bot showed did not help',
  },
  'failed-form': {
    short: 'Form trouble',
    long: 'The form could not be completed',
  },
  unplaced: {
    short: 'Not understood',
    long: 'The bot did not understand the shopper',
  },
  'lookup-failed': {
    short: 'Look-up failed',
    long: 'The shop’s systems did not answer the bot',
  },
  other: { short: 'Something else', long: 'Another reason' },
}

/** Every code of a reason. */
export const REASON_CODES = Object.keys(REASON_WORDS) as readonly ReasonCode[]

/** The value as a code of a reason; what is not known is `other`. */
export function reasonCode(value: unknown): ReasonCode {
  return REASON_CODES.find((code) => code === value) ?? 'other'
}
