import { basename } from 'node:path'
import { diffFlows, type FlowDiff } from '@shopbell/core/testing'
import type { Command } from '../command.js'
import { readFlow } from '../read-flow.js'
import { readRecording } from '../read-recording.js'
import { sideBySide } from '../side-by-side.js'
import type { Terminal } from '../terminal.js'

/** `shopbell diff` */
export const diff: Command = {
  name: 'diff',
  takes: '<before> <after> <recordings…>',
  about: 'Holds two versions of a flow against recorded conversations: what changed, and for whom.',
  options: { json: { about: 'Print everything as JSON.' } },
  examples: ['shopbell diff storefront my-flow.json recordings/*.json'],
  least: 3,
  most: Number.POSITIVE_INFINITY,
  async run({ given: [before = '', after = '', ...paths], has }, terminal) {
    const [was, now] = await Promise.all([readFlow(before), readFlow(after)])
    const recordings = await Promise.all(paths.map(readRecording))
    const found = diffFlows(was, now, recordings)
    const names = paths.map((path) => basename(path, '.json'))
    if (has('json')) terminal.out(JSON.stringify({ ...found, names }, null, 2))
    else tell(found, names, terminal)
    return found.counts.changed > 0 ? 1 : 0
  },
}

function tell({ conversations, gone, counts }: FlowDiff, names: readonly string[], { out, paint }: Terminal): void {
  const nameOf = (index: number) => names[index] ?? `${index + 1}`
  for (const { index, same, turn, ends, stuck } of conversations) {
    if (same) continue
    const end = ends.before === ends.after ? `ends as before: ${ends.before}` : `ends ${ends.before} → ${ends.after}`
    out(`${paint('bold', nameOf(index))}: ${paint(ends.before === ends.after ? 'dim' : 'yellow', end)}`)
    if (stuck) out(`  cannot go on at turn ${stuck.turn + 1}: ${stuck.why}`)
    if (turn && !(stuck && turn.after.length === 0)) {
      out(`  first difference at turn ${turn.index + 1}:`)
      for (const line of sideBySide(turn.before, turn.after, ['before', 'after'])) out(line)
    }
    out('')
  }
  for (const { step, label, offered, tapped } of gone) {
    const by = tapped.length > 0 ? `; tapped in ${tapped.map(nameOf).join(', ')}` : ''
    out(`“${label}” is no longer offered at ${step}: offered in ${offered.map(nameOf).join(', ')}${by}`)
  }
  const { same, changed, endsDifferently, stuck } = counts
  const all = counts.conversations === 1 ? '1 conversation' : `${counts.conversations} conversations`
  out(`${all}: ${same} the same, ${changed} changed, ${endsDifferently} ending differently, ${stuck} stuck`)
}
