import type { Id } from '../conversation/entry.js'
import type { Hint, Wait } from './protocol.js'

/** What the desk hints at: none of it is in the log, and all of it may be lost. */
export interface Presence {
  readonly queue: {
    readonly position: number
    readonly wait: Wait | null
  } | null
  /** Who is typing: a name, `''` for an unnamed person, `null` for nobody. */
  readonly typing: string | null
  /** The highest `seq` that a person at the desk has read. */
  readonly readUpTo: number
}

/** Nothing is known. */
export const nobody: Presence = {
  queue: null,
  typing: null,
  readUpTo: 0,
}

/** How long a typing hint lasts, in milliseconds, unless it is renewed. */
export const TYPING_LASTS = 6_000

/** The presence after a hint. Hints about other conversations, or of the shopper's own doing, change nothing. */
export function hinted(presence: Presence, hint: Hint, conversation: Id | null): Presence {
  if (hint.conversation !== conversation) return presence
  switch (hint.type) {
    case 'typing':
      return hint.by === 'shopper' ? presence : { ...presence, typing: hint.name ?? '' }
    case 'queue':
      return {
        ...presence,
        queue: { position: hint.position, wait: hint.wait },
      }
    case 'read':
      // Receipts may come late and out of order; what was read stays read.
      return hint.by === 'shopper' ? presence : { ...presence, readUpTo: Math.max(presence.readUpTo, hint.seq) }
  }
}
