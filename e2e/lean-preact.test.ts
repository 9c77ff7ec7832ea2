// The script tag's Preact is without what the widget never asks of it (scripts/never-asked.mjs), so the widget must not begin to ask.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { KNOWN, lean } from '../scripts/lean-preact.mjs'
import { neverAsked } from '../scripts/never-asked.mjs'

const widget = fileURLToPath(new URL('../packages/widget/', import.meta.url))
const read = (folder: string, named: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => named.test(file))
    .map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }))
const sources = read(`${widget}src`, /(?<!\.test)\.tsx?$/).filter(({ file }) => !/^(testing|cli)\//.test(file))

/** A node of the syntax tree, as far as it is looked at. */
interface Syntax {
  readonly type: string
  readonly [part: string]: unknown
}
const isSyntax = (value: unknown): value is Syntax => typeof value === 'object' && value !== null && 'type' in value

/** The node and all below it. */
function* below(node: Syntax): Generator<Syntax> {
  yield node
  for (const part of Object.values(node).flat()) if (isSyntax(part)) yield* below(part)
}
const nodesOf = ({ file, text }: { readonly file: string; readonly text: string }): Syntax[] => [
  ...below(parseSync(file, text).program as unknown as Syntax),
]
const part = (node: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (isSyntax(at) ? at[name] : undefined), node)

/** The beginning of an element, not of a component. */
const isElement = (node: Syntax): boolean =>
  node.type === 'JSXOpeningElement' &&
  part(node, 'name', 'type') === 'JSXIdentifier' &&
  /^[a-z]/.test(String(part(node, 'name', 'name')))

/** The elements of a file: `p`, and the names of what is given to it. What is spread over an element stands in the file, too. */
function elementsOf(source: { readonly file: string; readonly text: string }) {
  const nodes = nodesOf(source)
  const spread = nodes
    .filter(
      (node) => node.type === 'Property' && !/^(currency|percent|unit|long|short)$/.test(String(part(node, 'value', 'value'))),
    )
    .map((node) => String(part(node, 'key', 'name')))
  return nodes.filter(isElement).map((node) => {
    const given = (node['attributes'] as readonly Syntax[]).map((one) => String(part(one, 'name', 'name')))
    return { tag: String(part(node, 'name', 'name')), given: [...given, ...spread] }
  })
}

describe('no element', () => {
  const elements = sources
    .filter(({ file }) => file.endsWith('x'))
    .flatMap((source) => elementsOf(source).map((element) => ({ ...source, ...element })))

  test.each([
    ['HTML as a string', /^(dangerouslySetInnerHTML|(inner|outer)HTML|srcdoc)$/],
    ['a style of its own', /^style$/],
    ['another element’s behaviour, or a popover', /^(is|popover)$/],
    ['a value to begin with', /^default(Value|Checked)$/],
    ['several rows or columns', /^(row|col)Span$/],
    ['a form or a list by its name, or a file to save', /^(form|list|download)$/],
    ['what hears an event on its way down', /Capture$/],
  ])('is given %s', (_, names) => {
    expect(elements.length).toBeGreaterThan(150)
    const asked = elements.filter(({ given }) => given.some((name) => names.test(name)))
    expect(asked.map(({ file, tag }) => `${tag} in ${file}`)).toEqual([])
  })

  test('is a formula, a template, a bar of progress or HTML in a picture', () => {
    expect(elements.filter(({ tag }) => /^(math|template|progress|foreignObject)$/.test(tag)).map(({ file }) => file)).toEqual([])
  })
})

test('no signal stands where its value is meant, which only the whole library understands', () => {
  const drawn = sources.flatMap((source) => {
    const nodes = nodesOf(source)
    const own = new Set(
      nodes
        .filter((node) => /^(useSignal|signal|computed)$/.test(String(part(node, 'init', 'callee', 'name'))))
        .map((node) => part(node, 'id', 'name')),
    )
    const isSignal = (node: unknown) =>
      (isSyntax(node) && node.type === 'Identifier' && own.has(node['name'])) ||
      String(part(node, 'object', 'name')) === 'signals' ||
      (String(part(node, 'object', 'name')) === 'view' &&
        /^(opened|launcher|draft|side|title|pill)$/.test(String(part(node, 'property', 'name'))))
    const children = nodes.filter(({ type }) => type === 'JSXElement').flatMap(({ children }) => children as readonly Syntax[])
    const given = nodes
      .filter(isElement)
      .flatMap(({ attributes }) => (attributes as readonly Syntax[]).map((one) => one['value']))
    return [...children, ...given].some((one) => isSignal(part(one, 'expression'))) ? [source.file] : []
  })
  expect(drawn).toEqual([])
})

test.each([
  [
    'a class, or what it may be told',
    /\b(extends (Pure)?Component\b(?!\s*\{)|component(Did|Will)\w+|getDerivedState\w+|getSnapshotBeforeUpdate|setState|contextType)\b/,
  ],
  ['another way to take what is handed down', /\.Consumer\b/],
  [
    'drawing elsewhere, over what a server drew, or waiting while drawing',
    /\b(createPortal|hydrate|Suspense|cloneElement|preact\/compat)\b/,
  ],
  ['state beside signals', /\b(useState|useReducer|useErrorBoundary|useId|useImperativeHandle|useDebugValue)\b/],
  [
    'more of signals than is there',
    /import \{[^}]*\b(useComputed|useSignalEffect|batch|untracked|action|createModel)\b[^}]*\} from '@preact\/signals'/,
  ],
])('no source asks for %s', (_, asked) => {
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.filter(({ text }) => asked.test(text)).map(({ file }) => file)).toEqual([])
})

describe('of signals and what watches them, nobody', () => {
  const calls = (...names: readonly string[]) =>
    sources.flatMap((source) =>
      nodesOf(source)
        .filter((node) => node.type === 'CallExpression' && names.includes(String(part(node, 'callee', 'name'))))
        .map((node) => ({ file: source.file, given: node['arguments'] as readonly Syntax[] })),
    )

  test('gives one a name, or asks when it is watched', () => {
    const all = calls('signal', 'computed', 'useSignal', 'effect')
    expect(all.length).toBeGreaterThan(25)
    expect(all.filter(({ given }) => given.length > 1).map(({ file }) => file)).toEqual([])
  })

  test('leaves an effect something to clear away', () => {
    const effects = calls('effect')
    expect(effects.length).toBeGreaterThan(3)
    const answers = ([work]: readonly Syntax[]) =>
      work?.['expression'] ? [work['body']] : [...below(work as Syntax)].filter(isReturn).map((node) => node['argument'])
    const isReturn = ({ type }: Syntax) => type === 'ReturnStatement'
    const isNothing = (answer: unknown) => answer === null || part(answer, 'operator') === 'void'
    expect(effects.filter(({ given }) => !answers(given).every(isNothing)).map(({ file }) => file)).toEqual([])
  })

  test('takes one for its value, or ends an effect by a name', () => {
    const asked = /\.(valueOf|toJSON)\(\)|Symbol\.dispose\b|\busing \w+ =|\.dispose\(\)/
    expect(sources.filter(({ text }) => asked.test(text)).map(({ file }) => file)).toEqual([])
  })
})

test('the names that sources know Preact’s parts by are there', () => {
  const known = sources.flatMap(({ text }) => text.match(/\b__[a-z]{1,2}\b/g) ?? [])
  expect(new Set(known)).toEqual(new Set(Object.values(KNOWN)))
})

test('in the files for script tags nothing is left of what was taken away', () => {
  const files = read(`${widget}cdn`, /\.js$/)
  expect(files.length).toBeGreaterThan(40)
  const left = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\b(excessDomChildren|isHydrating|prevDebounce|prevRaf)\b/
  expect(files.filter(({ text }) => left.test(text)).map(({ file }) => file)).toEqual([])
})

describe('a Preact, or signals, that say something else end the build:', () => {
  const places = Object.entries(neverAsked).flatMap(([library, files]) =>
    Object.entries(files).flatMap(([file, groups]) =>
      Object.values(groups)
        .flat()
        .map((place) => [library, file, Array.isArray(place) ? place[0] : place] as const),
    ),
  )

  test.each(places)('%s, %s without %s', (library, file, place) => {
    const text = readFileSync(`${widget}node_modules/${library}/${file}`, 'utf8')
    expect(() => lean(library, file, text)).not.toThrow()
    expect(() => lean(library, file, text.split(place).join(''))).toThrow(/times, not/)
    expect(() => lean(library, file, `${text}\n${text}`)).toThrow(/times, not/)
  })
})
