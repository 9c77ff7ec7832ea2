import type { Id } from '../../conversation/entry.js'
import type { Choice, Condition, Flow, Step } from '../flow.js'
import { edgesOf, type FlowEdge, hasStep, stepPath, stepsOf } from './flow-edges.js'

/** What a branch can read besides facts: whether somebody is at the desk, and whether the shop’s hours say so. */
export const DESK = '$desk'
export const HOURS = '$hours'

/** A flow that notes which of its steps, edges and conditions the machine looks at. */
export interface TracedFlow {
  readonly flow: Flow
  /** Forgets what was noted. */
  begin(): void
  /** The way since then: paths of edges and steps by turns, in order. An edge that leads nowhere stands last. */
  took(): readonly string[]
  /** The facts, and `DESK` and `HOURS`, that conditions have read since then. */
  readonly reads: ReadonlySet<string>
}

type Watch = { readonly [name: string]: (() => void) | undefined }

/** A copy of which some properties say when they are read. */
function watched<T extends object>(source: T, watch: Watch): T {
  const copy = { ...source }
  for (const [name, value] of Object.entries(source)) {
    const seen = Object.hasOwn(watch, name) ? watch[name] : undefined
    if (!seen) continue
    Object.defineProperty(copy, name, {
      enumerable: true,
      get: () => {
        seen()
        return value
      },
    })
  }
  return copy
}

/** The same flow to the machine, and an open book to the checker. */
export function traceFlow(flow: Flow): TracedFlow {
  const reads = new Set<string>()
  let raw: (FlowEdge | Id)[] = []

  function condition(one: Condition): Condition {
    const read = (name: string) => () => void reads.add(name)
    if ('desk' in one) return watched(one, { desk: read(DESK) })
    if ('hours' in one) return watched(one, { hours: read(flow.hours ? HOURS : DESK) })
    if ('known' in one) return watched(one, { known: read(one.known) })
    if ('unknown' in one) return watched(one, { unknown: read(one.unknown) })
    return watched(one, { fact: read(one.fact) })
  }

  function traceStep(id: Id, step: Step): Step {
    const edges = new Map(edgesOf(flow, id, step).map((edge) => [edge.path.slice(stepPath(flow, id).length + 1), edge]))
    const note = (name: string): (() => void) | undefined => {
      const edge = edges.get(name)
      return edge && (() => void raw.push(edge))
    }
    const choices = (options: readonly Choice[]) =>
      options.map((option, index) => watched(option, { next: note(`options/${index}/next`) }))
    const own: Watch = Object.fromEntries(
      [...edges.keys()].filter((name) => !name.includes('/')).map((name) => [name, note(name)]),
    )
    const copy = watched(step, own)
    if (step.type === 'branch') {
      const cases = step.cases.map(({ when, next }, index) =>
        watched({ when: 'length' in when ? when.map(condition) : condition(when), next }, { next: note(`cases/${index}/next`) }),
      )
      return Object.defineProperty(copy, 'cases', { enumerable: true, value: cases })
    }
    if (!('options' in step) || !step.options) return copy
    return Object.defineProperty(copy, 'options', { enumerable: true, value: choices(step.options) })
  }

  const traced = new Map(stepsOf(flow).map(([id, step]) => [id, traceStep(id, step)]))
  const steps: Record<Id, Step> = {}
  for (const [id, step] of traced) {
    if (id === flow.menu) continue
    Object.defineProperty(steps, id, {
      enumerable: true,
      get: () => {
        raw.push(id)
        return step
      },
    })
  }
  const greeting = traced.get(flow.menu) as Flow['greeting']

  return {
    flow: Object.defineProperty({ ...flow, steps }, 'greeting', {
      enumerable: true,
      get: () => {
        raw.push(flow.menu)
        return greeting
      },
    }),
    begin() {
      raw = []
      reads.clear()
    },
    took() {
      const took: string[] = []
      let pending: FlowEdge[] = []
      for (const token of raw) {
        if (typeof token !== 'string') pending.push(token)
        else {
          // The machine may read an edge and not go it; it has gone the last one that leads to the step it looked up next.
          const gone = pending.filter(({ to }) => to === token).at(-1)
          if (!gone) continue
          took.push(gone.path, stepPath(flow, token))
          pending = []
        }
      }
      const last = pending.at(-1)
      if (last && !hasStep(flow, last.to)) took.push(last.path)
      return took
    },
    reads,
  }
}
