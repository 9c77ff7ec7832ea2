import { expect, test } from 'vitest'
import { contrast } from './contrast.js'
import { resolveTheme } from './resolve-theme.js'
import { theme as counter } from './skins/counter.js'

const dropped = (theme: unknown) => {
  const paths: string[] = []
  return { resolved: resolveTheme(theme, (path) => paths.push(path)), paths }
}

test.each([undefined, null, 0, 'fjord', [], {}, true, Symbol('x'), 10n])(
  '%s becomes the base theme, and nothing is dropped',
  (theme) => {
    const { resolved, paths } = dropped(theme)
    expect(resolved).toEqual(counter)
    expect(paths).toEqual([])
  },
)

test('what is written stays, and what is left out comes from the base', () => {
  const resolved = resolveTheme({ name: 'plum', light: { text: '#123' }, dark: { line: '#FFFFFF22' }, radius: 'round' })
  expect(resolved).toEqual({
    ...counter,
    name: 'plum',
    light: { ...counter.light, text: '#112233' },
    dark: { ...counter.dark, line: '#ffffff22' },
    radius: 'round',
  })
})

test('the answer is a fresh value: changing it changes neither the theme nor the base', () => {
  const resolved = resolveTheme({})
  Object.assign(resolved.light, { text: '#bad' })
  expect(resolveTheme({}).light.text).toBe(counter.light.text)
})

test('a settled theme settles to itself', () => {
  const resolved = resolveTheme({ name: 'plum', light: { accent: '#7a2f5b' }, dark: { header: '#222' } })
  expect(resolveTheme(resolved)).toEqual(resolved)
})

test('values that are none are dropped, and their paths told', () => {
  const { resolved, paths } = dropped({
    light: { text: 'red', accent: 7 },
    dark: { line: '#12' },
    radius: '12px',
    density: ['airy'],
    font: 'toString',
    launcher: null,
    depth: 'Flat',
    css: '*{}',
  })
  expect(resolved).toEqual(counter)
  expect(paths.sort()).toEqual(['dark.line', 'density', 'depth', 'font', 'launcher', 'light.accent', 'light.text', 'radius'])
})

test('inherited values, getters and __proto__ are not read', () => {
  const inherited = Object.create({ radius: 'round', light: { text: '#123456' } })
  const json = JSON.parse('{"__proto__": {"radius": "round"}, "light": {"__proto__": {"text": "#123456"}}}')
  const computed = {
    get radius(): string {
      throw new Error('A getter ran.')
    },
  }
  for (const theme of [inherited, json, computed]) expect(resolveTheme(theme)).toEqual(counter)
  expect(Object.hasOwn(Object.prototype, 'radius')).toBe(false)
})

test('an object that throws when it is looked at is the base theme', () => {
  const trap = () => {
    throw new Error('Do not touch.')
  }
  const hostile = new Proxy({}, { get: trap, has: trap, ownKeys: trap, getOwnPropertyDescriptor: trap, getPrototypeOf: trap })
  expect(resolveTheme(hostile)).toEqual(counter)
  expect(resolveTheme({ light: hostile, dark: hostile })).toEqual(counter)
})

test('endless names and descriptions are cut, not kept', () => {
  const resolved = resolveTheme({ name: 'x'.repeat(5_000_000), description: 'y'.repeat(5_000_000) })
  expect(resolved.name.length + resolved.description.length).toBe(400)
})

const brands = ['#000', '#fff', '#0a2540', '#dd0000', '#ffb000', '#ffee00', '#0000ff', '#808080', '#e35205', '#00000000'] as const

test.each(brands)(
  'a brand colour alone is enough: what is written on %s can be read in both schemes, and in the dark it is seen itself',
  (accent) => {
    const { light, dark } = resolveTheme({ light: { accent } })
    expect(contrast(light.onAccent, light.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark.onAccent, dark.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark.accent, dark.surface)).toBeGreaterThanOrEqual(3)
    expect(contrast(dark.accent, dark.raised)).toBeGreaterThanOrEqual(3)
  },
)

test.each(brands)('the header %s alone is enough', (header) => {
  const { light } = resolveTheme({ light: { header } })
  expect(contrast(light.onHeader, light.header)).toBeGreaterThanOrEqual(4.5)
})

test('nothing that was written is tuned', () => {
  const { light, dark } = resolveTheme({
    light: { accent: '#000000', onAccent: '#111111' },
    dark: { accent: '#010101', onAccent: '#020202' },
  })
  expect([light.accent, light.onAccent, dark.accent, dark.onAccent]).toEqual(['#000000', '#111111', '#010101', '#020202'])
})
