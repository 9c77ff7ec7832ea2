import { signal } from '@preact/signals'
import { checkTheme, type Theme } from '@shopbell/themes'
import { theme as counter } from '@shopbell/themes/skins/counter'
import { theme as kite } from '@shopbell/themes/skins/kite'
import { theme as onyx } from '@shopbell/themes/skins/onyx'
import { expect, test } from 'vitest'
import { keepDraft } from './keep-draft.js'
import { openTheme } from './open-theme.js'
import { createStudio } from './studio.js'
import { themeFile } from './theme-file.js'

const plum = { name: 'plum', description: 'Plum.', light: { accent: '#7a2f5b' }, parts: { launcher: { size: 60 } } } as const

test.each<[string, Theme, (theme: Theme) => string]>([
  ['a file', kite, themeFile],
  ['a file with parts', plum, themeFile],
  ['packed JSON', onyx, (theme) => `${JSON.stringify({ version: 1, ...theme })}\n`],
])('%s is the theme that it was', (_name, theme, written) => {
  const opened = openTheme(written(theme))
  expect(opened).toEqual({ theme, leftOut: [], meant: [] })
  expect(checkTheme(Object(opened).theme)).toEqual(checkTheme(theme))
})

test('what no theme can say is left out and named', () => {
  const hostile = {
    ...plum,
    onclick: 'alert(1)',
    light: { accent: 'url(x)', text: '#111' },
    parts: { person: { size: 0 } },
    radius: 3,
  }
  expect(openTheme(JSON.stringify(hostile))).toEqual({
    theme: { name: 'plum', description: 'Plum.', light: { text: '#111111' } },
    leftOut: ['radius', 'light.accent', 'parts.person.size', 'onclick'],
    meant: [],
  })
})

test('what was probably meant by a mistyped name is said', () => {
  expect(openTheme(JSON.stringify({ ...plum, light: { acent: '#7a2f5b' }, raduis: 'sharp' }))).toMatchObject({
    leftOut: ['light.acent', 'raduis'],
    meant: ['raduis: Did you mean radius?', 'light.acent: Did you mean light.accent?'],
  })
})

test('the theme that the command line begins is read, its comment apart', () => {
  const text =
    "// @ts-check\n\n/**\n * @type {import('@shopbell/themes').Theme}\n */\nexport const theme = {\n  name: 'crumb',\n  description: 'Crumb.',\n}\n"
  expect(openTheme(text)).toMatchObject({ theme: { name: 'crumb' } })
})

test('a theme that cannot be read by everybody is opened, for the findings to say so', () => {
  const opened = openTheme('{ "name": "fog", "description": "Fog.", "light": { "text": "#cccccc" } }')
  expect(checkTheme(Object(opened).theme).map(({ path }) => path)).toContain('light.text')
})

test.each([
  ['', 'has no theme in it'],
  ['alert(1)', 'has no theme in it'],
  ['{ "version": 2, "name": "plum" }', /another version|version/],
])('%s is refused', (text, why) => {
  expect(openTheme(text)).toMatch(why)
})

test('the draft is there again after a reload, and a skin is still known as one', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
  const skins = [counter, kite]
  const before = createStudio(skins)
  keepDraft(before, storage)
  before.begin(kite)
  const known = createStudio(skins)
  keepDraft(known, storage)
  expect(known.draft.value).toBe(kite)
  known.write('radius', 'sharp')
  const after = createStudio(skins)
  keepDraft(after, storage)
  expect(after.draft.value).toEqual({ ...kite, radius: 'sharp' })
})

test('a browser that keeps nothing costs nothing but the draft', () => {
  const refuse = () => {
    throw new Error('No.')
  }
  const studio = { draft: signal<Theme>(kite), skins: [], begin: refuse }
  expect(() => keepDraft(studio, { getItem: refuse, setItem: refuse })).not.toThrow()
})
