import { createChance } from './chance.js'
import { createPlan } from './plan.js'
import { type Outcome, type RunOptions, runPlan } from './world.js'

export { FAULTS } from './faults.js'
export { INVARIANTS } from './invariants/index.js'
export { PlainAbort } from './plain-abort.js'
export { PLANTED } from './planted/index.js'
export { shrink } from './shrink.js'
export { SOMETIMES } from './sometimes.js'
export { runPlan } from './world.js'

/** Runs the world of a seed. */
export function runSeed(seed: number, options: RunOptions): Promise<Outcome> {
  return runPlan(createPlan(seed, createChance(seed, 'plan')), options)
}
