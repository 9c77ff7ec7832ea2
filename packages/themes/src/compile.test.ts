import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkTheme } from './check-theme.js'
import { compileTheme } from './compile.js'
import { looks } from './looks.js'
import { resolveTheme } from './resolve-theme.js'
import { theme as counter } from './skins/counter.js'
import type { Theme } from './theme.js'

const named = { name: 'corner-shop', description: 'Plum and paper' }

// The whole of what the first part of a sheet may be. A value has no quote, brace, colon, semicolon, slash, backslash or @ in it.
const declarations = '(?:(?:color-scheme|--shopbell-[a-z-]+):[\\w #,.()*-]+;)*(?:color-scheme|--shopbell-[a-z-]+):[\\w #,.()*-]+'
const properties = new RegExp(
  `^:host\\{${declarations}\\}` +
    `@media \\(prefers-color-scheme:dark\\)\\{:host\\(:not\\(\\[data-scheme=light\\]\\)\\)\\{${declarations}\\}\\}` +
    `:host\\(\\[data-scheme=dark\\]\\)\\{${declarations}\\}`,
)
/** Every text that a theme can bring behind that, but for sizes and pictures. */
const ownRules = Object.values(looks).flatMap((choice) => Object.values(choice).filter((text) => text.includes('{')))

const functions = (sheet: string) => new Set(sheet.match(/[\w-]+(?=\()/g))

function expectTame(sheet: string) {
  expect(sheet).toMatch(properties)
  const rules = ownRules.reduce((left, rule) => left.replace(rule, ''), sheet.replace(properties, ''))
  // What is left are parts and pictures, whose values are sizes, path data and names of properties.
  expect(rules).toMatch(/^(?:@media \([\w -]+:[\w-]+\)(?: and \([\w -]+:[\w-]+\))?\{|[\w .:;#~>=*,%()[\]{}-]|"[\w .-]*")*$/)
  expect([...functions(sheet)].filter((name) => /url|image|src|attr|element|paint|env|expression/.test(name))).toEqual([])
  expect(sheet.length).toBeLessThan(10_000)
}

test('a sheet declares exactly the documented properties', () => {
  const properties = [...new Set(compileTheme(counter).match(/--shopbell-[a-z-]+(?=:)/g))].sort()
  expect(properties.map((property) => property.replace('--shopbell-', ''))).toEqual([
    'accent',
    'danger',
    'font',
    'good',
    'header',
    'line',
    'on-accent',
    'on-header',
    'outline',
    'quiet',
    'radius',
    'raised',
    'shadow',
    'space',
    'surface',
    'text',
    'warning',
  ])
})

test.each([
  [{ radius: 'sharp' }, '--shopbell-radius:2px;'],
  [{ radius: 'soft' }, '--shopbell-radius:10px;'],
  [{ radius: 'round' }, '--shopbell-radius:18px;'],
  [{ density: 'compact' }, '--shopbell-space:3px;'],
  [{ density: 'normal' }, '--shopbell-space:4px;'],
  [{ density: 'airy' }, '--shopbell-space:5px;'],
  [{ font: 'inherit' }, '--shopbell-font:inherit;'],
  [{ font: 'mono' }, 'monospace;'],
  [{ depth: 'lifted' }, '--shopbell-shadow:0 1px 3px #26211b1f,0 12px 36px #26211b1f;'],
  [{ depth: 'flat' }, '--shopbell-shadow:0 0 #0000,0 0 #0000;'],
  [{ light: { onAccent: '#ABC' } }, '--shopbell-on-accent:#aabbcc;'],
  [{ dark: { line: '#FFFFFF22' } }, '--shopbell-line:#ffffff22;'],
] as const)('%j becomes %s', (tokens, declaration) => {
  expect(compileTheme({ ...named, ...tokens })).toContain(declaration)
})

test('nothing is smuggled in through a value, even past the types', () => {
  for (const evil of [
    'red;} *{',
    '#fff;} *{display:none',
    '#fff}</style><script>',
    'url(https://evil.example)',
    'u\\72l(https://evil.example)',
    'image-set("x" 1x)',
    'expression(alert(1))',
    '-moz-binding:url(x)',
    '@import "x"',
    '#fff/**/;',
    '\uFEFF#fff',
    '#fff\u0000',
    'var(--shopbell-x, url(x))',
    'constructor',
    '__proto__',
  ]) {
    const palette = Object.fromEntries(Object.keys(counter.light).map((token) => [token, evil]))
    const choices = Object.fromEntries(Object.keys(looks).map((choice) => [choice, evil]))
    const theme = { name: evil, description: evil, light: palette, dark: palette, ...choices } as unknown as Theme
    expect(compileTheme(theme)).toBe(compileTheme(counter))
  }
})

test.each([
  ['paths', { logo: { path: 'M2 2h20v20H2z' }, avatar: { path: 'M2 2h20v20H2z' }, launcher: { path: 'M2 2a9 9 0 0 1 9 9z' } }],
  ['scripts', { logo: { path: 'M2 2");}*{display:none' }, launcher: { path: '<svg onload=x>' } }],
])('a sheet with pictures stays within its grammar: %s', (_, images) => {
  expectTame(compileTheme({ ...named, images } as Theme))
})

const tokens = Object.keys(counter.light)
const plausible = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'#0123456789abcdefABCDEF'), maxLength: 10 }),
  fc.constantFrom(...Object.values(looks).flatMap((choice) => Object.keys(choice))),
  fc.string({ unit: fc.constantFrom(...'#fF0;:{}()/*\\"\'<>@!\n -url') }),
  fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
)
const garbage = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withObjectString: true }),
  fc.dictionary(
    fc.oneof(fc.constantFrom('name', 'description', ...Object.keys(looks), '__proto__', 'toString'), fc.string()),
    plausible,
  ),
  fc
    .record({ light: fc.dictionary(fc.constantFrom(...tokens, '__proto__', 'constructor'), plausible), dark: plausible })
    .map((theme) => JSON.parse(JSON.stringify(theme, (_, value) => (typeof value === 'bigint' ? null : value))) as unknown),
)

test('whatever a theme is, nothing throws and the sheet stays within its grammar', () => {
  fc.assert(
    fc.property(garbage, (theme) => {
      const resolved = resolveTheme(theme)
      expect(Object.keys(resolved.light)).toEqual(tokens)
      expectTame(compileTheme(theme as Theme))
      expectTame(compileTheme(resolved))
      for (const finding of checkTheme(theme)) expect(finding.mend).not.toBe('')
    }),
    { numRuns: 150 },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
})

const colour = fc.stringMatching(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/)

test('every good colour arrives in the sheet, and is read back as it was settled', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...tokens), colour), (light) => {
      const theme = { ...named, light } as Theme
      const resolved = resolveTheme(theme)
      expect(compileTheme(theme)).toBe(compileTheme(resolved))
      for (const settled of Object.values(resolved.light)) expect(compileTheme(theme)).toMatch(new RegExp(`:${settled}[;}]`))
    }),
    { numRuns: 100 },
  )
})
