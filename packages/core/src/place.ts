import type { Adapter } from './adapter.js'
import type { ChatEvent } from './conversation/event.js'
import type { State } from './conversation/state.js'
import type { Environment } from './environment.js'
import type { Flow } from './flow/flow.js'

/** What placing a text needs of the chat. */
export interface PlaceHost {
  readonly adapter: Adapter
  readonly environment: Environment
  /** BCP 47. @default 'en' */
  readonly locale?: string | undefined
}

/**
 * Says where what was written belongs, before the machine sees it; an event without such words stays as it is. `moved` aborts when the
 * shopper does something else: then what is known decides at once.
 */
export type Place = (event: ChatEvent, state: State, flow: Flow, host: PlaceHost, moved: AbortSignal) => Promise<ChatEvent>
