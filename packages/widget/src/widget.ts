import type { Snapshot } from '@shopbell/core'
import type { PageMethods, View } from './page/page-methods.js'
import type { Listener, PageEventType } from './page-events.js'

/** What a page may know about the widget. Nothing that the shopper wrote. */
export interface WidgetState {
  readonly open: boolean
  readonly launcher: boolean
  readonly status: Snapshot['status']
  readonly unread: number
  readonly human: Snapshot['human']
}

/** What of a chat every page has at once. */
export interface Mounted {
  /** Does what few pages call for, by name. */
  later(name: string, given: readonly unknown[]): Promise<unknown>
  /** As long as nothing has begun: the chat with options that could not change later. `undefined` where they are none of these, or it is too late. */
  again(options: unknown): Mounted | null | undefined
  /** Opens the panel. The first time, the bot greets; with a view, it goes on there. */
  open(view?: View): Promise<void>
  close(): Promise<void>
  toggle(): Promise<void>
  /** Shows or hides the launcher. The panel stays as it is. */
  show(): Promise<void>
  hide(): Promise<void>
  /** Listens to what happens; the answer stops it. */
  on<Type extends PageEventType>(type: Type, listener: Listener<Type>, once?: boolean): () => void
  /** Listens for the next time only. */
  once<Type extends PageEventType>(type: Type, listener: Listener<Type>): () => void
  getState(): WidgetState
  /** Forgets this shopper on this device, as after a logout. */
  shutdown(): Promise<void>
  /** Takes the chat off the page. What the shopper had begun is kept for the next start. */
  destroy(): void
}

/** A chat on a page. What can be done only later answers a promise. */
export interface Widget extends Omit<Mounted, 'later' | 'again'>, PageMethods {}
