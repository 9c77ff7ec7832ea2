import type { Flow } from '@shopbell/core'
import { parseFlow } from '@shopbell/core/check'
import { type PlacedFinding, readJsonText } from './json-text.js'

/**
 * Reads a flow’s file: strict JSON of at most a megabyte. What keeps it from being a flow comes back with line and column.
 *
 * @example
 * const read = readFlowText(await readFile('flow.json', 'utf8'))
 * if ('findings' in read) for (const { line, column, says } of read.findings) console.error(`flow.json:${line}:${column} ${says}`)
 */
export function readFlowText(written: string): { readonly flow: Flow } | { readonly findings: readonly PlacedFinding[] } {
  return readJsonText(written, {
    parse: parseFlow,
    tooLarge: 'Split the flow into several.',
    tooDeep: 'A flow has all its steps side by side.',
  })
}
