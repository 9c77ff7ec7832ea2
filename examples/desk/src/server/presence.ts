import type { Id } from '@shopbell/core'

/** Who is connected to this process. */
export interface Presence {
  shopperCame(site: string, owner: Id): void
  shopperLeft(site: string, owner: Id): void
  isShopperHere(site: string, owner: Id): boolean
  agentCame(site: string, agent: Id): void
  /** An agent's last socket is gone. After the grace, unless they come back, `onGone` is told. */
  agentLeft(site: string, agent: Id): void
  isAgentHere(site: string, agent: Id): boolean
  /** Agents at the desk; one within the grace counts. */
  agentsOnline(site: string): number
  /** Who was at work before a restart gets the same grace to come back. */
  expect(site: string, agent: Id): void
  /** Forgets all timers. */
  stop(): void
}

/** `grace` is in milliseconds; `onGone` is called once an agent has been away for that long. */
export function createPresence(grace: number, onGone: (site: string, agent: Id) => void): Presence {
  const shoppers = new Map<string, number>()
  const agents = new Map<string, { site: string; sockets: number; leaving?: NodeJS.Timeout }>()
  const keyOf = (site: string, name: Id) => `${site}/${name}`

  const leave = (site: string, agent: Id) => {
    const key = keyOf(site, agent)
    const known = agents.get(key) ?? { site, sockets: 0 }
    if (known.leaving) clearTimeout(known.leaving)
    const leaving = setTimeout(() => {
      agents.delete(key)
      onGone(site, agent)
    }, grace)
    leaving.unref()
    agents.set(key, { ...known, leaving })
  }

  return {
    shopperCame: (site, owner) => void shoppers.set(keyOf(site, owner), (shoppers.get(keyOf(site, owner)) ?? 0) + 1),
    shopperLeft(site, owner) {
      const left = (shoppers.get(keyOf(site, owner)) ?? 1) - 1
      if (left > 0) shoppers.set(keyOf(site, owner), left)
      else shoppers.delete(keyOf(site, owner))
    },
    isShopperHere: (site, owner) => shoppers.has(keyOf(site, owner)),
    agentCame(site, agent) {
      const known = agents.get(keyOf(site, agent))
      if (known?.leaving) clearTimeout(known.leaving)
      agents.set(keyOf(site, agent), { site, sockets: (known?.sockets ?? 0) + 1 })
    },
    agentLeft(site, agent) {
      const known = agents.get(keyOf(site, agent))
      if (!known) return
      known.sockets = Math.max(0, known.sockets - 1)
      if (known.sockets === 0) leave(site, agent)
    },
    isAgentHere: (site, agent) => (agents.get(keyOf(site, agent))?.sockets ?? 0) > 0,
    agentsOnline: (site) => [...agents.values()].filter((agent) => agent.site === site).length,
    expect(site, agent) {
      if (!agents.has(keyOf(site, agent))) leave(site, agent)
    },
    stop() {
      for (const { leaving } of agents.values()) if (leaving) clearTimeout(leaving)
      agents.clear()
      shoppers.clear()
    },
  }
}
