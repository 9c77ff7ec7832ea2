import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readablePairsOf } from './check/readable-pairs.js'
import { checkTheme } from './check-theme.js'
import { compileTheme } from './compile.js'
import { theme as counter } from './skins/counter.js'
import type { Palette, Theme } from './theme.js'

const readablePairs = readablePairsOf(counter)

const named = { name: 'corner-shop', description: 'Plum and paper' }
const paths = (theme: unknown) => checkTheme(theme).map(({ path }) => path)

test('a theme with nothing but a name and a line is as good as its base', () => {
  expect(checkTheme(named)).toEqual([])
})

test('an unreadable theme is found, with state, amount and the nearest colour that can be read', () => {
  const found = checkTheme({ ...named, light: { text: '#888' } })
  expect(found[0]).toEqual({
    rule: 'contrast',
    path: 'light.text',
    state: 'rest',
    problem: 'has a contrast of 2.66:1 on surface with 14 % of accent, and needs 4.5:1',
    mend: 'The nearest that can be read: light.text #636363.',
    nearest: { 'light.text': '#636363' },
  })
  expect(found.map(({ state }) => state)).toEqual(['rest', 'disabled', 'pressed', 'hover'])
})

test('a state that cannot be read is found though the control at rest can be', () => {
  // White on this green is 4.7:1. Under the pointer it takes 8 % of the text's colour, which is white too.
  const found = checkTheme({ ...named, dark: { accent: '#2b7f61', onAccent: '#ffffff', text: '#ffffff' } })
  expect(found.filter(({ path }) => path === 'dark.onAccent').map(({ state }) => state)).toEqual(['hover'])
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
  const each = [...new Set(readablePairs.map(({ ink, state }) => `${scheme}.${ink} ${state}`))]
  expect(found.map(({ path, state }) => `${path} ${state}`)).toEqual(each)
})

test('each pair that must be read is judged in each of its states, words by 4.5 and marks by 3', () => {
  const pair = ({ ink, ground, tints = [], state, least }: (typeof readablePairs)[number]) =>
    `${ink} on ${ground}${tints.map(({ of, share }) => ` + ${Math.round(share * 100)} ${of}`).join('')}, ${state} ${least}`
  expect(
    readablePairsOf({ ...counter, pattern: 'dots' })
      .map(pair)
      .sort(),
  ).toMatchInlineSnapshot(`
    [
      "accent on raised + 12 accent, rest 3",
      "accent on raised, selected 3",
      "accent on surface + 50 line, focus 3",
      "accent on surface, focus 3",
      "danger on raised, error 4.5",
      "danger on surface + 50 line, error 4.5",
      "danger on surface, error 4.5",
      "good on raised, rest 4.5",
      "good on surface + 50 line, rest 4.5",
      "good on surface, rest 4.5",
      "onAccent on accent + 8 text, hover 4.5",
      "onAccent on accent, rest 4.5",
      "onHeader on header + 9 onHeader, hover 4.5",
      "onHeader on header, rest 4.5",
      "outline on raised, rest 3",
      "outline on surface + 50 line, rest 3",
      "outline on surface, rest 3",
      "quiet on raised + 12 accent, pressed 4.5",
      "quiet on raised + 9 quiet, hover 3",
      "quiet on raised, rest 4.5",
      "quiet on surface + 50 line, rest 4.5",
      "quiet on surface, rest 4.5",
      "text on line, disabled 4.5",
      "text on line, disabled 4.5",
      "text on raised + 10 accent, rest 4.5",
      "text on raised + 12 accent, pressed 4.5",
      "text on raised + 7 accent, hover 4.5",
      "text on raised + 9 accent, hover 4.5",
      "text on raised + 9 text, hover 4.5",
      "text on raised, rest 4.5",
      "text on surface + 12 accent, hover 4.5",
      "text on surface + 14 accent, rest 4.5",
      "text on surface + 50 line + 14 accent, rest 4.5",
      "text on surface + 50 line + 7 accent, hover 4.5",
      "text on surface + 50 line + 9 text, hover 4.5",
      "text on surface + 50 line, rest 4.5",
      "text on surface + 6 accent, rest 4.5",
      "text on surface + 7 accent, hover 4.5",
      "text on surface + 9 text, hover 4.5",
      "text on surface, rest 4.5",
      "warning on raised, rest 4.5",
      "warning on surface + 50 line, rest 4.5",
      "warning on surface, rest 4.5",
    ]
  `)
})

test.each(['text', 'quiet', 'onAccent', 'onHeader', 'good', 'warning', 'danger', 'outline'] as const)(
  'words and marks nobody can see are found: %s as clear as glass',
  (token) => {
    expect(paths({ ...named, light: { [token]: '#00000000' } })).toContain(`light.${token}`)
  },
)

test.each([
  ['warning', '#767676', true],
  ['warning', '#777777', false],
  ['outline', '#949494', true],
  ['outline', '#969696', false],
] as const)('on white, %s of %s passes: %s', (token, colour, passes) => {
  const found = paths({ ...named, light: { surface: '#ffffff', raised: '#ffffff', [token]: colour } })
  expect(found).toEqual(passes ? [] : [`light.${token}`])
})

test.each(['surface', 'raised', 'accent', 'header'])('a translucent ground is found: %s', (token) => {
  const [finding] = checkTheme({ ...named, dark: { [token]: '#112233f0' } })
  expect(finding).toMatchObject({ path: `dark.${token}`, mend: 'Leave the last two digits out: #112233.' })
})

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)
const tokens = Object.keys(counter.light) as (keyof Palette)[]

test('what the checker suggests really passes, whatever the colours are', () => {
  let suggestions = 0
  const palettes = fc.dictionary(fc.constantFrom(...tokens), colour, { minKeys: 1, maxKeys: 6 })
  fc.assert(
    fc.property(palettes, fc.constantFrom('light', 'dark'), fc.constantFrom('none', 'dots'), (palette, scheme, pattern) => {
      const theme = { ...named, pattern, [scheme]: palette }
      for (const { path, state, nearest = {} } of checkTheme(theme)) {
        for (const [at, value] of Object.entries(nearest)) {
          suggestions++
          // An accent also colours the scheme that says nothing, so the token to mend need not be in the scheme that was written.
          const [where = '', token = ''] = at.split('.')
          const written = where === scheme ? palette : {}
          const mended = checkTheme({ ...theme, [where]: { ...written, [token]: value } })
          // Nothing is left to say of the token itself, in any state.
          expect(mended.filter((one) => one.path === at)).toEqual([])
          if (at === path) expect(mended.filter((one) => one.path === path && one.state === state)).toEqual([])
        }
      }
    }),
    { numRuns: 25, examples: [[{ accent: '#e6faee' }, 'light', 'none']] },
  )
  expect(suggestions).toBeGreaterThan(50)
})

test.each([
  [{ launcher: { size: 20 } }, 'parts.launcher.size', 48],
  [{ launcher: { size: 47.9 } }, 'parts.launcher.size', 48, 'is 47.9 px, 0.1 px too small for a finger'],
  [{ launcher: { size: 65 } }, 'parts.launcher.size', 64],
  [{ launcher: { size: Number.NaN } }, 'parts.launcher.size', 48],
  [{ 'quick-replies': { size: 24 } }, 'parts.quick-replies.size', 44],
])('the size in %j is found, and the nearest passes', (parts, path, nearest, problem = expect.any(String)) => {
  const [finding, ...others] = checkTheme({ ...named, parts })
  expect(others).toEqual([])
  expect(finding).toMatchObject({ rule: 'size', path, problem, nearest: { [path]: nearest } })
  const [, part = '', property = ''] = path.split('.')
  expect(checkTheme({ ...named, parts: { [part]: { [property]: nearest } } })).toEqual([])
})

test.each([
  ['a hair', 'M0 0L24 24L23.99 24z'],
  ['two dots in opposite corners', 'M0 0h.1v.1zM24 24h-.1v-.1z'],
  ['squares that cancel each other', 'M0 0v24h24v-24zM0 0h24v24h-24z'],
  ['hairs where somebody might look', 'M0 1.12h24v.02H0zM0 8.12h24v.02H0zM0 15.12h24v.02H0zM0 22.12h24v.02H0z'],
  ['so many hairs that they fill a fifth', Array.from({ length: 24 }, (_, nth) => `M0 ${nth}h24v.2H0z`).join('')],
])('a picture of no ink is found: %s', (_, path) => {
  const [finding] = checkTheme({ ...named, images: { launcher: { path } } })
  expect(finding).toMatchObject({
    rule: 'extent',
    path: 'images.launcher',
    problem: expect.stringContaining('too little to be seen'),
  })
})

test.each([
  { accent: '#d99a1b', quiet: '#9a9a9a' },
  { accent: '#ff7a00', text: '#999999' },
])('of two colours that cannot be read each is told its own mend, and what that changes in a second round: %j', (light) => {
  const told = (colours: object) =>
    Object.fromEntries(
      checkTheme({ ...named, light: colours }).map(({ path, nearest = {} }) => [path.split('.').at(-1), nearest[path]]),
    )
  const mends = told(light)
  expect(Object.keys(mends).sort()).toEqual(Object.keys(light).sort())
  const mended = { ...light, ...mends }
  expect(told({ ...mended, ...told(mended) })).toEqual({})
})

test.each<[theme: { depth?: string; light?: object; dark?: object; parts?: { launcher: object } }, found: boolean]>([
  [
    { depth: 'crisp', light: { line: '#00000000' }, dark: { line: '#00000000' }, parts: { launcher: { ground: 'surface' } } },
    true,
  ],
  [{ depth: 'crisp', parts: { launcher: { ground: 'surface', border: 'none' } } }, true],
  [
    {
      depth: 'crisp',
      light: { text: '#000000', line: '#8f8f8f' },
      dark: { text: '#ffffff', line: '#727272' },
      parts: { launcher: { ground: 'raised' } },
    },
    false,
  ],
  [
    {
      light: { header: '#8f8576', onHeader: '#000000' },
      parts: { launcher: { ground: 'header', border: 'outline', shadow: 'none' } },
    },
    true,
  ],
  [{ light: { header: '#1c5a4a' }, parts: { launcher: { ground: 'header', border: 'accent', shadow: 'none' } } }, true],
  [{ depth: 'flat', parts: { launcher: { ground: 'surface' } } }, true],
  [{ parts: { launcher: { ground: 'raised', border: 'line', shadow: 'none' } } }, true],
  [{ parts: { launcher: { ground: 'header', shadow: 'none' } } }, true],
  [{ depth: 'flat', parts: { launcher: { ground: 'surface', border: 'outline' } } }, false],
  [{ depth: 'flat' }, false],
  // In the light a soft shadow is seen; in the dark it is black on black.
  [{ parts: { launcher: { ground: 'surface' } } }, true],
  [{ depth: 'deep', parts: { launcher: { ground: 'raised', border: 'line' } } }, true],
  [{ parts: { launcher: { ground: 'surface', border: 'outline' } } }, false],
])('whether a launcher can be told from the page is judged: %j', (theme, found) => {
  const findings = checkTheme({ ...named, ...theme })
  expect(findings.map(({ rule }) => rule)).toEqual(found ? ['edge'] : [])
  for (const { nearest = {} } of findings)
    expect(
      checkTheme({
        ...named,
        ...theme,
        parts: {
          launcher: {
            ...theme.parts?.launcher,
            ...Object.fromEntries(Object.entries(nearest).map(([path, value]) => [path.split('.').at(-1), value])),
          },
        },
      }),
    ).toEqual([])
})

test.each([
  [{ parts: { panel: { border: 'none', shadow: 'none' } } }, true],
  [{ depth: 'flat', parts: { panel: { border: 'none' } } }, true],
  [{ parts: { panel: { border: 'none' } } }, false],
  [{ depth: 'flat', parts: { panel: { shadow: 'none' } } }, false],
])('whether the panel can be told from the page is judged: %j', (theme, found) => {
  expect(checkTheme({ ...named, ...theme }).map(({ path }) => path)).toEqual(found ? ['parts.panel'] : [])
})

test.each([
  [{ light: { accent: 'rgb(28, 90, 74)' } }, 'light.accent', '#rgb, #rrggbb or #rrggbbaa: #1c5a4a'],
  [{ light: { accent: '1c5a4a' } }, 'light.accent', '#rgb, #rrggbb or #rrggbbaa: #1c5a4a'],
  [{ light: { accent: ' #1C5A4A ' } }, 'light.accent', '#rgb, #rrggbb or #rrggbbaa: #1c5a4a'],
  [{ light: { accent: 'hsl(160 50% 23%)' } }, 'light.accent', '#rgb, #rrggbb or #rrggbbaa: #1d5844'],
  [{ light: { accent: 'hsl(210deg, 50%, 40%)' } }, 'light.accent', '#rgb, #rrggbb or #rrggbbaa: #336699'],
  [{ light: { accent: 'hsl(160 50% 23% / 0.9)' } }, 'light.accent', '#rgb, #rrggbb or #rrggbbaa.'],
  [{ light: { accent: 'oklch(0.42 0.11 345)' } }, 'light.accent', '#rgb, #rrggbb or #rrggbbaa.'],
  [{ light: { accent: 'color(display-p3 0.4 0.2 0.3)' } }, 'light.accent', '#rgb, #rrggbb or #rrggbbaa.'],
  [{ lihgt: { accent: '#1c5a4a' } }, 'lihgt', 'Did you mean light?'],
  [{ accent: '#1c5a4a' }, 'accent', 'Did you mean light.accent?'],
  [{ text: '#1c5a4a' }, 'text', 'Did you mean light.text?'],
])('an honest mistake is answered with the way out: %j', (theme, path, mend) => {
  expect(checkTheme({ ...named, ...theme })).toMatchObject([{ path, mend: expect.stringContaining(mend) }])
})

test('a picture from a host that the shop allows passes, and from one below or beside it does not', () => {
  const logo = (address: string) => ({ ...named, images: { logo: { address } } })
  const hosts = ['cdn.shop.example']
  expect(checkTheme(logo('https://cdn.shop.example/brand/logo.svg'), hosts)).toEqual([])
  for (const address of [
    'https://evil.cdn.shop.example/logo.svg',
    'https://cdn.shop.example.evil.example/logo.svg',
    'https://cdn.shop.example@evil.example/logo.svg',
    'https://cdn.shop.example/logo.svg?visitor=1',
    'https://cdn.shop.example/account/logout',
    'https://cdn.shop.example/logo.svg#a',
    'https://cdn.shop.example/moving.gif',
    'https://cdn.shop.example/a");}*{display:none',
    'https://cdn.shop.example:8443/logo.svg',
    'http://cdn.shop.example/logo.svg',
    '//cdn.shop.example/logo.svg',
    'HTTPS://cdn.shop.example/logo.svg',
  ])
    expect(checkTheme(logo(address), hosts), address).toMatchObject([{ rule: 'address', path: 'images.logo' }])
})

test('a photo is no mark of the bot’s and no launcher’s, from whichever host, and is not worn as one', () => {
  const theme: object = { ...named, images: { avatar: { address: 'https://cdn.shop.example/face.png' } } }
  expect(checkTheme(theme, ['cdn.shop.example'])).toMatchObject([{ rule: 'address', path: 'images.avatar' }])
  expect(compileTheme(theme as Theme, ['cdn.shop.example'])).not.toContain('url(')
  const launcher: object = { ...named, images: { launcher: { address: 'https://cdn.shop.example/bell.png' } } }
  expect(checkTheme(launcher, ['cdn.shop.example'])).toMatchObject([
    { rule: 'address', path: 'images.launcher', problem: expect.stringContaining('would be empty') },
  ])
  expect(compileTheme(launcher as Theme, ['cdn.shop.example'])).not.toContain('faces')
  const logo = { ...named, images: { logo: { address: 'https://cdn.shop.example/logo.png' } } } as const
  expect(compileTheme(logo, ['cdn.shop.example'])).toContain('url("https://cdn.shop.example/logo.png")')
  expect(compileTheme(logo)).not.toContain('url(')
})

test.each([
  'Verified by us',
  'The OFFICIAL chat',
  'Certified',
  'Trusted',
  'Secure',
  'Refunds here',
  'Guaranteed',
  'Safe \u2713',
  'Safe \u2611',
  'Safe \u{1F5F8}',
  'O\ufb03cial',
  'Veri\u0301fied',
  '\u24CB\u24D4\u24E1\u24D8\u24D5\u24D8\u24D4\u24D3',
  'Get 20 percent back',
  '10 % off',
  'gi\u202eft',
  'a\u200bb',
  'a\u2028b',
  'a\ue000b',
])('a line that promises or hides something is found: %s', (description) => {
  expect(checkTheme({ ...named, description })).toMatchObject([{ rule: 'claim', path: 'description' }])
})

test('a name promises nothing either', () => {
  expect(checkTheme({ ...named, name: 'verified-official-shop' })).toMatchObject([{ rule: 'claim', path: 'name' }])
})

test.each([
  'person',
  'human',
  'agent',
  'close',
  'dismiss',
  'notice',
  'warning-line',
  'error',
  'fail',
  'author',
  'mark',
  'speaker',
  'privacy',
  'consent',
  'unverified',
  'hidden',
  'display',
  'visibility',
  'opacity',
  'z-index',
  'position',
  'inset',
  'clip',
  'mask',
  'transform',
  'filter',
])('a part that must always be seen as it is cannot be named: %s', (part) => {
  expect(checkTheme({ ...named, parts: { [part]: { ground: 'surface' } } })).toMatchObject([
    { rule: 'protected', path: `parts.${part}` },
  ])
})

test.each(['market', 'personal', 'remark', 'composition', 'clipboard'])(
  'a word that only holds a protected one is merely unknown: %s',
  (name) => {
    expect(checkTheme({ ...named, parts: { [name]: {} } })).toMatchObject([{ rule: 'unknown', path: `parts.${name}` }])
  },
)

test.each(['errorText', 'failure', 'zIndex', 'warningLine', 'close-button'])(
  'a protected word within a name is found: %s',
  (name) => {
    expect(checkTheme({ ...named, parts: { [name]: {} } })).toMatchObject([{ rule: 'protected', path: `parts.${name}` }])
  },
)

test.each(['css', 'style', 'styles', 'sheet', 'font-face', 'behavior', 'animation', 'transition', '--own', 'a b'])(
  'a name of style sheets is found: %s',
  (name) => {
    expect(checkTheme({ ...named, [name]: 'x' })).toMatchObject([{ rule: 'style' }])
  },
)

test.each([
  'content',
  'texts',
  'words',
  'label',
  'badge',
  'title',
  'tooltip',
  'placeholder',
  'greeting',
  'messageText',
  'innerHTML',
])('a name for words is found: %s', (name) => {
  expect(checkTheme({ ...named, [name]: 'x' })).toMatchObject([{ rule: 'words' }])
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
  ['light', 'error', 'Did you mean light.danger?'],
  ['light', 'success', 'Did you mean light.good?'],
  ['dark', 'background', 'Did you mean dark.surface?'],
  ['dark', 'onPrimary', 'Did you mean dark.onAccent?'],
  ['light', 'border', 'Did you mean light.outline?'],
])('the unknown token %s.%s is answered with the name that was meant', (scheme, token, mend) => {
  expect(checkTheme({ ...named, [scheme]: { [token]: '#123456' } })).toEqual([
    { rule: 'unknown', path: `${scheme}.${token}`, problem: 'is not a token', mend },
  ])
})

test('an unknown choice is answered with the name that was meant, or with all there are', () => {
  const [near, far] = checkTheme({ ...named, radios: 'round', colours: 7 })
  expect(near).toMatchObject({ path: 'radios', mend: 'Did you mean radius?' })
  expect(far).toMatchObject({
    path: 'colours',
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

const tree = (depth: number): object => (depth === 0 ? {} : { name: tree(depth - 1) })

test.each<[string, object, boolean]>([
  ['four levels', { light: tree(3) }, false],
  ['five levels', { light: tree(4) }, true],
  ['64,000 characters', { light: { accent: 'a'.repeat(63_900) } }, false],
  ['more of them', { light: { accent: 'a'.repeat(64_000) } }, true],
  ['more of them, in two values', { light: { accent: 'a'.repeat(32_000), text: 'b'.repeat(32_000) } }, true],
  ['more of them, in a name', { light: { ['x'.repeat(64_000)]: '' } }, true],
  ['400 values', Object.fromEntries(Array.from({ length: 397 }, (_, nth) => [`a${nth}`, 1])), false],
  ['more of them', Object.fromEntries(Array.from({ length: 398 }, (_, nth) => [`a${nth}`, 1])), true],
])('a theme may be as large as %s and no larger: %#', (_, theme, found) => {
  const rules = checkTheme({ ...named, ...theme }).map(({ rule }) => rule)
  expect(rules.includes('crowd')).toBe(found)
})

test.each([
  ';',
  '{',
  '}',
  '\\',
  '<',
  '>',
  '@',
  'f(',
  '/*',
  '--x',
  ' --x',
  'javascript:x',
  'JavaScript:x',
  'data:x',
  '!important',
  '\uFEFF',
])('a value that only a style sheet or a page would obey is found: %j', (value) => {
  for (const theme of [{ radius: value }, { light: { accent: value } }])
    expect(checkTheme({ ...named, ...theme })).toMatchObject([{ rule: 'smuggled' }])
})

test('a word without end is judged in a moment, and so is one of dashes', () => {
  for (const word of ['a'.repeat(60_000), '-'.repeat(60_000), ' '.repeat(60_000), `rgb(${'1 '.repeat(30_000)}`]) {
    const before = performance.now()
    expect(paths({ ...named, light: { accent: word } })).toEqual(['light.accent'])
    // A minute and more, where every beginning of a word was tried.
    expect(performance.now() - before).toBeLessThan(3_000)
  }
})

const inked = { text: '#000000', quiet: '#000000', good: '#000000', warning: '#000000', danger: '#000000' } as const
const black = { ...inked, accent: '#000000', onAccent: '#ffffff', outline: '#000000' } as const

test.each<[string, object, string]>([
  [
    'a pattern whose line lets its own ground through',
    { pattern: 'checks', light: { ...black, surface: '#888888', raised: '#ffffff', line: '#00000078' } },
    'surface with 50 % of line',
  ],
  [
    'a button that cannot be pressed, on a ground of its own',
    {
      light: { ...black, surface: '#888888', raised: '#ffffff', line: '#00000078' },
      parts: { review: { ground: 'surface' } },
    },
    'line over surface',
  ],
  [
    'the mark of who is speaking, on a card',
    { light: { ...black, surface: '#ffffff', raised: '#858585', line: '#ffffff' }, parts: { transcript: { ground: 'raised' } } },
    'raised with 14 % of accent',
  ],
  [
    'the edge of a button in a notice, on a pattern',
    { pattern: 'checks', light: { ...inked, surface: '#ffffff', raised: '#ffffff', outline: '#949494', line: '#757575' } },
    'surface with 50 % of line',
  ],
])('what is drawn is judged where it lies: %s', (_, theme, ground) => {
  const found = checkTheme({ ...named, ...theme }).map(({ problem }) => problem)
  expect(found.filter((problem) => problem.includes(` on ${ground}`))).not.toEqual([])
})

test('a theme full of mistakes gets a readable number of findings', () => {
  const crowd: Record<string, unknown> = { ...named, ['x'.repeat(5_000)]: 1 }
  for (let at = 0; at < 200; at++) crowd[`token-that-nobody-has-heard-of-${at}`] = at
  const found = checkTheme(crowd)
  expect(found).toHaveLength(100)
  expect(found.at(-1)).toMatchObject({ rule: 'more', path: '', problem: 'There are more findings', mend: 'Mend these first.' })
  expect(Math.max(...found.map(({ path }) => path.length))).toBeLessThan(100)
})

test.each<[string, object, string, string]>([
  ['a size with its unit', { parts: { launcher: { size: '60px' } } }, 'parts.launcher.size', 'Write 60, without px.'],
  ['a size in quotes', { parts: { launcher: { size: '90' } } }, 'parts.launcher.size', 'Write 64, without quotes.'],
  ['a scheme by another name', { lite: { accent: '#7a2f5b' } }, 'lite', 'Did you mean light?'],
  [
    'a colour beside the schemes',
    { acent: '#7a2f5b' },
    'acent',
    'Did you mean light.accent? Colours stand under light and dark.',
  ],
  [
    'a picture that is a text',
    { images: { launcher: 'M4 4h16v16H4z' } },
    'images.launcher',
    "Write { path: 'M4 4h16v16H4z' }: letters and numbers, at most 400 steps.",
  ],
])('%s is one finding, with what was meant', (_, written, path, mend) => {
  expect(checkTheme({ name: 'crumb', description: 'Crumb.', ...written })).toEqual([expect.objectContaining({ path, mend })])
})

test('exponents, which SVG has and a theme has not, are named', () => {
  const images = { logo: { path: 'M4 4h1.6e1v16h-16z' } }
  expect(checkTheme({ name: 'crumb', description: 'Crumb.', images })).toMatchObject([
    { rule: 'path', mend: 'Write its numbers without exponents: 16, not 1.6e1.' },
  ])
})

test('where nothing was written for the ground, its value is said', () => {
  const found = checkTheme({ name: 'crumb', description: 'Crumb.', light: { raised: '#777777' } })
  const told = found.map(({ mend }) => mend).filter((mend) => mend.includes('as long as you do not'))
  for (const mend of found.map(({ mend }) => mend)) expect(mend).not.toContain('Choose surface first')
  expect(told.length + found.filter(({ nearest }) => nearest).length).toBe(found.length)
})
