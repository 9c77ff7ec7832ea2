import type { Id } from './conversation/entry.js'
import type { LogStatus } from './conversation/event.js'
import type { Prompt } from './conversation/prompt.js'
import type { Transcript } from './conversation/transcript.js'
import type { Wait } from './delivery/protocol.js'
import type { Secret } from './facts/redact.js'
import type { Availability, Contact } from './handoff/availability.js'

/** One word for where the conversation is. `sending`: a person is called and the desk has not accepted yet. */
export type Status = 'idle' | 'bot' | 'calling' | 'review' | 'sending' | LogStatus

/** What became of one of the shopper's own lines. */
export type MessageState = 'queued' | 'sending' | 'sent' | 'read' | 'failed'

/** What a shopper keeps of a sent handoff. `email` and `ticket` are empty where they are not known. */
export interface Receipt {
  readonly at: number
  readonly email: string
  readonly ticket: string
  /** The line of the story that was sent with it, if the shopper wrote one. */
  readonly turn: Id
}

/**
 * All that a user interface needs, and nothing of the flow. A new object for each change; parts that did not change are the
 * same objects as before.
 */
export interface Snapshot {
  readonly status: Status
  readonly transcript: Transcript
  readonly prompt: Prompt | null
  /** There is something for `back` to return to. */
  readonly canGoBack: boolean
  /** Text can be sent. */
  readonly composer: boolean
  /** Which way to a person there is now. */
  readonly human: 'live' | 'ticket' | 'contact'
  readonly contact: Contact
  readonly availability: Availability | null
  /** Place in the queue and the wait, while `queued`. */
  readonly queue: { readonly position: number; readonly wait: Wait | null } | null
  /** The person's name, once one has taken over. */
  readonly agent: string | null
  /** Who is typing now: a name, `''` for an unnamed person, `null` for nobody. */
  readonly typing: string | null
  /** When a reply to the ticket was promised, if it was. */
  readonly due: number | null
  /** When what a person needs was sent, where the answer goes, and the ticket's number: each as far as it is known. */
  readonly receipt: Receipt | null
  /** By line id: the state of the shopper's own messages. */
  readonly marks: Readonly<Record<Id, MessageState>>
  readonly unread: number
  /** Whether pictures can be attached now. */
  readonly attach: boolean
  /** What was hidden of the last thing that the shopper wrote; `show-hidden` shows it to the shop anyway. */
  readonly hidden: readonly Secret[] | null
  readonly delivery: {
    /** `memory`: what is typed is gone with the page. */
    readonly level: 'durable' | 'memory'
    readonly link: 'off' | 'connecting' | 'up' | 'down'
    /** How many commands wait. */
    readonly waiting: number
  }
}

/** What there is to see before anybody has spoken. */
export const silence: Omit<Snapshot, 'human' | 'contact'> = {
  status: 'idle',
  transcript: { length: 0, chunks: [], tail: [] },
  prompt: null,
  canGoBack: false,
  composer: false,
  availability: null,
  queue: null,
  agent: null,
  typing: null,
  due: null,
  receipt: null,
  marks: {},
  unread: 0,
  attach: false,
  hidden: null,
  delivery: { level: 'durable', link: 'off', waiting: 0 },
}
