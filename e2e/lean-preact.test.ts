// The script tag's Preact is without what the widget never asks of it (scripts/never-asked.mjs), so the widget must not begin to ask.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lean } from '../scripts/lean-preact.mjs'
import { neverAsked } from '../scripts/never-asked.mjs'

const widget = fileURLToPath(new URL('../packages/widget/', import.meta.url))
const read = (folder: string, named: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => named.test(file))
    .map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }))

const ASKS: readonly (readonly [string, RegExp])[] = [
  ['HTML as a string', /dangerouslySetInnerHTML/],
  ['styles in an attribute', /<[\w.]+\s[^<>]*\bstyle=/],
  ['a listener that captures', /\bon\w+Capture=/],
  ['formulas, templates, bars of progress, HTML in pictures', /<(math|template|progress|foreignObject)\b/],
  ['customised elements, popovers', /<\w[^<>]*\s(is|popover)=/],
  ['fields that begin with a value of their own', /\bdefault(Value|Checked)=/],
  ['cells over several rows or columns', /\b(row|col)Span=/],
  [
    'what a class may be told beside drawing',
    /\b(component(Did|Will)\w+|getDerivedState\w+|getSnapshotBeforeUpdate|setState|contextType)\b/,
  ],
  ['another way to take what is handed down', /\.Consumer\b/],
  ['drawing elsewhere, over what a server drew, or waiting while drawing', /\b(createPortal|hydrate|Suspense|preact\/compat)\b/],
  ['state beside signals', /\b(useState|useReducer|useErrorBoundary|useId|useImperativeHandle|useDebugValue)\b/],
  ['a signal as text or property, which only the whole library draws', /[{=]\{?\s*signals\.\w+\s*\}/],
  [
    'more of signals than is there',
    /import \{[^}]*\b(useComputed|useSignalEffect|batch|untracked|action|createModel)\b[^}]*\} from '@preact\/signals'/,
  ],
]

test.each(ASKS)('no component asks for %s', (_, asked) => {
  const sources = read(`${widget}src`, /(?<!\.test)\.tsx?$/).filter(({ file }) => !/^(testing|cli)\//.test(file))
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.filter(({ text }) => asked.test(text)).map(({ file }) => file)).toEqual([])
})

describe('in the files for script tags', () => {
  const files = read(`${widget}cdn`, /\.js$/)

  test('nothing can set HTML', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(
      files.filter(({ text }) => /innerHTML|outerHTML|insertAdjacentHTML|document\.write/.test(text)).map(({ file }) => file),
    ).toEqual([])
  })

  test('nothing is left of what was taken away', () => {
    const left = /\b(excessDomChildren|isHydrating|prevDebounce|prevRaf)\b/
    expect(files.filter(({ text }) => left.test(text)).map(({ file }) => file)).toEqual([])
  })
})

test.each(Object.keys(neverAsked))('a new Preact whose %s says something else ends the build', (file) => {
  expect(() => lean(file, 'export {}')).toThrow(/no longer says/)
})
