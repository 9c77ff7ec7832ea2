/** The limits that a greeting needs already; `LIMITS` has them too. */
export const OPENING_LIMITS = {
  /** Characters of one message. */
  message: 4_000,
  /** Characters of a person's or a shop's name. */
  name: 80,
} as const
