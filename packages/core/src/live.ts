import type { Adapter } from './adapter.js'
import type { Commit } from './conversation/commit.js'
import type { Intent } from './conversation/event.js'
import type { Hint } from './delivery/protocol.js'
import type { Environment } from './environment.js'
import type { Live, LogReader } from './view.js'

/** What delivery needs of the conversation it delivers for. */
export interface DeliveryHost {
  readonly adapter: Adapter
  readonly environment: Environment
  readonly site: string
  read(): Commit
  /** Writes a change, reduced again where another tab was first. Giving back the same object writes nothing. */
  update(change: (before: Commit) => Commit): Promise<Commit>
  dispatch(intent: Extract<Intent, { type: 'log.advanced' | 'desk.unreachable' }>): void
  changed(live: Live): void
}

export interface Delivery {
  /** There may be something to send, or the way may be open again: try now. */
  wake(): void
  hint(hint: Hint): void
  destroy(): void
}

export function runDelivery(_host: DeliveryHost): Delivery {
  return { wake() {}, hint() {}, destroy() {} }
}

/** What the view reads out of the desk's log. */
export const logReader: LogReader = { lines: () => [], agent: () => null, due: () => null }
