import type { TraceStep } from '../chat-contract.js'
import type { Capability, Opening } from '../flow/flow.js'
import type { Recording } from './recording.js'
import { tellStep } from './tell-step.js'

/** Writes down a conversation while it happens. */
export interface Recorder {
  /** To be given to `createChat` as its `trace`. */
  readonly trace: (step: TraceStep) => void
  /** Every step so far. */
  readonly steps: readonly TraceStep[]
  /** What has happened so far, to be kept or replayed. */
  recording(): Recording
}

/** What a recorder has to know beforehand. */
export interface RecordOptions {
  readonly flow: Pick<Opening, 'id' | 'version'>
  /** What the shop's adapter can do. */
  readonly has: Iterable<Capability>
  /** @default null: a real conversation */
  readonly seed?: number | null
}

/**
 * Writes a conversation down.
 *
 * @example
 * const recorder = record({ flow: storefrontFlow, has: ['orders', 'faqs', 'person'] })
 * const chat = createChat({ ...options, trace: recorder.trace })
 * // … later
 * JSON.stringify(recorder.recording())
 */
export function record({ flow, has, seed = null }: RecordOptions): Recorder {
  const steps: TraceStep[] = []
  return {
    steps,
    trace: (step) => void steps.push(step),
    recording() {
      const from = steps[0]?.before
      return {
        flow: `${flow.id}@${flow.version}`,
        seed,
        has: [...has],
        ...(from && from.phase !== 'idle' ? { from } : {}),
        events: steps.map(({ event }) => event),
        lines: steps.flatMap((step) => tellStep(step)),
      }
    },
  }
}
