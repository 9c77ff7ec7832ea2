import { drawFlow } from '@shopbell/core/testing'
import type { Command } from '../command.js'
import { writeText } from '../files.js'
import { readFlow } from '../read-flow.js'

/** `shopbell draw` */
export const draw: Command = {
  name: 'draw',
  takes: '<flow>',
  about: 'Draws a flow as a Mermaid chart.',
  options: { out: { value: 'file', about: 'Write it there instead of printing it.' } },
  examples: ['shopbell draw storefront', 'shopbell draw my-flow.json --out my-flow.mmd'],
  least: 1,
  most: 1,
  async run({ given: [written = ''], value }, { out, note }) {
    const chart = drawFlow(await readFlow(written))
    const file = value('out')
    if (file === undefined) out(chart.trimEnd())
    else {
      await writeText(file, chart)
      note(`Drawn into ${file}.`)
    }
    return 0
  },
}
