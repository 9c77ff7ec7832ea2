import type { Flow, FlowInChapters } from '../flow/flow.js'
import { parseScript, ScriptError } from './script.js'
import { createSimulation, type Simulated, type SimulationOptions } from './simulation.js'

/**
 * Plays a flow from a script: the whole chat, in a world whose clock, names, chance and network come from a seed.
 *
 * @throws ScriptError for the first line that cannot be understood or done.
 * @example
 * const { text, recording } = await simulate(storefrontFlow, `
 *   > Order Status
 *   call findOrder → late
 *   fill orderNumber=1002, email=sam@example.com
 *   > Talk to a person about this parcel
 *   send
 * `)
 */
export async function simulate(flow: Flow | FlowInChapters, script: string, options: SimulationOptions = {}): Promise<Simulated> {
  const { lines, ...settings } = parseScript(script)
  const simulation = await createSimulation(flow, { ...settings, ...options })
  try {
    for (const [index, { command, line }] of lines.entries()) {
      try {
        await simulation.perform(command)
      } catch (error) {
        if (error instanceof ScriptError) throw error
        throw new ScriptError(line, error instanceof Error ? error.message : String(error), simulation.result().lines)
      }
      if (!lines[index + 1]?.meanwhile) await simulation.rest()
    }
    return simulation.result()
  } finally {
    simulation.destroy()
  }
}
