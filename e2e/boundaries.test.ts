import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// Reads import lines and holds them against docs/architecture.md, "Who may import what".

const root = fileURLToPath(new URL('../', import.meta.url))
const BUILT = /(^|\/)(node_modules|dist|cdn|\.shopbell-data)(\/|$)/
const SOURCE = /\.(ts|tsx|mjs|js|jsx)$/
const TEST = /\.(test|errors)\.[a-z]+$|\.browser\.test\.|\/testing\//

interface Import {
  readonly from: string
  readonly what: string
  readonly kind: 'value' | 'type' | 'lazy'
}

/** The imports and re-exports of a module's text, comments left out. */
export function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text)
  const found: Import[] = []
  for (const [, words = '', what = ''] of code.matchAll(
    /^\s*(?:import|export)\s+((?:type\s)?[^'"`;()]*?\sfrom\s+|)['"]([^'"]+)['"]/gm,
  )) {
    const onlyTypes = words.startsWith('type ') || /^\{\s*(?:type\s+\w+(?:\s+as\s+\w+)?\s*,?\s*)+\}/.test(words)
    found.push({ from: words, what, kind: onlyTypes ? 'type' : 'value' })
  }
  for (const [, what = ''] of code.matchAll(/(?<!typeof\s)\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ from: '', what, kind: 'lazy' })
  return found
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1')

const walk = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    if (BUILT.test(path)) return []
    return statSync(join(root, path)).isDirectory() ? walk(path) : [path]
  })

const all = [...walk('packages'), ...walk('examples')]
const modules = all
  .filter((path) => SOURCE.test(path))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, imports: importsOf(text) }
  })
const shipped = modules.filter(({ path }) => !TEST.test(path))

/** A relative import as a path from the root; others stay as they are. */
const target = (path: string, what: string) =>
  what.startsWith('.')
    ? relative(root, join(root, dirname(path), what))
        .split(sep)
        .join('/')
        .replace(/\?.*$/, '')
    : what

const PURE = /^packages\/core\/src\/(conversation|flow|facts|triage|handoff|delivery)\//
/** What the pure rooms stand on: plain values, words and measures, and the types of the contract. */
const GROUND = /^packages\/core\/src\/(json|limits|locales\/.+)\.js$/
/** Where a shape is said, and checked. No shopper downloads these, but one whose shop loads its flow as JSON. */
const SCHEMA = /\/(flow\/(flow-schema|parse-flow)|handoff\/(packet-schema|check-hours))\.ts$/
const CONTRACT = /^packages\/core\/src\/(adapter|snapshot|environment|boundary\/.+)\.js$/

interface Rule {
  readonly name: string
  readonly of: RegExp
  allows(what: string, kind: Import['kind'], path: string): boolean
}

const rules: readonly Rule[] = [
  {
    name: 'core’s pure rooms stand on each other and on plain values only',
    of: PURE,
    allows: (what, kind, path) =>
      PURE.test(what) ||
      GROUND.test(what) ||
      (kind === 'type' && CONTRACT.test(what)) ||
      (what === 'valibot' && (kind === 'type' || SCHEMA.test(path))),
  },
  {
    name: 'core’s adapters know the contract, not each other, and fetch a vendor’s library when they need it',
    of: /^packages\/core\/src\/adapters\//,
    allows: (what, kind) =>
      what.startsWith('packages/core/src/')
        ? !/\/(adapters|testing)\/|\/(chat|live|machine|view)\.js$/.test(what)
        : kind !== 'value',
  },
  {
    name: 'core needs nothing else of the workspace, and no library but valibot unless an adapter asks',
    of: /^packages\/core\/src\//,
    allows: (what, kind, path) =>
      what.startsWith('packages/core/src/') || what === 'valibot' || (path.includes('/adapters/') && kind !== 'value'),
  },
  { name: 'themes need nothing', of: /^packages\/themes\/src\//, allows: (what) => what.startsWith('packages/themes/src/') },
  {
    name: 'the user interface knows preact, its siblings and core, never an adapter or the browser’s rooms',
    of: /^packages\/widget\/src\/ui\//,
    allows: (what) =>
      /^(preact(\/[a-z-]+)?|@preact\/signals|@shopbell\/core)$/.test(what) ||
      /^packages\/widget\/src\/(ui|styles)\/|\/parts\.js$/.test(what),
  },
  { name: 'the loader imports nothing', of: /^packages\/widget\/src\/loader\.ts$/, allows: () => false },
  {
    name: 'packages reach each other by name only',
    of: /^packages\/(core|themes|widget)\//,
    allows: (what, _kind, path) => !what.startsWith('packages/') || what.startsWith(path.split('/').slice(0, 2).join('/')),
  },
  {
    name: 'examples use packages by name and stay in their own folder',
    of: /^examples\/[^/]+\//,
    allows: (what, _kind, path) =>
      !/^(\.\.|packages\/|examples\/)/.test(what) || what.startsWith(`${path.split('/').slice(0, 2).join('/')}/`),
  },
]

test.each(rules)('$name', ({ of, allows }) => {
  const judged = shipped.filter(({ path }) => of.test(path))
  const broken = judged.flatMap(({ path, imports }) =>
    imports
      .map(({ what, kind }) => ({ what: target(path, what), kind }))
      .filter(({ what, kind }) => !allows(what, kind, path))
      .map(({ what, kind }) => `${path} → ${what} (${kind})`),
  )
  expect(judged.length).toBeGreaterThan(0)
  expect(broken).toEqual([])
})

test('nobody imports past the exports of a package', () => {
  const open = new Map(
    ['core', 'themes', 'widget'].map((name) => {
      const { exports } = JSON.parse(readFileSync(join(root, `packages/${name}/package.json`), 'utf8')) as { exports: object }
      return [`@shopbell/${name}`, Object.keys(exports).map((path) => path.slice(1))]
    }),
  )
  const isOpen = (what: string) => {
    const [, name = '', path = ''] = /^(@shopbell\/[^/]+)(.*)$/.exec(what) ?? []
    return open.get(name)?.some((way) => (way.endsWith('/*') ? path.startsWith(way.slice(0, -1)) : way === path)) ?? false
  }
  const deep = modules.flatMap(({ path, imports }) =>
    imports.filter(({ what }) => what.startsWith('@shopbell/') && !isOpen(what)).map(({ what }) => `${path} → ${what}`),
  )
  expect(deep).toEqual([])
})

test('core’s pure rooms import each other without a circle', () => {
  const edges = new Map(
    shipped
      .filter(({ path }) => PURE.test(path))
      .map(({ path, imports }) => [
        path,
        imports.filter(({ kind }) => kind === 'value').map(({ what }) => target(path, what).replace(/\.js$/, '.ts')),
      ]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) for (const next of edges.get(path) ?? []) visit(next, [...way, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  expect(circles).toEqual([])
})

test('core’s pure rooms have no clock and no chance', () => {
  const impure = shipped.filter(
    ({ path, text }) => PURE.test(path) && /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b/.test(withoutComments(text)),
  )
  expect(impure.map(({ path }) => path)).toEqual([])
})

test('no text ever becomes HTML or code', () => {
  const sinks =
    /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc|createContextualFragment|DOMParser)\b|\bdocument\.write|\beval\(|\bnew Function\b/
  const hits = shipped.filter(({ path, text }) => path.includes('/src/') && sinks.test(withoutComments(text)))
  expect(hits.map(({ path }) => path)).toEqual([])
})

test('no room is called utils, helpers, common, lib or misc', () => {
  const vague = all.filter((path) => /(^|\/)(utils?|helpers?|common|lib|misc|shared)(\/|\.[a-z.]+$)/.test(path))
  expect(vague).toEqual([])
})

test('the leaves depend on nothing, and core asks for the socket library without bringing it', () => {
  const manifest = (name: string) =>
    JSON.parse(readFileSync(join(root, `packages/${name}/package.json`), 'utf8')) as Record<string, object>
  expect(Object.keys(manifest('themes')['dependencies'] ?? {})).toEqual([])
  expect(Object.keys(manifest('core')['dependencies'] ?? {}).filter((name) => name !== 'valibot')).toEqual([])
})

test.each([
  ['packages/core/src/conversation/x.ts', "import { createChat } from '../chat.js'"],
  ['packages/core/src/triage/x.ts', "import type { Chat } from '../chat.js'"],
  ['packages/core/src/flow/x.ts', "import { httpAdapter } from '../adapters/http.js'"],
  ['packages/core/src/adapters/x.ts', "import { httpAdapter } from './http.js'"],
  ['packages/core/src/adapters/x.ts', "import { io } from 'socket.io-client'"],
  ['packages/core/src/chat.ts', "import { render } from 'preact'"],
  ['packages/core/src/live.ts', "import('@shopbell/themes')"],
  ['packages/themes/src/x.ts', "import { LIMITS } from '@shopbell/core'"],
  ['packages/themes/src/x.ts', "import { LIMITS } from '../../core/src/limits.js'"],
  ['packages/widget/src/ui/x.tsx', "import { httpAdapter } from '@shopbell/core/adapters/http'"],
  ['packages/widget/src/ui/x.tsx', "import { resumeKey } from '../browser/resume-key.js'"],
  ['packages/widget/src/loader.ts', "import type { Options } from './options.js'"],
  ['packages/widget/src/x.ts', "import { LIMITS } from '../../core/src/limits.js'"],
  ['examples/storefront/x.js', "import { mount } from '../../packages/widget/src/index.js'"],
  ['examples/desk/src/x.ts', "import { shop } from '../../storefront/shop/shop.js'"],
])('in %s, refuses %s', (path, text) => {
  const broken = rules.filter(
    ({ of, allows }) => of.test(path) && importsOf(text).some(({ what, kind }) => !allows(target(path, what), kind, path)),
  )
  expect(broken.length).toBeGreaterThan(0)
})

test('reads every kind of import line', () => {
  const text = `
    import './side.js'
    import one, { two } from "./value.js"
    import type { Three } from './type.js'
    import { type Four, type Five as Six } from './types.js'
    import { type Seven, eight } from './mixed.js'
    export * from './all.js'
    export type { Nine } from './type-again.js'
    // import './comment.js'
    /* import './block.js' */
    const ten = await import('./lazy.js')
    type Eleven = typeof import('./type-of.js')
    import {
      twelve,
    } from './lines.js'
  `
  expect(importsOf(text).map(({ what, kind }) => `${what} ${kind}`)).toEqual([
    './side.js value',
    './value.js value',
    './type.js type',
    './types.js type',
    './mixed.js value',
    './all.js value',
    './type-again.js type',
    './lines.js value',
    './lazy.js lazy',
  ])
})
