import type { Snapshot } from '@shopbell/core'
import type { Options } from './options.js'
import type { Listener, PageEventType } from './page-events.js'

/** What a page may know about the widget. Nothing that the shopper wrote. */
export interface WidgetState {
  readonly open: boolean
  readonly launcher: boolean
  readonly status: Snapshot['status']
  readonly unread: number
  readonly human: Snapshot['human']
}

/** A chat on a page. */
export interface Widget {
  /** Opens the panel. The first time, the bot greets. */
  open(): Promise<void>
  close(): Promise<void>
  toggle(): Promise<void>
  /** Shows or hides the launcher. The panel stays as it is. */
  show(): Promise<void>
  hide(): Promise<void>
  /** Changes options: `theme`, `scheme`, `accent`, `side`, `title` and `facts` at once; the others need a new start. */
  update(patch: Options): Promise<void>
  /** Opens the panel with a text that the shopper can change and send. */
  prefill(text: string): Promise<void>
  /** Sends a text as the shopper's own. */
  send(text: string): Promise<void>
  /** Opens the panel and calls a person. */
  talkToAgent(): Promise<void>
  /** Opens the ticket that a mailed link is about. `token` is what the link carries behind `#shopbell-resume=`; answers whether it opened. */
  resume(token: string): Promise<boolean>
  /** Tells what the page knows, so that it is not asked. */
  set(known: { readonly facts?: Readonly<Record<string, string>> | undefined }): Promise<void>
  /** The address that a person will see, where the page's own says nothing. Query and fragment are cut off. */
  page(place: { readonly path: string }): Promise<void>
  /** Listens to what happens; the answer stops it. */
  on<Type extends PageEventType>(type: Type, listener: Listener<Type>): () => void
  once<Type extends PageEventType>(type: Type, listener: Listener<Type>): () => void
  getState(): WidgetState
  /** Forgets this shopper on this device, as after a logout. */
  shutdown(): Promise<void>
  /** Takes the chat off the page. What the shopper had begun is kept for the next start. */
  destroy(): void
}
