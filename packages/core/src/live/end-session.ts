import type { Id } from '../conversation/entry.js'
import { REFUSALS_UNTIL_TOLD } from '../delivery/link.js'
import { partFromDesk } from '../delivery/part-from-desk.js'
import type { Refused, Welcome } from '../delivery/protocol.js'
import type { DeliveryHost } from './delivery-host.js'
import { attempt } from './patience.js'

/** Whether the desk still knows who this is. */
export interface Session {
  /**
   * Hears how the desk greets; answers whether the session is over. Said once that it does not know who this is may be a slip; said again
   * and again, and that it is for good, the session does not come back.
   */
  hear(greeting: Welcome | Refused | undefined): boolean
  /** The conversation goes on here no more, as soon as the machine hears of it. */
  hasLeft(conversation: Id): boolean
}

/** The session of `host` at its desk. Where it ends, the shopper is told, and is somebody new to the desk from then on. */
export function watchSession(host: DeliveryHost): Session {
  let denials = 0
  let left: Id | null = null

  async function end(): Promise<void> {
    const { owner } = host.sender()
    const { conversation } = host.read().state
    const { id } = host.environment
    const sender = { owner: id(), secret: `${id()}${id()}` }
    const fresh = id()
    denials = 0
    left = conversation
    await attempt(() => host.update((commit) => (host.sender().owner === owner ? partFromDesk(commit, sender, fresh) : commit)))
    if (conversation !== null) host.dispatch({ type: 'desk.refused', conversation, code: 'session-ended' })
  }

  return {
    hear(greeting) {
      denials = greeting?.t === 'refused' && (greeting.why ?? 'expired') !== 'expired' ? denials + 1 : 0
      if (denials < REFUSALS_UNTIL_TOLD) return false
      void end()
      return true
    },
    hasLeft: (conversation) => conversation === left,
  }
}
