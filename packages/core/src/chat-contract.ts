import type { Adapter } from './adapter.js'
import type { Store } from './conversation/commit.js'
import type { Effect } from './conversation/effect.js'
import type { Entry, Id } from './conversation/entry.js'
import type { ChatEvent, Intent } from './conversation/event.js'
import type { State } from './conversation/state.js'
import type { Began } from './early-chat.js'
import type { Environment } from './environment.js'
import type { FlowInChapters, Opening } from './flow/flow.js'
import type { Snapshot } from './snapshot.js'
import type { Tabs } from './tabs.js'

/** What a user interface may send. The rest of the events come from the outside. */
export type ShopperIntent =
  | Extract<
      Intent,
      {
        type:
          | 'start'
          | 'restart'
          | 'talk-to-agent'
          | 'say'
          | 'choose'
          | 'submit'
          | 'back'
          | 'rate'
          | 'defer'
          | 'close'
          | 'discard'
          | 'page.changed'
      }
    >
  /** Sends what was hidden of the last text or form, as it was written. Only this page has it. */
  | { readonly type: 'show-hidden' }

/** What became of a picture that the shopper wants to send. */
export type Attached = 'attached' | 'too_big' | 'not_an_image' | 'unavailable'

/** A conversation that is alive. */
export interface Chat {
  /** The same object until something changes. */
  getSnapshot(): Snapshot
  /** Calls `listener` after each change; the answer takes it back. */
  subscribe(listener: () => void): () => void
  /** Resolves once the intent is committed to the store (or turned out to change nothing). Never rejects. */
  send(intent: ShopperIntent): Promise<void>
  /** Uploads a picture and puts it into the conversation. */
  attach(file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }): Promise<Attached>
  /** Where to load a picture of this conversation from, or `null`. Revoke a `blob:` when it is not shown any more. */
  pictureUrl(upload: Id): Promise<string | null>
  /** The shopper has seen everything that is there. */
  seen(): void
  /** The shopper is typing; at most one hint every few seconds leaves. */
  typing(): void
  /** Sends a failed message again, as a new one. */
  retry(line: Id): Promise<void>
  /** The page is visible, online or back from sleep: reconnect now. */
  wake(): void
  /** Forgets this shopper on this device: story, outbox and secret. */
  shutdown(): Promise<void>
  /** Stops timers, calls and sockets. Nothing happens afterwards. */
  destroy(): void
}

/** What one event has made of the conversation. Events that change nothing make no step. */
export interface TraceStep {
  readonly event: ChatEvent
  readonly before: State
  readonly after: State
  readonly entries: readonly Entry[]
  readonly effects: readonly Effect[]
}

export interface ChatOptions {
  /** The shop's public name at the desk. */
  readonly site: string
  readonly adapter: Adapter
  /** The greeting, at hand at once. A whole flow is an opening too. */
  readonly opening: Opening
  /** The whole flow; a function is called when the shopper first does something. */
  readonly flow: FlowInChapters | (() => Promise<FlowInChapters>)
  /** Defaults to memory. */
  readonly store?: Store
  /** BCP 47. Defaults to `en`. */
  readonly locale?: string
  /** IANA zone. Defaults to `UTC`. */
  readonly zone?: string
  /** The address of the page the shopper is on. Query and fragment are cut off. */
  readonly page?: () => string
  /** The greeting that `createEarlyChat` has shown already: it becomes the first event, if there is no story from before. */
  readonly began?: Began | null
  /** Whether the page is visible; while it is hidden, reconnecting takes its time. Defaults to yes. */
  readonly visible?: () => boolean
  /** The shopper's other tabs. Without them every tab has a wire of its own, and sees what the others have done when it wakes. */
  readonly tabs?: Tabs
  readonly environment?: Partial<Environment>
  /** For tools: called with each step once it is committed, before its effects run. `record()` of the testing entry is one. */
  readonly trace?: ((step: TraceStep) => void) | undefined
}
