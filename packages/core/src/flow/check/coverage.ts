import type { Graph } from './explore.js'
import { flowEdges } from './flow-edges.js'

/**
 * What can happen in each phase of a conversation. Declared, so that coverage has a denominator that does not come from what was
 * found. `sending`: a person is called, and the desk has not answered yet.
 */
export const CHART: Readonly<Record<string, readonly string[]>> = {
  idle: ['start'],
  bot: ['choose', 'submit', 'say', 'talk-to-agent', 'back', 'resumed', 'page.changed', 'availability.changed'],
  calling: ['call.done', 'call.failed', 'say', 'talk-to-agent', 'resumed'],
  review: ['submit', 'say', 'back', 'attach', 'availability.changed', 'resumed'],
  sending: ['log.advanced', 'desk.unreachable', 'desk.refused', 'say', 'attach', 'defer', 'close', 'resumed'],
  queued: ['log.advanced', 'say', 'attach', 'defer', 'close'],
  live: ['log.advanced', 'say', 'attach', 'defer', 'close'],
  ticket: ['log.advanced', 'say', 'attach', 'close'],
  closed: ['rate', 'restart', 'say', 'talk-to-agent'],
}

/** How much of what was declared has happened. */
export interface Covered {
  readonly covered: number
  readonly total: number
  /** What has not. */
  readonly missed: readonly string[]
}

export interface Coverage {
  /** The flow’s edges. One that is missed is one that no conversation goes. */
  readonly edges: Covered
  /** The table of phases and events, such as `review submit`. A flow without calls misses those of `calling`. */
  readonly events: Covered
}

/** Holds what has happened against what is declared. */
export function coverageOf({ flow, out, events }: Graph): Coverage {
  const gone = new Set(out.flatMap((ways) => (ways ?? []).flatMap(({ took }) => took)))
  const cells = Object.entries(CHART).flatMap(([phase, types]) => types.map((type) => `${phase} ${type}`))
  return {
    edges: covered(
      flowEdges(flow).map(({ path }) => path),
      gone,
    ),
    events: covered(cells, events),
  }
}

function covered(declared: readonly string[], happened: ReadonlySet<string>): Covered {
  const missed = declared.filter((one) => !happened.has(one))
  return { covered: declared.length - missed.length, total: declared.length, missed }
}
