import type { Options } from '../options.js'
import type { ActionOptions, PageAction } from './register-action.js'

/** Where the panel opens: at a flow or step of the shop's flow, at an article, or at what is stored of the shopper. */
export type View =
  | { readonly flow: string; readonly variables?: Readonly<Record<string, string>> }
  | { readonly article: string }
  /** What a mailed link carries behind `#shopbell-resume=`: the conversation that it is about. */
  | { readonly conversation: string }
  /** What is stored of this shopper, and the way to delete it. */
  | { readonly privacy: true }

/** Who the shopper is, as the page has it. Nothing of it is verified but by `token`, which only the desk can judge. */
export interface Identity {
  readonly id?: string
  readonly email?: string
  readonly name?: string
  /** A JWT of the shop's server; or what fetches one, asked again for each conversation. */
  readonly token?: string | (() => string | Promise<string>)
}

/** What a page knows. Amounts are plain numbers or texts. */
export interface Known {
  readonly facts?: Readonly<Record<string, string>> | undefined
  /** Words to sort conversations by. */
  readonly tags?: readonly string[]
  readonly cart?: { readonly worth: number | string; readonly currency?: string; readonly items?: number | string }
  /** The number of the order that the page is about. */
  readonly order?: string
  readonly product?: { readonly title: string; readonly id?: string; readonly url?: string }
}

/**
 * Why the chat cannot be used now, or in part. `no-person`: no way to a person is configured. `not-loaded`: its files did not come.
 * `no-desk`: nothing but a mail address or a phone. `offline`: the network is gone, and what is written waits. `not-on-page`: it was
 * taken away, or has not been started.
 */
export type UnavailableReason = 'no-person' | 'not-loaded' | 'no-desk' | 'offline' | 'not-on-page'

/** The calls that few pages make. */
export interface PageMethods {
  /** Changes options while the chat runs; the console names those that need a new start. */
  update(patch: Options): Promise<void>
  /** Words, dates and numbers in another language from now on. A conversation that has begun keeps the bot's language. */
  setLocale(locale: string): Promise<void>
  setTheme(theme: NonNullable<Options['theme']>): Promise<void>
  /** Says who is there, so that it is not asked; nobody is logged in by it. Ended by `shutdown`. */
  identify(who: Identity): Promise<void>
  /** Tells what the page knows, so that it is not asked. */
  set(known: Known): Promise<void>
  /** The page that a person will see, where the window's own address says nothing. Query and fragment are cut off. */
  page(place: { readonly path?: string; readonly title?: string }): Promise<void>
  /** Notes what the shopper did, such as `track('checkout-failed')`; the last ten go along to a person. */
  track(name: string, properties?: Readonly<Record<string, string | number>>): Promise<void>
  /** Opens the panel with a text that the shopper can change and send. */
  prefill(text: string): Promise<void>
  /** Opens the panel and calls a person. `reason`, the page's own words, goes along with what the page knows. */
  talkToAgent(reason?: string): Promise<void>
  /** Sends a text as the shopper's own. */
  send(text: string): Promise<void>
  /** Opens the panel at a step of the flow, with facts that the page knows. */
  startFlow(id: string, variables?: Readonly<Record<string, string>>): Promise<void>
  /** Lets a flow's `call` steps use the page. The answer takes it back. */
  registerAction(name: string, action: PageAction, options?: ActionOptions): Promise<() => void>
  /** Opens the ticket that a mailed link is about. `token` is what the link carries behind `#shopbell-resume=`; answers whether it opened. */
  resume(token: string): Promise<boolean>
  /** Why the chat cannot be used, or `null`. */
  getUnavailableReason(): Promise<UnavailableReason | null>
}
