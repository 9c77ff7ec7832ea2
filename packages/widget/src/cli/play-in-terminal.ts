import { createInterface } from 'node:readline/promises'
import type { Flow } from '@shopbell/core'
import {
  createSimulation,
  optionsOf,
  parseCommand,
  ScriptError,
  type Simulated,
  type Simulation,
  type SimulationOptions,
} from '@shopbell/core/testing'
import { messageOf } from './complaint.js'
import { paintLine } from './paint-line.js'
import type { Terminal } from './terminal.js'

const HELP = [
  'Type a number to tap, or write to the bot. A line with a colon does something else:',
  '  :fill orderNumber=1002, email=sam@example.com    :send    :person    :back    :wait 2s',
  '  :call findOrder → late    :desk closed    :agent Hello    :reload    :quit',
]

/** The reader plays the shopper: numbers tap, words are said, and a line that begins with a colon is a line of a script. */
export async function playInTerminal(flow: Flow, options: SimulationOptions, terminal: Terminal): Promise<Simulated> {
  const { input, output, note, paint } = terminal
  const simulation = await createSimulation(flow, options)
  const lines = createInterface({ input, output, prompt: paint('bold', '> ') })
  // Lines that were pasted, or the end of the input, may come before the answer is there.
  let open = true
  lines.once('close', () => {
    open = false
  })
  for (const line of HELP) note(paint('dim', line))
  try {
    show(simulation, terminal)
    lines.prompt()
    for await (const line of lines) {
      const words = line.trim()
      if (words === ':quit' || words === ':q') break
      await answer(simulation, words, terminal)
      if (open) lines.prompt()
    }
    return simulation.result()
  } finally {
    lines.close()
    simulation.destroy()
  }
}

async function answer(simulation: Simulation, words: string, terminal: Terminal): Promise<void> {
  if (words === '') return
  if (words === ':help') {
    for (const line of HELP) terminal.note(line)
    return
  }
  try {
    await simulation.perform(commandOf(words, simulation))
    await simulation.rest()
  } catch (error) {
    terminal.note(
      terminal.paint('yellow', error instanceof ScriptError ? error.message.replace(/^line \d+: /, '') : messageOf(error)),
    )
  }
  show(simulation, terminal)
}

function commandOf(words: string, simulation: Simulation) {
  if (words.startsWith(':')) return parseCommand(words.slice(1))
  const option = /^\d{1,2}$/.test(words) ? optionsOf(simulation.snapshot().prompt)[Number(words) - 1] : undefined
  return option ? ({ do: 'tap', option: option.id } as const) : ({ do: 'answer', text: words } as const)
}

/** What was said since, and what can be tapped, by number. */
function show(simulation: Simulation, terminal: Terminal): void {
  for (const line of simulation.news().filter((one) => !one.startsWith('  offers:'))) terminal.out(paintLine(line, terminal))
  const options = optionsOf(simulation.snapshot().prompt)
  if (options.length > 0)
    terminal.out(options.map(({ label }, index) => `  ${terminal.paint('bold', `${index + 1}`)} ${label}`).join('\n'))
}
