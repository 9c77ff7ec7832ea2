import type { Id } from './entry.js'
import { kindOf } from './kinds/kinds.js'
import type { Turn } from './turn.js'

// A flow that goes round in a circle without asking the shopper anything is broken; after this many steps a person takes it.
const MOST_STEPS = 100

/** Runs the flow from a step to the first one that waits for somebody. */
export function enterStep(turn: Turn, from: Id): void {
  let id: Id | undefined = from
  for (let left = MOST_STEPS; id !== undefined; left--) {
    const step = turn.stepOf(id)
    // A step that is not there is the flow's fault, not the shopper's: a person takes over.
    if (!step || left === 0) return turn.callPerson({ code: 'other', because: '' })
    for (const [name, value] of Object.entries(step.set ?? {})) turn.learn({ [name]: turn.text(value) }, 'page')
    if (turn.state.phase !== 'bot') turn.change({ phase: 'bot' })
    id = kindOf(turn, step)?.enter(turn, id, step)
  }
}
