import type { Chance } from './chance.js'
import { FAULTS, type Fault, LASTING } from './faults.js'
import type { Deed } from './tab.js'

/** One thing that is to happen at its time. What it needs and does not find, it leaves alone. */
export type Item = { readonly at: number } & (
  | { readonly do: 'deed'; readonly tab: number; readonly deed: Deed }
  | { readonly do: 'visit'; readonly tab: number }
  | { readonly do: 'leave-page'; readonly tab: number }
  | { readonly do: 'agent'; readonly agent: number; readonly deed: AgentDeed }
  | { readonly do: 'backup' }
  | {
      readonly do: 'fault'
      readonly fault: Fault
      readonly tab: number
      readonly process: number
      readonly ms: number
      readonly much: number
    }
)

export type AgentDeed = 'claim' | 'say' | 'note' | 'release' | 'close' | 'type' | 'read'

/** What a world consists of, and all that will happen in it. */
export interface Plan {
  readonly seed: number
  readonly tabs: number
  /** Which device each tab is on. */
  readonly devices: readonly number[]
  readonly agents: number
  readonly processes: number
  readonly hasTickets: boolean
  /** Tabs of one device hear each other, and one of them leads. */
  readonly tabsHear: boolean
  readonly faults: readonly Fault[]
  readonly items: readonly Item[]
}

/** How long the world is troubled, in milliseconds. */
export const TROUBLED = 240_000

const DEEDS: readonly (readonly [Deed, number])[] = [
  ['go-on', 40],
  ['say', 30],
  ['discard', 5],
  ['retry', 5],
  ['close', 2],
  ['defer', 2],
  ['rate', 3],
  ['wake', 6],
  ['seen', 4],
]
const AGENT_DEEDS: readonly (readonly [AgentDeed, number])[] = [
  ['claim', 20],
  ['say', 40],
  ['note', 8],
  ['release', 4],
  ['close', 5],
  ['type', 5],
  ['read', 10],
]

/** What a seed holds: who is there, which faults it knows of, and a list of what happens. */
export function createPlan(seed: number, chance: Chance, tabsHear = false): Plan {
  const tabs = 1 + chance.below(5)
  const twoDevices = chance.happens(0.4)
  const devices = Array.from({ length: tabs }, (_, tab) => (twoDevices && tab > 0 && chance.happens(0.4) ? 1 : 0))
  const agents = 1 + chance.below(2)
  const processes = 1 + chance.below(2)
  const hasTickets = chance.happens(0.5)
  const share = chance.between(0.15, 0.6)
  const faults = FAULTS.filter(() => chance.happens(share))
  const items: Item[] = [
    { at: 0, do: 'visit', tab: 0 },
    ...[500, 1_500, 3_000, 4_000, 5_000].map((at): Item => ({ at, do: 'deed', tab: 0, deed: 'go-on' })),
  ]
  for (let tab = 1; tab < tabs; tab++) items.push({ at: chance.between(0, 60_000), do: 'visit', tab })
  const busy = chance.between(500, 1_800)
  const rough = chance.between(2_500, 12_000)
  for (let at = 5_000; at < TROUBLED; at += chance.happens(0.15) ? 0 : -Math.log(1 - chance.next()) * busy) {
    if (chance.happens(0.3)) items.push({ at, do: 'agent', agent: chance.below(agents), deed: weighted(chance, AGENT_DEEDS) })
    else if (chance.happens(0.03)) items.push({ at, do: 'leave-page', tab: chance.below(tabs) })
    else if (chance.happens(0.06)) items.push({ at, do: 'visit', tab: chance.below(tabs) })
    else items.push({ at, do: 'deed', tab: chance.below(tabs), deed: weighted(chance, DEEDS) })
  }
  for (let at = 2_000; at < TROUBLED && faults.length > 0; at += -Math.log(1 - chance.next()) * rough) {
    const fault = chance.pick(faults) ?? 'delay'
    const ms = LASTING.has(fault) ? chance.between(500, chance.happens(0.2) ? 45_000 : 10_000) : chance.between(100, 20_000)
    const much = chance.pick([0.1, 0.3, 0.6, 1]) ?? 1
    items.push({ at, do: 'fault', fault, tab: chance.below(tabs), process: chance.below(processes), ms, much })
    if (fault === 'restore') items.push({ at: chance.between(0, at), do: 'backup' })
  }
  items.sort((one, other) => one.at - other.at)
  return { seed, tabs, devices, agents, processes, hasTickets, tabsHear, faults, items }
}

function weighted<Choice>(chance: Chance, choices: readonly (readonly [Choice, number])[]): Choice {
  const whole = choices.reduce((sum, [, weight]) => sum + weight, 0)
  let left = chance.next() * whole
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  const [first] = choices
  if (!first) throw new Error('nothing to choose from')
  return first[0]
}

/** An item in words, for a trace. */
export function tellItem(item: Item): string {
  switch (item.do) {
    case 'deed':
      return `shopper in tab ${item.tab}: ${item.deed}`
    case 'visit':
      return `shopper opens tab ${item.tab}`
    case 'leave-page':
      return `shopper leaves tab ${item.tab}`
    case 'agent':
      return `agent ${item.agent}: ${item.deed}`
    case 'backup':
      return 'the database is backed up'
    case 'fault':
      return LASTING.has(item.fault)
        ? `fault: ${item.fault} for ${Math.round(item.ms)} ms, ${item.much * 100} in 100`
        : `fault: ${item.fault}, tab ${item.tab}, process ${item.process}, ${Math.round(item.ms)} ms`
  }
}
