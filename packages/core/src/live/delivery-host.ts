import type { Adapter } from '../adapter.js'
import type { Commit } from '../conversation/commit.js'
import type { Intent } from '../conversation/event.js'
import type { Hint, Sender } from '../delivery/protocol.js'
import type { LiveState } from '../delivery/tabs.js'
import type { Environment } from '../environment.js'
import type { Tabs } from '../tabs.js'

export type { LiveState } from '../delivery/tabs.js'

/** What delivery needs of the chat that it works for. */
export interface DeliveryHost {
  readonly adapter: Adapter
  readonly site: string
  readonly environment: Environment
  /** Who the shopper is to the desk now. */
  sender(): Sender
  /** The commit as it is now. */
  read(): Commit
  /** Changes the commit in one transaction; runs `change` again on the newer commit if another tab was faster. */
  update(change: (commit: Commit) => Commit): Promise<Commit>
  /** Tells the machine: `log.advanced`, `desk.unreachable`, `desk.refused`. */
  dispatch(intent: Extract<Intent, { type: 'log.advanced' | 'desk.unreachable' | 'desk.refused' }>): void
  changed(live: LiveState): void
  /** Whether the page is visible; while it is hidden, reconnecting takes its time. Defaults to yes. */
  readonly visible?: (() => boolean) | undefined
  /** The other tabs. Without them this one leads. */
  readonly tabs?: Tabs | undefined
  /** Whether the other tabs can read the commit. Defaults to yes. */
  readonly shared?: (() => boolean) | undefined
}

/** Delivery at work. */
export interface Delivery {
  /** A command was queued, or the page is visible, online or awake again: send, or reconnect at once. */
  wake(): void
  /** Passes a hint on if the wire is up, and forgets it otherwise. */
  hint(hint: Hint): void
  /** Leaves no timer, no socket, no late callback. */
  destroy(): void
}
