import type { Id } from '@shopbell/core'
import type { DeskParts } from '../desk-parts.js'
import { releaseConversation } from './claim.js'
import type { AgentSession } from './session.js'

/** Gives back what an agent had who is gone for good, and goes on trying until it is done. */
export interface Releaser {
  gone(site: string, agent: Id): Promise<void>
  /** Forgets what it was still going to try. */
  stop(): void
}

/** `again` is how many milliseconds to wait before another try; `onTrouble` is told of every one that failed. */
export function createReleaser(
  parts: Pick<DeskParts, 'database' | 'news' | 'now' | 'presence'>,
  again: number,
  onTrouble: (what: string, error: unknown) => void,
): Releaser {
  const waiting = new Set<NodeJS.Timeout>()
  let stopped = false

  const gone = async (site: string, agent: Id): Promise<void> => {
    const troubles = await releaseAllOf(parts, site, agent)
    for (const trouble of troubles)
      onTrouble('A conversation whose agent is gone could not be given back; it is tried again.', trouble)
    if (troubles.length === 0 || stopped) return
    const timer = setTimeout(() => {
      waiting.delete(timer)
      // Who came back meanwhile has them still.
      if (!parts.presence.isAgentHere(site, agent)) void gone(site, agent)
    }, again)
    timer.unref()
    waiting.add(timer)
  }

  return {
    gone,
    stop() {
      stopped = true
      for (const timer of waiting) clearTimeout(timer)
    },
  }
}

/** Each for itself: one that fails keeps no other waiting. Answers what failed. */
async function releaseAllOf(
  parts: Pick<DeskParts, 'database' | 'news' | 'now'>,
  site: string,
  agent: Id,
): Promise<readonly unknown[]> {
  const session: AgentSession = { site, agent, name: '', tokenHash: '', expires: 0 }
  const troubles: unknown[] = []
  try {
    const rows = await parts.database.query<{ conversation: Id }>(
      `select conversation from conversations where site_id = $1 and agent = $2 and status = 'live'`,
      [site, agent],
    )
    for (const { conversation } of rows) {
      await releaseConversation(parts, session, conversation).catch((error: unknown) => troubles.push(error))
    }
  } catch (error) {
    troubles.push(error)
  }
  return troubles
}
