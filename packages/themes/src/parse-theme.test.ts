import { expect, test } from 'vitest'
import { parseTheme } from './parse-theme.js'
import { theme as counter } from './skins/counter.js'

/** What is told of a theme that has a name and a description besides. */
function toldOf(theme: object): readonly string[] {
  const told: string[] = []
  parseTheme({ name: 'plum', description: 'Plum.', ...theme }, ({ path, problem }) => told.push(`${path} ${problem}`))
  return told
}

test.each(['#fff', ['#fff'], null, 7, true])('says of a scheme, parts and images that are %j what they should be', (value) => {
  expect(toldOf({ light: value, dark: value, parts: value, images: value })).toEqual([
    "light is not an object and is left out: write light: { accent: '#7a2f5b' }",
    "dark is not an object and is left out: write dark: { accent: '#7a2f5b' }",
    'parts is not an object and is left out: write parts: { launcher: { size: 60 } }',
    "images is not an object and is left out: write images: { logo: { path: 'M4 4h16v16H4z' } }",
  ])
})

test('says the same of a single part', () => {
  expect(toldOf({ parts: { launcher: 'header', panel: null } })).toEqual([
    "parts.launcher is not an object and is left out: write launcher: { ground: 'accent' }",
    "parts.panel is not an object and is left out: write panel: { border: 'none' }",
  ])
})

test('says of a picture that is a text what it has always said', () => {
  expect(toldOf({ images: { logo: '/logo.svg' } })).toEqual(['images.logo does not fit and is left out'])
})

test('wears what fits beside what does not', () => {
  const { light, dark } = parseTheme({ name: 'plum', description: 'Plum.', light: 'plum', dark: { accent: '#e0a0c8' } })
  expect([light, dark.accent]).toEqual([counter.light, '#e0a0c8'])
})

test.each([
  ['colours that stand beside the schemes', { accent: '#7a2f5b', surface: '#fff' }, 'accent'],
  ['a module in place of its theme', { theme: { name: 'plum', description: 'Plum.', light: { accent: '#7a2f5b' } } }, 'theme'],
])('says of %s that nothing is worn of them', (_what, written, first) => {
  expect(toldOf(written)).toEqual([`${first} is not a token, and nothing else here is worn`])
})

test('says nothing of a theme that is one, whatever else it holds, and of one that leaves all out', () => {
  expect(toldOf({ light: { accent: '#7a2f5b' }, colour: 'plum' })).toEqual([])
  expect(toldOf({})).toEqual([])
  expect(toldOf({ version: 1 })).toEqual([])
})
