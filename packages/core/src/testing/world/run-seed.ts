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

/** Runs the world of a seed, or the other one of that seed, in which the tabs of a device hear each other and one of them leads. */
export function runSeed(seed: number, { tabsHear, ...options }: RunOptions & { readonly tabsHear?: boolean }): Promise<Outcome> {
  return runPlan(createPlan(seed, createChance(seed, 'plan'), tabsHear), options)
}
