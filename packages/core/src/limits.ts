import { OPENING_LIMITS } from './opening-limits.js'

/**
 * The limits of a conversation, the same for the widget, the adapters and the desk. Characters are UTF-16 units, sizes bytes.
 * Above a limit the shopper reads a sentence that says so, and nothing is lost.
 */
export const LIMITS = {
  ...OPENING_LIMITS,
  /** Characters of one form field. */
  field: 200,
  /** Characters of the summary that a person reads first. */
  summary: 200,
  /** Bytes of one encoded command; the packet is trimmed to fit. */
  command: 48_000,
  /** Bytes of one socket frame. */
  frame: 128_000,
  /** Records and bytes of one page of the log. */
  page: 100,
  pageBytes: 96_000,
  /** Commands that may wait. */
  outbox: 200,
  /** Depth of a JSON value from outside. */
  nesting: 32,
  choices: 10,
  /** Bytes of a picture. */
  upload: 10_000_000,
  /** Lines of the bot's story that are kept. */
  story: 400,
} as const
