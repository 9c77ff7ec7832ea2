import type { TraceStep } from '@shopbell/core'
import type { Inside } from './inside.js'

/** Lets one more hear of every step of the conversation. The answer ends it. */
export function hearSteps(inside: Inside, hear: (step: TraceStep) => void): () => void {
  const before = inside.trace
  let ended = false
  inside.trace = (step) => {
    before?.(step)
    if (!ended) hear(step)
  }
  return () => {
    ended = true
  }
}
