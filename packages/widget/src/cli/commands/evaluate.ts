import { drawEvaluation, evaluateTriage, readEvaluationRows } from '@shopbell/core/testing'
import type { Command } from '../command.js'
import { Complaint } from '../complaint.js'
import { readText } from '../files.js'

/** More faults than these are only counted. */
const MOST_FAULTS = 10

/** `shopbell eval` */
export const evaluate: Command = {
  name: 'eval',
  takes: '<file.jsonl>',
  about: 'Measures where the rules send texts, against a file that says where they belong.',
  options: { json: { about: 'Print the figures as JSON.' } },
  examples: ['shopbell eval openings.jsonl'],
  least: 1,
  most: 1,
  async run({ given: [path = ''], has }, { out, note }) {
    const { rows, faults } = readEvaluationRows(await readText(path))
    for (const fault of faults.slice(0, MOST_FAULTS)) note(`${path}: ${fault}`)
    if (faults.length > MOST_FAULTS) note(`${path}: and ${faults.length - MOST_FAULTS} more lines that cannot be read`)
    if (rows.length === 0) {
      throw new Complaint(`${path} has nothing to measure: a line is { "text": "where is my parcel", "route": "order" }.`)
    }
    const evaluation = evaluateTriage(rows)
    out(has('json') ? JSON.stringify(evaluation, null, 2) : drawEvaluation(evaluation))
    return 0
  },
}
