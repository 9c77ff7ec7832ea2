import type { Hint, Id } from '@shopbell/core'
import type { Change } from '../log/news.js'

/** What the processes of one desk say to each other. Nothing of it is needed for the log to be right; what is lost is caught up with. */
export type Word =
  /** A conversation is further than it was: whoever shows it reads the committed records. `moved`: the queue is another one. */
  | { readonly t: 'committed'; readonly change: Change; readonly moved: boolean }
  | { readonly t: 'hint'; readonly site: string; readonly owner: Id; readonly hint: Hint }
  /** A shopper types. */
  | { readonly t: 'typing'; readonly site: string; readonly conversation: Id }
  /** The inboxes should look at a conversation again. */
  | { readonly t: 'changed'; readonly site: string; readonly conversation: Id }
  | { readonly t: 'hours'; readonly site: string }
  /** Somebody sat down at the desk or left it: waits are others. */
  | { readonly t: 'queue'; readonly site: string }
  | { readonly t: 'signed-out'; readonly tokenHash: string }

/** Carries words to the other processes of the same desk; what a process says it does not hear itself. */
export interface Bus {
  say(word: Word): void
  /** Called once, before anything is said. `missed` is told when words may have been lost. */
  hear(heard: (word: Word) => void, missed: () => void): void
  /** Says what it still has to say, and stops. */
  close(): Promise<void>
}

/** For a desk that is one process: nobody else is there. */
export function silentBus(): Bus {
  return { say: () => undefined, hear: () => undefined, close: async () => undefined }
}
