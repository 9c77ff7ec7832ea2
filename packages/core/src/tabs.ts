import type { Id } from './conversation/entry.js'
import type { TabMessage } from './delivery/tabs.js'

/**
 * The other tabs of a shopper on one device. Nothing depends on it: what is told may be lost, and two tabs that lead at once do no
 * harm, since each command has one name and one number. Without it every tab leads, and hears of the others when it wakes.
 */
export interface Tabs {
  /** Tells the other tabs of this site; this one does not hear it. */
  tell(message: TabMessage): void
  /** Hears what was told elsewhere. Any script of the origin can post there, hence `unknown`. The answer ends it. */
  heard(listener: (message: unknown) => void): () => void
  /**
   * Calls `work` whenever this tab becomes the one of `owner`'s that leads, until `ended` aborts. The signal that `work` gets aborts
   * when it no longer is: the page was hidden away or frozen, or another tab took over. With `force` it takes the lead from whoever has it.
   */
  lead(owner: Id, work: (leading: AbortSignal) => void, ended: AbortSignal, force: boolean): void
}
