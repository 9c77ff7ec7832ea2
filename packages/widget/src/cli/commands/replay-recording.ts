import { type Recording, replay } from '@shopbell/core/testing'
import type { Command } from '../command.js'
import { Complaint } from '../complaint.js'
import { paintLine } from '../paint-line.js'
import { readFlow } from '../read-flow.js'
import { readRecording } from '../read-recording.js'
import { sideBySide } from '../side-by-side.js'
import { writeTest } from '../write-test.js'

/** Lines around the first difference that are shown. */
const AROUND = 3

/** `shopbell replay` */
export const replayRecording: Command = {
  name: 'replay',
  takes: '<recording> [--flow <flow>]',
  about: 'Replays a recorded conversation, and says whether it still reads the same.',
  options: {
    flow: { value: 'flow', about: 'The flow to replay it with. Defaults to the shipped one that it was recorded with.' },
    test: { value: 'file', about: 'Write a Vitest file there that replays it.' },
  },
  examples: ['shopbell replay late-order.json', 'shopbell replay late-order.json --flow my-flow.json'],
  least: 1,
  most: 1,
  async run({ given: [path = ''], value }, terminal) {
    const recording = await readRecording(path)
    const written = value('flow')
    const flow = await readFlow(written ?? shippedName(recording, path))
    const { lines } = replay(flow, recording)
    for (const line of lines) terminal.out(paintLine(line, terminal))
    const test = value('test')
    if (test !== undefined) {
      await writeTest(test, { ...recording, lines }, written)
      terminal.note(`The test is in ${test}.`)
    }
    return compare(recording.lines, lines, terminal.note)
  },
}

function shippedName({ flow }: Recording, path: string): string {
  const [id = ''] = flow.split('@')
  if (id === 'storefront') return id
  throw new Complaint(`${path} was recorded with ${flow}: say where that is, with --flow <file>.`)
}

function compare(recorded: readonly string[], now: readonly string[], note: (line: string) => void): number {
  const at = Array.from({ length: Math.max(recorded.length, now.length) }).findIndex((_, index) => recorded[index] !== now[index])
  if (recorded.length === 0 || at < 0) {
    note(recorded.length === 0 ? 'The recording does not say what was said.' : 'The same as when it was recorded.')
    return 0
  }
  note(`Not the same as when it was recorded, from line ${at + 1}:`)
  const from = Math.max(0, at - AROUND)
  const window = (lines: readonly string[]) => lines.slice(from, at + AROUND + 1)
  for (const line of sideBySide(window(recorded), window(now), ['recorded', 'now'])) note(line)
  return 1
}
