import type { Action, Adapter, Capability, Chat, EarlyChat, Store, TraceStep } from '@shopbell/core'
import type { ResumeKey } from '../browser/resume-key.js'
import type { Speech } from '../language/speech.js'
import type { ReadOptions } from '../options.js'
import type { PageEventBus } from '../page-events.js'
import type { View } from '../ui/view.js'
import type { Warn } from '../warn.js'
import type { MoreOptions } from './more-options.js'

/** A widget from within: what its later parts for the page work with. `mount.tsx` makes it; nothing of it reaches the page. */
export interface Inside {
  readonly host: HTMLElement
  readonly root: ShadowRoot
  readonly view: View
  readonly chat: EarlyChat
  readonly events: PageEventBus
  readonly resume: ResumeKey
  readonly site: string
  readonly warn: Warn
  readonly options: ReadOptions
  /** What few shops set, once it was read. */
  more?: MoreOptions
  /** The one that has taken its place, where the page has changed before anything began what cannot change later. */
  next?: Inside
  /** The page hears of every step. */
  announced?: boolean
  /** Actions that the page has registered, by the names that a flow's `call` steps have for them. */
  readonly actions: Record<string, Action>
  /** Hears of every step that the conversation makes; `hear-steps.ts` lets several hear. */
  trace?(step: TraceStep): void
  /** Style over the theme's; it is worn with the next change. */
  css: string
  /** Called when the chat leaves the page; what comes later, one at a time, is called at once. There are none then: `has-left.ts`. */
  readonly endings: (() => void)[]
  /** Another for each shopper who leaves here: what takes its time looks whether it is still for who is here. */
  stay: object
  /** What the page has told and the conversation has not been told yet. */
  readonly untold: unknown[]
  /** The path that a person will see, where the page's own says nothing. */
  path: string
  /** What the adapter will be able to do; the greeting offers it. */
  readonly has: Set<Capability>
  /** Stands in for parts of the adapter. */
  help?: Partial<Adapter>
  /** Stands before the chat, once that is whole: for what the page may do to messages. */
  wrap?(chat: Chat): Chat
  /** Whether anything may be stored in this browser; yes, where nobody has to agree first. */
  mayStore?(): boolean
  /** Where the conversation is kept: known once the whole chat is there, or where the shopper has to agree first. */
  store?: Store | undefined
  /** What the whole chat waits for, beside its download. It never rejects. */
  wait?: Promise<unknown>
  /** Whoever was known has left, by a `shutdown`. */
  leave?(): void
  /** Begins the conversation, unless it has begun. */
  begin(from?: { readonly step: string; readonly say: string }): Promise<void>
  /** Tells the conversation what is untold, once it has begun. */
  tell(): Promise<void>
  /** Puts options in the place of those that there are; `anew` draws everything again, as after a change of language. */
  change(patch: ReadOptions, anew?: boolean): Promise<void>
  /** How the shopper is spoken to, where that is not plain English. */
  speech?: Speech | undefined
  /** Settles once what the greeting waits for is here. */
  ready?: Promise<unknown>
  /** A conversation from before goes on by itself. */
  goOn(): void
}
