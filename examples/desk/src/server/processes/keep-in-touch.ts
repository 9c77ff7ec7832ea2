import { expectAgents, releaseGone } from '../agent/release-gone.js'
import type { DeskParts } from '../desk-parts.js'
import { beatOf, forgetDeadDesks } from '../presence.js'
import type { AgentSockets } from '../sockets/agent-sockets.js'
import type { ShopperSockets } from '../sockets/shopper-sockets.js'
import type { Word } from './bus.js'

/** What has to be done again and again, and at the end. */
export interface Touch {
  stop(): Promise<void>
}

/**
 * Keeps this process in touch with the others: tells its sockets what they say, renews the leases of its agents, and gives back what
 * agents had who are gone, wherever they were connected. A desk that is one process does the same, alone.
 *
 * `grace` is in milliseconds.
 */
export async function keepInTouch(
  parts: DeskParts,
  sockets: { readonly agents: AgentSockets; readonly shoppers: ShopperSockets },
  grace: number,
  onTrouble: (what: string, error: unknown) => void,
): Promise<Touch> {
  const { bus, presence } = parts
  bus.hear(
    (word) => tellSockets(parts, sockets, word),
    () => {
      // Words were missed. What shoppers need for their log is a head; an inbox reads everything when it comes anew.
      void sockets.shoppers.tellHeads().catch(() => undefined)
      sockets.agents.startAgain()
    },
  )
  await expectAgents(parts)
  await presence.renew()

  let beats = 0
  let running: Promise<void> | null = null
  const beat = async () => {
    try {
      await presence.renew()
      // Not in the same rhythm as the others, and not as often as the rest: it only tidies.
      if (beats++ % 12 === 11) await forgetDeadDesks(parts.database, grace)
      for (const trouble of await releaseGone(parts))
        onTrouble('A conversation whose agent is gone could not be given back; it is tried again.', trouble)
    } catch (error) {
      onTrouble('The database did not answer in time to say who is here.', error)
    }
  }
  const timer = setInterval(() => {
    running ??= beat().finally(() => {
      running = null
    })
  }, beatOf(grace))
  timer.unref()

  return {
    async stop() {
      clearInterval(timer)
      await running
      await presence.leave().catch(() => undefined)
    },
  }
}

function tellSockets(
  { news }: DeskParts,
  { agents, shoppers }: { readonly agents: AgentSockets; readonly shoppers: ShopperSockets },
  word: Word,
): void {
  switch (word.t) {
    case 'committed':
      return news.committedElsewhere(word.change, word.moved)
    case 'hint':
      return shoppers.hint(word.site, word.owner, word.hint)
    case 'typing':
      return agents.typing(word.site, word.conversation)
    case 'changed':
      return agents.changed(word.site, word.conversation)
    case 'hours':
      return agents.hoursChanged(word.site)
    case 'queue':
      return shoppers.announceQueue(word.site)
    case 'signed-out':
      return agents.signedOut(word.tokenHash)
  }
}
