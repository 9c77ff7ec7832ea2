import type { Recording } from './recording.js'

/** How the test that is written reaches the flow. */
export interface ToTestOptions {
  /**
   * What the test imports `flow` from: a module, or a `.json` file.
   * @default the shipped flow for its own recordings, './flow.js' for others
   */
  readonly flow?: string
  /** Whether the test is TypeScript. @default true */
  readonly typed?: boolean
}

/**
 * The source of a Vitest file that replays a recording and expects the same words.
 *
 * @example writeFileSync('late-order.test.ts', toTest(recording, 'a late order goes to a person'))
 */
export function toTest(recording: Recording, name: string, { flow, typed = true }: ToTestOptions = {}): string {
  const shipped = recording.flow.startsWith('storefront@') && flow === undefined
  const from = flow ?? (shipped ? '@shopbell/core/flows/storefront' : './flow.js')
  const isJson = /\.json$/i.test(from)
  const { lines, ...happened } = recording
  return [
    ...(isJson && typed ? ["import type { Flow } from '@shopbell/core'"] : []),
    isJson
      ? `import flow from ${literal(from)} with { type: 'json' }`
      : `import { ${shipped ? 'storefrontFlow as flow' : 'flow'} } from ${literal(from)}`,
    `import { ${typed ? 'type Recording, ' : ''}replay } from '@shopbell/core/testing'`,
    "import { expect, test } from 'vitest'",
    '',
    `const recording${typed ? ': Recording' : ''} = ${literal({ ...happened, lines: [] }, 2)}`,
    '',
    `test(${literal(name)}, () => {`,
    `  expect(replay(flow${isJson && typed ? ' as unknown as Flow' : ''}, recording).lines).toEqual([`,
    ...lines.map((line) => `    ${literal(line)},`),
    '  ])',
    '})',
    '',
  ].join('\n')
}

/** JSON is JavaScript, but for two separators that end a line in old engines. */
function literal(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}
