import type { Plan } from './plan.js'
import { type Outcome, type RunOptions, runPlan } from './world.js'

/** Runs at most; what is short enough by then is short enough. */
const MOST_RUNS = 400

/**
 * The shortest list of things that still breaks the same promise: halves, quarters and so on are left out for as long as it does.
 * Chance is drawn per part of the world, so that leaving one thing out changes little for the others.
 */
export async function shrink(failing: Outcome, options: RunOptions): Promise<Outcome> {
  let best = failing
  let runs = 0
  const invariant = failing.violation?.invariant
  async function fails(plan: Plan): Promise<boolean> {
    runs++
    const outcome = await runPlan(plan, { ...options, keepsTrace: true })
    if (outcome.violation?.invariant !== invariant) return false
    best = outcome
    return true
  }
  await fails(failing.plan)
  for (
    let size = Math.ceil(best.plan.items.length / 2);
    size >= 1 && runs < MOST_RUNS;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    let from = 0
    while (from < best.plan.items.length && runs < MOST_RUNS) {
      const items = [...best.plan.items.slice(0, from), ...best.plan.items.slice(from + size)]
      if (!(await fails({ ...best.plan, items }))) from += size
    }
  }
  return best
}
