import type { Snapshot } from '@shopbell/core'
import { type Colour, compileTheme, contrast, type Theme } from '@shopbell/themes'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { contract } from '../../../themes/src/contract.js'
import { emulateMedia } from '../testing/emulate-media.test.support.js'
import { createFakeChat, greetingPrompt, line, NOON, reviewPrompt } from '../testing/fake-chat.js'
import { arrived, type Shown, type ShowOptions, showShell } from '../testing/show-shell.js'

const named = { name: 'probe', description: 'One of everything' } as const

const skins = Object.values(import.meta.glob<{ theme: Theme }>('../../../themes/src/skins/*.ts', { eager: true })).map(
  ({ theme }) => theme,
)

/** One theme for each value of each choice, and one with everything that parts can say at its most. */
const choices = Object.entries(contract.looks)
  // The browser of the tests has one font, so here all of them look the same.
  .filter(([choice]) => !/font/i.test(choice))
  .flatMap(([choice, values]) =>
    Object.keys(values).map((value) => ({ ...named, name: `${choice}-${value}`, [choice]: value }) as Theme),
  )
const box = { ground: 'raised', border: 'none', corners: 'none', shadow: 'none' } as const
const parts: Theme = {
  ...named,
  name: 'parts',
  parts: {
    launcher: { ground: 'raised', border: 'none', shadow: 'none', size: 48 },
    panel: { border: 'none', corners: 'none', shadow: 'none' },
    header: { border: 'none', shadow: 'theme' },
    transcript: { ground: 'raised' },
    message: box,
    'quick-replies': { ...box, size: 44 },
    form: box,
    composer: { ground: 'surface', border: 'accent', corners: 'none' },
    'order-card': box,
    review: box,
  },
  images: { logo: { path: 'M2 2h20v20H2z' }, avatar: { path: 'M2 2h20v20H2z' }, launcher: { path: 'M2 2h20v20H2z' } },
}
const themes = [...skins, ...choices, parts]

let shown: Shown | undefined
function takeOff(): void {
  shown?.remove()
  shown = undefined
}

/** The whole chat in a theme, with a line of each and the greeting's choices. */
async function wear(theme: Theme, options: ShowOptions = {}): Promise<Shown> {
  const chat = createFakeChat({ prompt: greetingPrompt })
  chat.say(line('bot', 'Hi! What can I help you with today?'), line('shopper', 'Where is my parcel?'), line('bot', 'I can look.'))
  shown = showShell(chat, { ...options, theme })
  await arrived(shown, chat)
  finish(shown)
  return shown
}

/** Ends what moves, but for what moves for ever. */
function finish({ root }: Shown): void {
  for (const animation of root.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish()
}

/** Puts a theme in the place of the one that is worn, which costs less than a chat of its own. */
function dress(worn: Shown, theme: Theme): void {
  worn.root.adoptedStyleSheets[1]?.replaceSync(compileTheme(theme))
  finish(worn)
}

const find = (selector: string): HTMLElement => {
  const found = shown?.root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`${selector} is not there.`)
  return found
}
const boxOf = (selector: string) => find(selector).getBoundingClientRect()

/** Whether a finger on its middle would hit it, within the window. */
function canBeHit(selector: string): boolean {
  const { left, top, width, height } = boxOf(selector)
  const [x, y] = [left + width / 2, top + height / 2]
  const hit = shown?.root.elementFromPoint(x, y)
  return x > 0 && y > 0 && x < innerWidth && y < innerHeight && find(selector).contains(hit ?? null)
}

const PERSON = '.person'
const CLOSE = '.header .icon-button:last-child'
const prominent = ['.launcher', '.row', '.field']

describe.each(['ltr', 'rtl'] as const)('keeps what is protected in sight and every target large enough, %s', (direction) => {
  beforeAll(async () => void (await wear(parts, { direction })))
  afterAll(takeOff)

  test.each(themes)('$name', (theme) => {
    if (shown) dress(shown, theme)
    for (const control of [PERSON, CLOSE, '.launcher', '.send']) expect(canBeHit(control), control).toBe(true)
    for (const said of ['.author bdi', '.title', '.standing']) {
      const { width, height } = boxOf(said)
      expect(Math.min(width, height), said).toBeGreaterThan(10)
      expect(getComputedStyle(find(said)).opacity).toBe('1')
    }
    for (const control of shown?.root.querySelectorAll('button, a, textarea') ?? []) {
      const { width, height } = control.getBoundingClientRect()
      if (width > 1) expect(Math.min(width, height), control.className).toBeGreaterThanOrEqual(24)
    }
    for (const control of prominent) expect(boxOf(control).height, control).toBeGreaterThanOrEqual(44)
    // The way to a person is hit some px around it, too.
    expect(boxOf(PERSON).height + 10).toBeGreaterThanOrEqual(44)
  })
})

describe('mirrors in a right-to-left language', () => {
  let [there, back]: (Shown | undefined)[] = []
  beforeAll(async () => {
    there = await wear(parts, { direction: 'ltr' })
    back = await wear(parts, { direction: 'rtl' })
  })
  afterAll(() => {
    there?.remove()
    takeOff()
  })

  test.each(themes)('$name', (theme) => {
    const places = (worn: Shown | undefined, side: 'left' | 'right') => {
      shown = worn
      if (shown) dress(shown, theme)
      const panel = boxOf('.panel')
      // The shop's name reads in its own direction, but stands where the panel's begins.
      const name = document.createRange()
      name.selectNodeContents(find('.title'))
      return [
        name.getBoundingClientRect(),
        ...[PERSON, CLOSE, '.send', '.theirs .bubble', '.own .bubble', '.row > .tile'].map(boxOf),
      ].map((box) => Math.round(Math.abs(box[side] - panel[side])))
    }
    const [left, right] = [places(there, 'left'), places(back, 'right')]
    for (const [nth, place] of left.entries()) expect(Math.abs(place - (right[nth] ?? Number.NaN))).toBeLessThanOrEqual(1)
  })

  test('what points on points the other way', () => {
    // Two sides of a square, turned until the corner between them points.
    const pointing = (worn: Shown | undefined) => {
      shown = worn
      const { rotate, borderTopWidth, borderRightWidth } = getComputedStyle(find('.row'), '::after')
      return { rotate, corner: Number.parseFloat(borderTopWidth) > 0 && Number.parseFloat(borderRightWidth) > 0 }
    }
    expect(pointing(there)).toEqual({ rotate: '45deg', corner: true })
    expect(pointing(back)).toEqual({ rotate: '-135deg', corner: true })
  })
})

describe('loses nothing at 200 % zoom', () => {
  beforeAll(async () => {
    await page.viewport(512, 384)
    await wear(parts)
  })
  afterAll(async () => {
    takeOff()
    await page.viewport(1024, 768)
  })

  test.each(themes)('$name', (theme) => {
    if (shown) dress(shown, theme)
    for (const control of [PERSON, CLOSE, '.send']) expect(canBeHit(control), control).toBe(true)
    for (const area of ['.header', '.scroller', '.composer', '.panel'])
      expect(find(area).scrollWidth, area).toBeLessThanOrEqual(find(area).clientWidth)
  })
})

describe('leaves half of the panel to the transcript at 400 % zoom', () => {
  beforeAll(async () => {
    await page.viewport(320, 256)
    await wear(parts)
    if (shown) shown.view.title.value = 'The Corner Shop for Very Long Names'
  })
  afterAll(async () => {
    takeOff()
    await page.viewport(1024, 768)
  })

  test.each(themes)('$name', (theme) => {
    if (shown) dress(shown, theme)
    expect(boxOf('.scroller').height / boxOf('.panel').height).toBeGreaterThanOrEqual(0.5)
    for (const control of [PERSON, CLOSE, '.send']) expect(canBeHit(control), control).toBe(true)
    // One line, and the end of a name that is too long is not cut through its middle.
    expect(find('.title').getClientRects()[0]?.height).toBeLessThan(40)
    for (const area of ['.header', '.scroller', '.composer', '.panel'])
      expect(find(area).scrollWidth, area).toBeLessThanOrEqual(find(area).clientWidth)
  })
})

describe('a long name on a narrow phone', () => {
  beforeAll(async () => {
    await page.viewport(320, 640)
    await wear(parts)
    if (shown) shown.view.title.value = 'Crumb and Daughters Bakery of Old Harbour Street'
  })
  afterAll(async () => {
    takeOff()
    await page.viewport(1024, 768)
  })

  test.each(themes)('ends with a whole line, each below the other, and the status keeps its dot: $name', (theme) => {
    if (shown) dress(shown, theme)
    const title = find('.title')
    const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(title)
    const lines =
      (title.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)) / Number.parseFloat(lineHeight)
    expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.05)
    const name = document.createRange()
    name.selectNodeContents(find('.title bdi'))
    const [first, second] = name.getClientRects()
    if (!first || !second) throw new Error('The name is in one line.')
    if (theme.images?.logo) expect(Math.abs(first.left - second.left)).toBeLessThanOrEqual(1)
    const words = document.createRange()
    words.selectNodeContents(find('.standing > :last-child'))
    const [line] = words.getClientRects()
    expect(boxOf('.standing .dot').bottom).toBeGreaterThan(line?.top ?? Number.NaN)
  })
})

const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
/** What is seen where these colours lie on each other, the first one lowest. */
function seen(colours: readonly string[]): Colour {
  if (!brush) throw new Error('There is no canvas.')
  brush.clearRect(0, 0, 1, 1)
  for (const colour of colours) {
    brush.fillStyle = colour
    brush.fillRect(0, 0, 1, 1)
  }
  const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const aboveOf = (element: Element) => element.parentElement ?? null

/** Everything that can lie behind the words of an element: the ground of each element around it, and what patterns draw there. */
function groundsOf(element: Element): readonly (readonly string[])[] {
  let stacks: string[][] = [[]]
  for (let at: Element | null = element; at; at = aboveOf(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at)
    const drawn = backgroundImage.match(/(?:color|rgba?)\([^()]*\)/g) ?? []
    stacks = stacks.flatMap((above) => [[backgroundColor, ...above], ...drawn.map((one) => [backgroundColor, one, ...above])])
    if (!/^rgba|\//.test(backgroundColor)) break
  }
  return stacks
}

/** What is wrong with words that everybody must be able to read: they are not there, something lies on them, or their colour is that of the ground. */
function flawOf(selector: string): string | undefined {
  const element = find(selector)
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return 'is not shown'
  element.scrollIntoView({ block: 'center' })
  const words = document.createRange()
  words.selectNodeContents(element)
  const { left, top, width, height } = (element.matches('textarea') ? element : words).getBoundingClientRect()
  if (width < 6 || height < 10) return `is ${width} by ${height} px`
  const hit = shown?.root.elementFromPoint(left + width / 2, top + height / 2)
  if (!(hit && element.contains(hit))) return `lies behind ${hit?.className ?? 'the edge'}`
  for (let at: Element | null = element; at; at = aboveOf(at))
    if (getComputedStyle(at).opacity !== '1') return `is seen through: ${at.className}`
  for (const stack of groundsOf(element)) {
    const ratio = contrast(seen([...stack, getComputedStyle(element).color]), seen(stack))
    if (!(ratio >= 4.5)) return `has a contrast of ${ratio} on ${stack}`
  }
  return undefined
}

/** A bad day: what must be read then, and is in no greeting. */
const badDay: Partial<Snapshot> = {
  status: 'live',
  agent: 'Maya',
  prompt: { ...reviewPrompt, error: 'Say it in a few words.' },
  contact: { mailto: 'help@shop.example' },
  delivery: { level: 'durable', link: 'down', waiting: 1 },
}
const toBeRead = [
  '.standing .detail',
  '.title',
  '.theirs .author bdi',
  '.theirs .mark.initials',
  '.theirs .bubble',
  '.own .bubble',
  '.state.failed',
  '.state.failed button:first-of-type',
  '.state.failed button:last-of-type',
  '.state:not(.failed)',
  '.notice-line',
  '.late-line p',
  '.decision > :first-child',
  '.decision .headline',
  '.decision > p[dir]',
  '.decision .detail',
  '#review-title',
  '#summary',
  '.note.error',
  '.along small',
  '.along bdi',
  '.primary',
  '.notice span',
]

describe.each(['light', 'dark'] as const)('can be read when things go wrong, %s', (scheme) => {
  beforeAll(async () => {
    const [failed, kept] = [line('shopper', 'Is anybody there?'), line('shopper', 'It is a present for Friday.')]
    const chat = createFakeChat({ ...badDay, marks: { [failed.id]: 'failed', [kept.id]: 'queued' } })
    chat.say(
      line('desk', { kind: 'late', want: 'live', until: NOON - 60_000, minutes: 5 }),
      line('agent', 'Hello, I have read it all.', { name: 'Maya' }),
      failed,
      line('agent', { kind: 'decided', request: 'return', outcome: 'refund', note: 'Keep the pot.' }, { name: 'Maya' }),
      line('desk', { kind: 'notice', code: 'queued-again' }),
      kept,
    )
    shown = showShell(chat, { scheme })
    await arrived(shown, chat)
  })
  afterAll(takeOff)

  test.each(themes)('$name', (theme) => {
    if (shown) dress(shown, theme)
    expect(toBeRead.flatMap((selector) => (flawOf(selector) ? [`${selector} ${flawOf(selector)}`] : []))).toEqual([])
  })
})

describe('where a device draws in its own few colours', () => {
  afterEach(takeOff)
  test('every theme has an edge around each control, and a shape in each picture', async () => {
    await emulateMedia({ 'forced-colors': 'active' })
    try {
      const worn = await wear(parts)
      for (const theme of themes) {
        dress(worn, theme)
        for (const control of ['.launcher', '.send', `${PERSON} span`, '.rows .row', '.field', '.own .bubble', '.panel']) {
          const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(find(control))
          expect([control, theme.name, borderTopStyle]).toEqual([control, theme.name, 'solid'])
          expect(Number.parseFloat(borderTopWidth)).toBeGreaterThanOrEqual(1)
          expect(borderTopColor).not.toMatch(/rgba\(.*, 0\)|transparent/)
        }
        expect(getComputedStyle(find('.scroller')).backgroundImage).toBe('none')
      }
      dress(worn, parts)
      expect(getComputedStyle(find('.title'), '::before').backgroundColor).toBe(getComputedStyle(find('.title')).color)
    } finally {
      await emulateMedia()
    }
  })

  test('so has what leads on in a form, and what the shopper says', async () => {
    await emulateMedia({ 'forced-colors': 'active' })
    try {
      const chat = createFakeChat(badDay)
      chat.say(line('shopper', 'Is anybody there?'))
      shown = showShell(chat)
      await arrived(shown, chat)
      for (const control of ['.primary', '.own .bubble']) {
        const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(find(control))
        expect([control, borderTopWidth, borderTopStyle]).toEqual([control, '1px', 'solid'])
        expect(borderTopColor).not.toMatch(/rgba\(.*, 0\)|transparent/)
      }
    } finally {
      await emulateMedia()
    }
  })
})

describe('a rule of the shop’s page wins over the theme, without !important', () => {
  afterEach(takeOff)
  const pageRule = (css: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }

  test('by a part', async () => {
    const takeAway = pageRule(
      'shopbell-chat::part(launcher) { background: rgb(1, 2, 3); width: 80px } ::part(header) { border-bottom: 0 }',
    )
    await wear({ ...parts, headerStyle: 'ruled' })
    expect(getComputedStyle(find('.launcher')).backgroundColor).toBe('rgb(1, 2, 3)')
    expect(getComputedStyle(find('.header')).borderBottomWidth).toBe('0px')
    takeAway()
  })

  test('by a property, which those that follow it follow', async () => {
    const takeAway = pageRule('shopbell-chat { --shopbell-radius: 30px; --shopbell-line: rgb(1, 2, 3) }')
    await wear({ ...named, radius: 'sharp' })
    expect(getComputedStyle(find('.tile')).borderTopLeftRadius).toBe('18px')
    expect(getComputedStyle(find('.panel')).borderTopColor).toBe('rgb(1, 2, 3)')
    takeAway()
  })

  test('but no part holds only what is protected', async () => {
    await wear(parts)
    for (const protectedOne of [PERSON, CLOSE, '.author', '.standing'])
      expect(find(protectedOne).closest('[part]')?.getAttribute('part')).toMatch(/^(header|transcript)$/)
    for (const protectedOne of [PERSON, CLOSE, '.author', '.standing'])
      expect(find(protectedOne).hasAttribute('part')).toBe(false)
  })
})

describe('beside the shop’s name', () => {
  const logo: Theme = { ...named, images: { logo: { path: 'M2 2h20v20H2z' } } }
  const contact = { mailto: 'help@shop.example', phone: '+49 30 1234567' }
  const german = (group: string) => (group === 'opening' ? { talkToPerson: 'Persönlich sprechen' } : {})
  const roomForLogo = () => getComputedStyle(find('.title')).paddingInlineStart
  afterEach(async () => {
    takeOff()
    await page.viewport(1024, 768)
  })

  test.each(['bar', 'banner', 'plain', 'ruled'] as const)(
    'a logo gives way where the name would have no room, in a window of 320 by 568, in German: %s',
    async (headerStyle) => {
      await page.viewport(320, 568)
      const chat = createFakeChat({ prompt: greetingPrompt, status: 'review', contact })
      shown = showShell(chat, { theme: { ...logo, headerStyle }, locale: 'de-DE', words: german })
      await arrived(shown, chat)
      expect(roomForLogo()).toBe('0px')
      const letters = document.createRange()
      const [words] = find('.title bdi').childNodes
      if (!words) throw new Error('The name is not there.')
      letters.setStart(words, 0)
      letters.setEnd(words, 'Corner'.length)
      const [name, title] = [letters.getBoundingClientRect(), boxOf('.title')]
      expect(name.right).toBeLessThanOrEqual(title.right + 1)
      expect(name.bottom).toBeLessThanOrEqual(title.bottom + 1)
      for (const target of [PERSON, CLOSE]) expect(canBeHit(target)).toBe(true)
    },
  )

  test.each(skins)(
    'a name stays whole and on one line beside three buttons, in a window of 320, in German: $name',
    async (theme) => {
      await page.viewport(320, 568)
      const chat = createFakeChat({ prompt: reviewPrompt, status: 'review', contact })
      shown = showShell(chat, { theme, locale: 'de-DE', words: german })
      await arrived(shown, chat)
      shown.view.title.value = 'Corner'
      await expect.poll(() => find('.title').textContent).toBe('Corner')
      const title = find('.title')
      expect(title.scrollWidth).toBeLessThanOrEqual(title.clientWidth)
      expect(title.clientHeight).toBeLessThan(40)
      for (const target of [PERSON, '.menu button', CLOSE]) expect(canBeHit(target), target).toBe(true)
      const middles = [title, ...shown.root.querySelectorAll('.bar :is(.person, .icon-button)')].map((one) => {
        const { top, height } = one.getBoundingClientRect()
        return top + height / 2
      })
      // A centred name has a line of its own.
      if (theme.headerStyle !== 'centred') expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4)
      for (const area of ['.header', '.panel']) expect(find(area).scrollWidth, area).toBeLessThanOrEqual(find(area).clientWidth)
    },
  )

  test.each(['ltr', 'rtl'] as const)(
    'the way to a person is an icon where its words have no room, and keeps its name, %s',
    async (direction) => {
      await page.viewport(320, 568)
      const chat = createFakeChat({ prompt: greetingPrompt })
      shown = showShell(chat, { theme: named, direction })
      await arrived(shown, chat)
      const wordsAreSeen = () => {
        const [words, way] = [boxOf('.person span'), boxOf(PERSON)]
        return words.top < way.bottom - 6
      }
      shown.view.title.value = 'Fern'
      await expect.poll(wordsAreSeen).toBe(true)
      shown.view.title.value = 'The Corner Shop for Very Long Names'
      await expect.poll(wordsAreSeen).toBe(false)
      expect(boxOf(PERSON).width).toBeGreaterThanOrEqual(36)
      expect(boxOf(PERSON).width).toBeLessThan(60)
      expect(boxOf(PERSON).height).toBeGreaterThanOrEqual(44)
      expect(canBeHit(PERSON)).toBe(true)
      await expect.element(page.getByRole('button', { name: 'Talk to a person' })).toBeInTheDocument()
    },
  )

  test('a logo is seen where there is room', async () => {
    await wear(logo)
    expect(roomForLogo()).toBe('32px')
  })
})

test('a launcher that springs does not for a shopper who asks for less motion', async () => {
  const hovered = async () => {
    await wear({ ...named, motion: 'lively' })
    await userEvent.hover(find('.launcher'), { force: true })
    const { transform } = getComputedStyle(find('.launcher'))
    takeOff()
    return transform
  }
  expect(await hovered()).toBe('none')
  await emulateMedia({ 'prefers-reduced-motion': 'no-preference' })
  try {
    expect(await hovered()).not.toBe('none')
  } finally {
    await emulateMedia()
  }
})

/** What a sheet declares and the browser has not kept, as `selector property`. Whoever writes wrong CSS is told nothing by a browser. */
function misunderstood(css: string): string[] {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const styles = (rules: CSSRuleList): CSSStyleRule[] =>
    [...rules].flatMap((rule) => [
      ...(rule instanceof CSSStyleRule ? [rule] : []),
      ...('cssRules' in rule ? styles(rule.cssRules as CSSRuleList) : []),
    ])
  // A rule whose selector is not understood is not there at all.
  const kept = styles(sheet.cssRules)
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  const lost = rules.length === kept.length ? [] : [`${rules.length} rules became ${kept.length}`]
  return rules.reduce((missing, [, selector = '', body = ''], nth) => {
    // A shorthand, of which a later declaration may have changed a part, is kept as what it stands for.
    for (const declaration of body
      .replace(/"[^"]*"/g, '""')
      .split(';')
      .filter(Boolean)) {
      const property = declaration.slice(0, declaration.indexOf(':')).trim()
      if (property.startsWith('--')) continue
      const value = (name: string) => kept[nth]?.style.getPropertyValue(name)
      const alone = document.createElement('i').style
      alone.setProperty(property, 'initial')
      const known = alone.length > 0 && [property, ...alone].some(value)
      if (!known) missing.push(`${selector.trim()} ${property}`)
    }
    return missing
  }, lost)
}

test('the whole sheet of every theme is understood by the browser, each declaration for itself', () => {
  for (const theme of themes) expect(misunderstood(compileTheme(theme)), theme.name).toEqual([])
})

test.each([
  ['border-radius:0', 'border-radius:0zz', '.root .panel border-radius'],
  ['box-shadow:none', 'box-shaddow:none', '.root .launcher box-shaddow'],
  ['color-scheme:light', 'color-scheme:;x:1', ':host color-scheme'],
  ['clip-path:path("', 'clip-path:pfad("', '.root .title::before clip-path'],
])('and one that is not would be told: %s as %s', (right, wrong, place) => {
  const css = compileTheme(parts)
  expect(css).toContain(right)
  expect(misunderstood(css.replace(right, wrong))).toContain(place)
})
