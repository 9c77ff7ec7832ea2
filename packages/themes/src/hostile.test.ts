import { describe, expect, test } from 'vitest'
import { rules } from './check/rules.js'
import { checkTheme, judgeTheme } from './check-theme.js'
import { compileTheme } from './compile.js'
import { contrast } from './contrast.js'
import type { HostileTheme } from './hostile/hostile-theme.errors.js'
import { parseTheme } from './parse-theme.js'
import { theme as counter } from './skins/counter.js'
import type { Finding } from './theme.js'

// Found by convention: a file in hostile/ is one theme, and says what has to be found in it.
const hostile = Object.values(import.meta.glob<{ hostile?: HostileTheme }>('./hostile/*.errors.ts', { eager: true })).flatMap(
  (module) => module.hostile ?? [],
)

const found = (findings: readonly Finding[]) => findings.map(({ rule, path }) => `${rule} ${path}`)
const expected = ({ finds }: HostileTheme) => finds.map((one) => one.join(' ')).sort()

test('there are at least twelve, and every row of the list of faults has one', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(12)
  expect([...new Set(hostile.map(({ id }) => id))].sort()).toEqual([
    'H01',
    'H02',
    'H03',
    'H04',
    'H05',
    'H06',
    'H07',
    'H08',
    'H09',
  ])
})

describe.each(hostile)('$id a theme that tries $tries', (one) => {
  test('gets exactly the right findings', () => {
    expect(found(checkTheme(one.theme)).sort()).toEqual(expected(one))
  })

  test('reads how to mend it, in plain letters', () => {
    for (const { problem, mend, path } of checkTheme(one.theme)) {
      expect(`${path}${problem}${mend}`).toMatch(/^[\p{L}\p{N}\p{P}\p{S} \uFFFD]{20,400}$/u)
      expect(mend).toMatch(/[.?]$/)
    }
  })

  test('is worn as far as it is safe: nothing is fetched, and everything that must be seen is', () => {
    const told: string[] = []
    const theme = parseTheme(one.theme, ({ path, problem }) => told.push(`${path} ${problem}`))
    const sheet = compileTheme(theme)
    expect(sheet).not.toMatch(/url|image|src|http|@(?!media)|\\|<|script|evil/i)
    for (const { text, surface, raised, quiet, danger, header, onHeader, accent, onAccent } of [theme.light, theme.dark]) {
      for (const ink of [text, quiet, danger])
        for (const ground of [surface, raised]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(3)
      expect(contrast(onHeader, header)).toBeGreaterThanOrEqual(3)
      expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(3)
    }
    const wears = (part: keyof typeof counter) => expect(theme[part]).toEqual(counter[part])
    const [[rule] = []] = one.finds
    if (rule && ['json', 'object', 'crowd', 'version'].includes(rule)) {
      for (const part of ['light', 'dark', 'radius', 'parts', 'images'] as const) wears(part)
      expect(told).toHaveLength(1)
    }
  })
})

describe('what a shopper’s own device makes sure of', () => {
  const named = { name: 'gift', description: 'A friendly theme' }
  const worn = (theme: object) => {
    const told: string[] = []
    return { ...parseTheme({ ...named, ...theme }, ({ path }) => told.push(path)), told }
  }

  test.each([
    ['text', 'surface'],
    ['text', 'raised'],
    ['quiet', 'surface'],
    ['quiet', 'raised'],
    ['warning', 'surface'],
    ['warning', 'raised'],
    ['danger', 'surface'],
    ['danger', 'raised'],
    ['accent', 'surface'],
    ['outline', 'raised'],
    ['onAccent', 'accent'],
    ['onHeader', 'header'],
  ] as const)('%s in the colour of %s: the scheme is that of the base theme', (ink, ground) => {
    for (const scheme of ['light', 'dark'] as const) {
      const { told, ...theme } = worn({ [scheme]: { [ink]: counter[scheme][ground] } })
      expect(theme[scheme]).toEqual(counter[scheme])
      expect(told).toEqual([scheme])
    }
  })

  test.each(['surface', 'raised', 'accent', 'header'] as const)(
    'a translucent %s: the scheme is that of the base theme',
    (ground) => {
      const { told, light } = worn({ light: { [ground]: `${counter.light[ground]}e0` } })
      expect(light).toEqual(counter.light)
      expect(told).toEqual(['light'])
    },
  )

  test.each([
    ['an accent', { raised: '#949494', accent: '#949494', onAccent: '#000000' }],
    ['an outline', { surface: '#949494', raised: '#ffffff', outline: '#949494' }],
  ])('%s that is seen on one of the grounds only is not worn', (_, more) => {
    const inks = { text: '#000000', quiet: '#000000', good: '#000000', warning: '#000000', danger: '#000000' }
    const light = { surface: '#ffffff', accent: '#000000', onAccent: '#ffffff', outline: '#000000', ...inks, ...more }
    const dressed = worn({ light })
    expect(dressed.light).toEqual(counter.light)
    expect(dressed.told).toEqual(['light'])
  })

  test('a pattern that blots out what is written on it is not worn, on whichever ground; the colours are', () => {
    const light = { surface: '#ffffff', raised: '#ffffff', text: '#000000', quiet: '#767676', danger: '#d60000', line: '#000000' }
    for (const ground of ['surface', 'raised']) {
      const { told, ...theme } = worn({ pattern: 'checks', light, parts: { transcript: { ground } } })
      expect(theme.pattern).toBe('none')
      expect(theme.light.quiet).toBe('#767676')
      expect(told).toEqual(['pattern'])
    }
    expect(worn({ pattern: 'checks', light: { ...light, line: '#eeeeee' } }).told).toEqual([])
  })

  test('a line of a pattern is judged as it is seen, on the ground that it lies on', () => {
    const grey = {
      text: '#000000',
      quiet: '#000000',
      warning: '#000000',
      danger: '#000000',
      accent: '#000000',
      outline: '#000000',
    }
    const light = { ...grey, surface: '#707070', raised: '#ffffff', line: '#00000098' }
    expect(worn({ pattern: 'checks', light }).told).toEqual(['pattern'])
  })

  test('a launcher without edge or shadow in the colour of a page is the base theme’s', () => {
    const bare = { ground: 'surface', border: 'none', shadow: 'none' }
    const { told, parts } = worn({ parts: { launcher: bare, composer: { corners: 'none' } } })
    expect(parts).toEqual({ composer: { corners: 'none' } })
    expect(told).toEqual(['parts.launcher'])
    expect(worn({ depth: 'flat', parts: { launcher: { ground: 'header' } } }).told).toEqual(['parts.launcher'])
    const invisible = { line: '#00000000', outline: '#8f8576', accent: '#8f8576', onAccent: '#000000' } as const
    const header = { ...bare, ground: 'header' }
    for (const [hidden, launcher] of [
      [{ depth: 'crisp' }, { ground: 'surface', border: 'none' }],
      [{ light: { ...invisible, header: '#8f8576' } }, { ...header, border: 'outline' }],
      [{ light: { ...invisible, header: '#8f8576' } }, { ...header, border: 'accent' }],
      [{ dark: { header: counter.dark.outline } }, { ...header, border: 'outline' }],
    ] as const)
      expect(worn({ ...hidden, parts: { launcher } }).told).toEqual(['parts.launcher'])
    const drawn = { depth: 'crisp', light: { line: '#26211b' }, dark: { line: '#f4eee6' } }
    expect(worn({ ...drawn, parts: { launcher: { ground: 'surface' } } }).told).toEqual([])
    expect(worn({ parts: { launcher: { ground: 'surface' } } }).told).toEqual(['parts.launcher'])
    for (const launcher of [
      { ...bare, border: 'outline' },
      { ...bare, ground: 'accent' },
    ])
      expect(worn({ parts: { launcher } }).told).toEqual([])
  })
})

test('what cannot even be asked what it is, is no theme, and nothing throws', () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  const tried = [
    proxy,
    { name: 'gift', description: 'x', light: proxy },
    { name: 'gift', description: 'x', parts: { launcher: proxy } },
  ]
  for (const theme of tried) {
    expect(parseTheme(theme).light).toEqual(counter.light)
    expect(checkTheme(theme)).not.toEqual([])
  }
})

test.each(rules.map((rule) => [rule.name, rule] as const))('without the rule "%s" something hostile passes', (_, rule) => {
  const others = rules.filter((other) => other !== rule)
  const missed = hostile.filter(
    (one) =>
      found(judgeTheme(one.theme, [], others))
        .sort()
        .join() !== expected(one).join(),
  )
  expect(missed).not.toEqual([])
})

test('no two rules have one name', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
})

test('nothing hostile has written to what all objects share', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Object.hasOwn(Object.prototype, 'radius')).toBe(false)
})
