import type { ChatEvent } from '../conversation/event.js'
import type { State } from '../conversation/state.js'
import type { Capability } from '../flow/flow.js'
import { LIMITS } from '../limits.js'

/**
 * A conversation as it happened, plain JSON: every event with its id and its time, what the shop could do, and what was said.
 * `replay()` makes the same conversation of it.
 */
export interface Recording {
  /** `id@version` of the flow. */
  readonly flow: string
  /** What the simulation's clock, names and network were made of; `null` where the conversation was a real one. */
  readonly seed: number | null
  readonly has: readonly Capability[]
  /** Where it began, if not at the beginning: a conversation that was kept from before. */
  readonly from?: State
  readonly events: readonly ChatEvent[]
  /** What was said, as `tellStep()` says it. */
  readonly lines: readonly string[]
}

const MOST_EVENTS = 10_000
const CAPABILITIES: readonly string[] = ['orders', 'faqs', 'person'] satisfies readonly Capability[]

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A recording from a file.
 *
 * @throws with a sentence that says what is wrong with it.
 */
export function parseRecording(value: unknown): Recording {
  if (!isObject(value) || typeof value['flow'] !== 'string' || !Array.isArray(value['events'])) {
    throw new Error('This is no recording: it needs "flow" and "events", as "shopbell simulate --record" writes them.')
  }
  const { flow, events, seed, has, lines, from } = value
  if (flow.length > 2 * LIMITS.name) throw new Error('The name of the flow is too long.')
  if (events.length > MOST_EVENTS) throw new Error(`A recording has ${MOST_EVENTS} events at most, this one ${events.length}.`)
  if (depthOf(value) > LIMITS.nesting) throw new Error(`The recording is nested deeper than ${LIMITS.nesting}.`)
  const wrong = events.findIndex(
    (event) =>
      !isObject(event) || typeof event['id'] !== 'string' || typeof event['type'] !== 'string' || !Number.isFinite(event['at']),
  )
  if (wrong >= 0) throw new Error(`Event ${wrong + 1} of the recording needs "id", "type" and "at".`)
  if (from !== undefined && (!isObject(from) || from['v'] !== 1))
    throw new Error('The recording begins with a state of another version.')
  return {
    flow,
    seed: typeof seed === 'number' ? seed : null,
    has: Array.isArray(has) ? CAPABILITIES.filter(isCapability).filter((one) => has.includes(one)) : ['orders', 'faqs', 'person'],
    // The machine takes any event and any state of its version; what means nothing to it changes nothing.
    ...(from === undefined ? {} : { from: structuredCopy(from) as unknown as State }),
    events: structuredCopy(events) as readonly ChatEvent[],
    lines: Array.isArray(lines) ? lines.filter((line): line is string => typeof line === 'string') : [],
  }
}

const isCapability = (name: string): name is Capability => CAPABILITIES.includes(name)

const structuredCopy = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function depthOf(value: unknown): number {
  let depth = 0
  for (let level: readonly unknown[] = [value]; level.length > 0 && depth <= LIMITS.nesting; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return depth
}
