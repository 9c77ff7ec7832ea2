import type { Adapter } from '@shopbell/core'
import { ScriptError, type ShopOption, type Simulated, type SimulationOptions, simulate } from '@shopbell/core/testing'
import type { Call, Command } from '../command.js'
import { Complaint } from '../complaint.js'
import { readText, writeText } from '../files.js'
import { paintLine } from '../paint-line.js'
import { playInTerminal } from '../play-in-terminal.js'
import { readExport, readFlow } from '../read-flow.js'
import type { Terminal } from '../terminal.js'
import { writeTest } from '../write-test.js'

/** `shopbell simulate` */
export const simulateFlow: Command = {
  name: 'simulate',
  takes: '<flow> [script]',
  about: 'Plays a flow: from a script, from what is piped in, or with you as the shopper.',
  options: {
    seed: { value: 'number', about: 'What names, chance and network are made of. Defaults to 1.' },
    at: { value: 'time', about: 'When it begins, such as 2026-11-21T10:00Z.' },
    adapter: { value: 'file', about: 'A .js file whose `adapter` is the shop. Defaults to the demo’s.' },
    record: { value: 'file', about: 'Write the recording there, as JSON.' },
    test: { value: 'file', about: 'Write a Vitest file there that replays it.' },
  },
  examples: ['shopbell simulate storefront', 'shopbell simulate my-flow.json late-order.txt --seed 7 --record late-order.json'],
  least: 1,
  most: 2,
  async run(call, terminal) {
    const [written = '', script] = call.given
    const flow = await readFlow(written)
    const options = await optionsOf(call)
    const simulated =
      script === undefined && terminal.input.isTTY === true
        ? await playInTerminal(flow, options, terminal)
        : await playScript(script, (text) => simulate(flow, text, options), terminal)
    await keep(simulated, call, written, terminal)
    return 0
  },
}

async function playScript(
  file: string | undefined,
  play: (text: string) => Promise<Simulated>,
  terminal: Terminal,
): Promise<Simulated> {
  const text = file === undefined || file === '-' ? await readInput(terminal) : await readText(file)
  try {
    const simulated = await play(text)
    for (const line of simulated.lines) terminal.out(paintLine(line, terminal))
    return simulated
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error
    // Why a line cannot be done is mostly seen in what was said before it.
    for (const line of error.lines) terminal.out(paintLine(line, terminal))
    throw new Complaint(`${file ?? 'the script'}:${error.line}: ${error.message.replace(/^line \d+: /, '')}`, 1)
  }
}

async function readInput({ input }: Terminal): Promise<string> {
  let text = ''
  for await (const part of input) text += String(part)
  return text
}

async function optionsOf({ value }: Call): Promise<SimulationOptions> {
  const [seed, at, adapter] = [value('seed'), value('at'), value('adapter')]
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) throw new Complaint('--seed is a whole number, such as --seed 7.')
  const time = at === undefined ? undefined : Date.parse(at)
  if (Number.isNaN(time)) throw new Complaint('--at is a time, such as --at 2026-11-21T10:00Z.')
  return {
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(time === undefined ? {} : { at: time }),
    ...(adapter === undefined ? {} : { adapter: await readShop(adapter) }),
  }
}

async function readShop(path: string): Promise<ShopOption> {
  const shop = await readExport(path, ['adapter', 'default'], 'adapter')
  if (typeof shop === 'function') return shop as ShopOption
  if (typeof shop === 'object' && shop !== null) return shop as Adapter
  throw new Complaint(`${path}: the adapter should be an object, or a function that makes one.`)
}

async function keep({ recording }: Simulated, { value }: Call, written: string, { note }: Terminal): Promise<void> {
  const [record, test] = [value('record'), value('test')]
  if (record !== undefined) {
    await writeText(record, `${JSON.stringify(recording, null, 2)}\n`)
    note(`Recorded into ${record}.`)
  }
  if (test !== undefined) {
    await writeTest(test, recording, written)
    note(`The test is in ${test}.`)
  }
}
