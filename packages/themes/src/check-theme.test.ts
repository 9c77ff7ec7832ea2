import { expect, test } from 'vitest'
import { checkTheme } from './check-theme.js'
import { nearestReadable } from './nearest-readable.js'
import { readablePairs } from './readable-pairs.js'
import { resolveTheme } from './resolve-theme.js'
import type { Palette } from './theme.js'

const named = { name: 'corner-shop', description: 'Plum and paper' }
const paths = (theme: unknown) => checkTheme(theme).map(({ path }) => path)

test('a theme with nothing but a name and a line is as good as its base', () => {
  expect(checkTheme(named)).toEqual([])
})

test('an unreadable theme is found, with the nearest colour that can be read', () => {
  expect(checkTheme({ ...named, light: { text: '#999' } })).toEqual([
    {
      path: 'light.text',
      problem: 'has a contrast of 2.66:1 on surface, and needs 4.5:1',
      mend: 'The nearest that can be read: light.text #717171.',
    },
    {
      path: 'light.text',
      problem: 'has a contrast of 2.84:1 on raised, and needs 4.5:1',
      mend: 'The nearest that can be read: light.text #717171.',
    },
  ])
})

const grey = '#808080'
const allGrey: Required<Palette> = {
  accent: grey,
  onAccent: grey,
  surface: grey,
  raised: grey,
  text: grey,
  quiet: grey,
  line: grey,
  outline: grey,
  header: grey,
  onHeader: grey,
  good: grey,
  warning: grey,
  danger: grey,
}

test.each(['light', 'dark'] as const)('grey on grey is found for every pair that a shopper must read, %s', (scheme) => {
  const found = checkTheme({ ...named, [scheme]: allGrey })
  expect(found.map(({ path, problem }) => [path, problem])).toEqual(
    readablePairs.map(({ ink, ground, least }) => [
      `${scheme}.${ink}`,
      `has a contrast of 1:1 on ${ground}, and needs ${least}:1`,
    ]),
  )
})

test('each pair that must be read is judged, words by 4.5 and marks by 3', () => {
  const pair = ({ ink, ground, least }: (typeof readablePairs)[number]) => `${ink}/${ground} ${least}`
  expect(readablePairs.map(pair).sort()).toEqual([
    'accent/raised 3',
    'accent/surface 3',
    'danger/raised 4.5',
    'danger/surface 4.5',
    'good/raised 4.5',
    'good/surface 4.5',
    'onAccent/accent 4.5',
    'onHeader/header 4.5',
    'outline/raised 3',
    'outline/surface 3',
    'quiet/raised 4.5',
    'quiet/surface 4.5',
    'text/raised 4.5',
    'text/surface 4.5',
    'warning/raised 4.5',
    'warning/surface 4.5',
  ])
})

test.each(['text', 'quiet', 'onAccent', 'onHeader', 'good', 'warning', 'danger', 'outline'] as const)(
  'words and marks nobody can see are found: %s as clear as glass',
  (token) => {
    expect(paths({ ...named, light: { [token]: '#00000000' } })).toContain(`light.${token}`)
  },
)

test.each([
  ['text', '#767676', true],
  ['text', '#777777', false],
  ['outline', '#949494', true],
  ['outline', '#969696', false],
] as const)('on white, %s of %s passes: %s', (token, colour, passes) => {
  const found = paths({ ...named, light: { surface: '#ffffff', raised: '#ffffff', [token]: colour } })
  expect(found).toEqual(passes ? [] : [`light.${token}`, `light.${token}`])
})

test.each(['surface', 'raised', 'accent', 'header'])('a translucent ground is found: %s', (token) => {
  const [finding] = checkTheme({ ...named, dark: { [token]: '#112233f0' } })
  expect(finding).toMatchObject({ path: `dark.${token}`, mend: 'Leave the last two digits out: #112233.' })
})

test('what the checker suggests passes, when it is taken', () => {
  const palette = resolveTheme({
    ...named,
    light: { quiet: '#b9b2a6', accent: '#ffd24a', onAccent: '#ffffff', danger: '#ff6a5a' },
  }).light
  const mended: Record<string, string> = { ...palette }
  for (const token of ['quiet', 'accent', 'danger', 'onAccent'] as const) {
    const colour = nearestReadable({ ...palette, ...mended }, token)
    if (colour) mended[token] = colour
  }
  expect(checkTheme({ ...named, light: mended })).toEqual([])
})

test('where no single colour mends a pair, the ground is named first', () => {
  const found = checkTheme({ ...named, light: { surface: '#999999', raised: '#666666', text: '#808080' } })
  expect(found.find(({ path }) => path === 'light.text')?.mend).toBe('Choose surface first, nearer to black or white; then text.')
})

test.each([
  ['light', 'acent', 'Did you mean light.accent?'],
  ['light', 'on-accent', 'Did you mean light.onAccent?'],
  ['dark', 'Surface', 'Did you mean dark.surface?'],
  ['dark', 'danegr', 'Did you mean dark.danger?'],
])('the unknown token %s.%s is answered with the name that was meant', (scheme, token, mend) => {
  expect(checkTheme({ ...named, [scheme]: { [token]: '#123456' } })).toEqual([
    { path: `${scheme}.${token}`, problem: 'is not a token', mend },
  ])
})

test('an unknown choice is answered with the name that was meant, or with all there are', () => {
  const [near, far] = checkTheme({ ...named, radios: 'round', css: '*{}' })
  expect(near).toMatchObject({ path: 'radios', mend: 'Did you mean radius?' })
  expect(far).toMatchObject({
    path: 'css',
    mend: expect.stringContaining('Take it out. There are name, description, light, dark, radius,'),
  })
})

test.each([
  [{ description: 'x' }, 'name'],
  [{ ...named, name: 'Corner Shop' }, 'name'],
  [{ ...named, name: '-shop' }, 'name'],
  [{ ...named, name: '__proto__' }, 'name'],
  [{ ...named, name: 'x'.repeat(81) }, 'name'],
  [{ name: 'x' }, 'description'],
  [{ ...named, description: ' ' }, 'description'],
  [{ ...named, description: 'two\nlines' }, 'description'],
  [{ ...named, light: 'dark' }, 'light'],
  [{ ...named, dark: [] }, 'dark'],
  [{ ...named, dark: null }, 'dark'],
  [{ ...named, light: { accent: 'red;} *{' } }, 'light.accent'],
  [{ ...named, light: { accent: 'url(//x)' } }, 'light.accent'],
  [{ ...named, radius: '4px' }, 'radius'],
  [{ ...named, font: 'Papyrus' }, 'font'],
  [JSON.parse('{"name":"x","description":"y","__proto__":{}}'), '__proto__'],
])('the malformed theme %j is found at %s', (theme, path) => {
  expect(paths(theme)).toEqual([path])
})

test('a computed value is found, and not run', () => {
  let runs = 0
  const theme = {
    ...named,
    get radius() {
      runs++
      return 'round'
    },
  }
  expect(checkTheme(theme)).toMatchObject([{ path: 'radius', problem: 'is computed, and a theme is data only' }])
  expect(runs).toBe(0)
})

test.each([undefined, null, 'fjord', 7, []])('%s is not a theme', (theme) => {
  expect(checkTheme(theme)).toHaveLength(1)
})

test('two hundred thousand unknown tokens, endless names and circles are judged at once, with a readable number of findings', () => {
  const crowd: Record<string, unknown> = { ...named, ['x'.repeat(5_000_000)]: 1 }
  for (let at = 0; at < 200_000; at++) crowd[`token-that-nobody-has-heard-of-${at}`] = crowd
  const found = checkTheme(crowd)
  expect(found).toHaveLength(100)
  expect(found.at(-1)).toEqual({ path: '', problem: 'There are more findings', mend: 'Mend these first.' })
  expect(Math.max(...found.map(({ path }) => path.length))).toBeLessThan(100)
})
