import { act } from 'preact/test-utils'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { emulateMedia } from '../../widget/src/testing/emulate-media.test.support.js'
import { createFakeChat, greetingPrompt, line, NOON, orderPrompt, reviewPrompt } from '../../widget/src/testing/fake-chat.js'
import { arrived, type Shown, showShell } from '../../widget/src/testing/show-shell.js'
import { compileTheme } from './compile.js'
import { contrast } from './contrast.js'
import type { Images } from './images.js'
import { looks } from './looks.js'
import { mix } from './mix.js'
import { type Border, type Corners, type Parts, partValues } from './parts.js'
import { theme as counter } from './skins/counter.js'
import type { Choices, Colour, Font, Theme } from './theme.js'

// What a theme says is read back from what the browser draws of the widget: whatever is written, it is this that shoppers see.

/** Every colour another one, so that none can stand for its neighbour. */
const light = {
  ...counter.light,
  accent: '#0a3c8c',
  onAccent: '#fdfefa',
  surface: '#f0f4f1',
  raised: '#fefcf8',
  text: '#201a14',
  quiet: '#5a5048',
  line: '#d6cabe',
  outline: '#857564',
  header: '#3c1a52',
  onHeader: '#fbf3ff',
} as const
const probe: Theme = { name: 'probe', description: 'One thing at a time.', light }

const chat = createFakeChat({ status: 'review', prompt: greetingPrompt })
let shown: Shown
beforeAll(async () => {
  const order = { number: '1003', placed: NOON - 9e8, parcels: [{ reached: { ordered: NOON - 9e8, packed: NOON - 8e8 } }] }
  chat.say(line('bot', 'Hi! What can I help you with?'), line('shopper', 'My parcel?'), line('bot', { kind: 'order', order }))
  shown = showShell(chat)
  await arrived(shown, chat)
})
afterAll(() => shown.remove())

const finish = () => {
  for (const animation of shown.root.getAnimations()) animation.finish()
}

/** Puts another theme in the place of the one that is worn. */
function wear(theme: Partial<Theme>, scheme: 'light' | 'dark' = 'light'): void {
  shown.host.dataset['scheme'] = scheme
  shown.root.adoptedStyleSheets[1]?.replaceSync(compileTheme({ ...probe, ...theme }))
  finish()
}

const find = (selector: string): Element => {
  const found = shown.root.querySelector(selector)
  if (!found) throw new Error(`${selector} is not there.`)
  return found
}
const styleOf = (selector: string, pseudo?: string) => getComputedStyle(find(selector), pseudo)

/** Has the chat ask something else. */
async function ask(prompt: typeof greetingPrompt, selector: string): Promise<void> {
  if (chat.getSnapshot().prompt !== prompt) act(() => chat.show({ prompt }))
  await vi.waitUntil(() => shown.root.querySelector(selector), { timeout: 10_000 })
}

const rgb = (colour: string) => `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ')})`

const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
/** A colour as a pixel of it has it, in whatever way it is written. */
function painted(colour: string): Colour {
  if (!brush) throw new Error('There is no canvas.')
  brush.clearRect(0, 0, 1, 1)
  brush.fillStyle = colour
  brush.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const
/** The line on a side as the eye has it: `none` where there is nothing to see, whatever is written. */
function edge(selector: string, side: (typeof sides)[number]): string {
  const style = styleOf(selector)
  const [width, kind, colour] = [style[`border${side}Width`], style[`border${side}Style`], style[`border${side}Color`]]
  return width === '0px' || kind === 'none' || colour === 'rgba(0, 0, 0, 0)' ? 'none' : `${width} ${kind} ${colour}`
}
const edges = (selector: string) => sides.map((side) => edge(selector, side))
const cornersOf = (selector: string) => {
  const style = styleOf(selector)
  return [
    style.borderTopLeftRadius,
    style.borderTopRightRadius,
    style.borderBottomRightRadius,
    style.borderBottomLeftRadius,
  ] as const
}

const lifted = (shade: string) => `${shade} 0px 1px 3px 0px, ${shade} 0px 12px 36px 0px`
const shadow = lifted('rgba(32, 26, 20, 0.12)')

const borders: Readonly<Record<Border, string>> = {
  none: 'none',
  line: `1px solid ${rgb(light.line)}`,
  outline: `1px solid ${rgb(light.outline)}`,
  accent: `1px solid ${rgb(light.accent)}`,
}
// Of a radius of 10 px.
const corners: Readonly<Record<Corners, string>> = { none: '0px', small: '6px', normal: '10px', large: '14px' }
const grounds = { accent: light.accent, header: light.header, surface: light.surface, raised: light.raised }
const shadows = { none: 'none', theme: shadow }
const inks = { accent: 'onAccent', header: 'onHeader', surface: 'text', raised: 'text' } as const

/** Where a shopper sees each part, and what has to be asked for that. */
const places: { readonly [Part in keyof Parts]-?: readonly [selector: string, prompt: typeof greetingPrompt] } = {
  launcher: ['button[aria-haspopup=dialog]', greetingPrompt],
  panel: ['[role=dialog]', greetingPrompt],
  header: ['header', greetingPrompt],
  transcript: ['[role=group]:has([role=log])', greetingPrompt],
  message: ['.line.theirs .said > .bubble', greetingPrompt],
  'quick-replies': ['.rows > button', greetingPrompt],
  form: ['form.card:has([name=orderNumber])', orderPrompt],
  composer: ['div:has(> textarea[rows="1"]), .field:has(> textarea)', greetingPrompt],
  'order-card': ['article.order', greetingPrompt],
  review: ['form.card:has(#review-title)', reviewPrompt],
}

const said = Object.entries(partValues).flatMap(([part, properties]) =>
  Object.entries(properties).flatMap(([property, allowed]) =>
    ('least' in allowed ? [allowed.least, allowed.least + 5, allowed.most] : allowed).map(
      (value: string | number) => [part as keyof Parts, property, value] as const,
    ),
  ),
)

describe('a part is drawn as the theme says', () => {
  test.each(said)('%s, %s: %s', async (part, property, value) => {
    const [selector, prompt] = places[part]
    await ask(prompt, selector)
    wear({ parts: { [part]: { [property]: value } } as Parts })
    switch (property) {
      case 'ground':
        return expect(styleOf(selector).backgroundColor).toBe(rgb(grounds[value as keyof typeof grounds]))
      case 'border': {
        const drawn = borders[value as Border]
        return expect(edges(selector)).toEqual(part === 'header' ? ['none', 'none', drawn, 'none'] : Array(4).fill(drawn))
      }
      case 'corners':
        return expect(cornersOf(selector)).toEqual(Array(4).fill(corners[value as Corners]))
      case 'shadow':
        return expect(styleOf(selector).boxShadow).toBe(shadows[value as keyof typeof shadows])
      case 'size': {
        // As it is laid out: under a pointer that another test has left there it is drawn larger.
        const { offsetHeight: height, offsetWidth: width } = find(selector) as HTMLElement
        if (part === 'launcher') return expect([height, width, cornersOf(selector)[0]]).toEqual([value, value, `${value}px`])
        expect(height).toBeGreaterThanOrEqual(Number(value))
        return expect(styleOf(selector).minHeight).toBe(`${value}px`)
      }
    }
    throw new Error(`Nobody has said what ${property} draws.`)
  })

  test.each(Object.entries(places))('and what the shop’s own page says of %s is stronger', async (part, [selector, prompt]) => {
    await ask(prompt, selector)
    const edged = Object.keys(partValues[part as keyof Parts]).includes('border')
    wear({ parts: { [part]: edged ? { border: 'accent' } : { ground: 'raised' } } as Parts })
    const page = document.createElement('style')
    const name = part === 'quick-replies' ? 'quick-reply' : part
    page.textContent = `shopbell-chat::part(${name}) { border: 3px dotted rgb(1, 2, 3); background-color: rgb(4, 5, 6) }`
    document.head.append(page)
    finish()
    try {
      expect(edge(selector, 'Bottom')).toBe('3px dotted rgb(1, 2, 3)')
      expect(styleOf(selector).backgroundColor).toBe('rgb(4, 5, 6)')
    } finally {
      page.remove()
    }
  })

  test('and what the shopper says stays on the accent', () => {
    wear({ parts: { message: { ground: 'surface', border: 'outline', corners: 'none', shadow: 'theme' } } })
    expect(styleOf('.own .bubble').backgroundColor).toBe(rgb(light.accent))
    expect([edge('.own .bubble', 'Top'), cornersOf('.own .bubble')[0]]).toEqual(['none', '10px'])
  })

  test('chips are as high as rows are', async () => {
    await ask(orderPrompt, '.chips > button')
    wear({ parts: { 'quick-replies': { size: 60, corners: 'none' } } })
    expect([styleOf('.chips > button').minHeight, cornersOf('.chips > button')[0]]).toEqual(['60px', '0px'])
  })

  test('and a ground of theirs does not hide that a pointer is on one', async () => {
    await ask(orderPrompt, '.chips > button')
    wear({ parts: { 'quick-replies': { ground: 'raised' } } })
    const ground = () => {
      finish()
      return styleOf('.chips > button').backgroundColor
    }
    await userEvent.hover(find('.title'), { force: true })
    expect(ground()).toBe(rgb(light.raised))
    await userEvent.hover(find('.chips > button'), { force: true })
    expect(ground()).not.toBe(rgb(light.raised))
    await userEvent.hover(find('.title'), { force: true })
  })

  test('but a panel that fills the screen has no edge', async () => {
    wear({ parts: { panel: { border: 'accent', corners: 'large', shadow: 'none' } } })
    const [selector] = places.panel
    try {
      for (const [width, height] of [
        [479, 768],
        [1024, 479],
      ] as const) {
        await page.viewport(width, height)
        expect([edges(selector), cornersOf(selector)[0]]).toEqual([Array(4).fill('none'), '0px'])
      }
      await page.viewport(480, 480)
      expect([edge(selector, 'Top'), cornersOf(selector)[0]]).toEqual([borders.accent, '14px'])
    } finally {
      await page.viewport(1024, 768)
    }
  })

  test('every launcher can be told from its ground, in every skin, light and dark', () => {
    const [launcher] = places.launcher
    const skins = import.meta.glob<{ theme: Theme }>('./skins/*.ts', { eager: true })
    for (const { theme } of [{ theme: probe }, ...Object.values(skins)])
      for (const scheme of ['light', 'dark'] as const)
        for (const ground of Object.keys(grounds) as (keyof typeof grounds)[]) {
          wear({ ...theme, parts: { launcher: { ground } } }, scheme)
          const { color, backgroundColor } = styleOf(launcher)
          const where = `${theme.name}, ${scheme}, ${ground}`
          expect(contrast(painted(color), painted(backgroundColor)), where).toBeGreaterThanOrEqual(3)
          if (theme === probe && scheme === 'light') expect([where, color]).toEqual([where, rgb(light[inks[ground]])])
        }
  })
})

/** What is drawn: where, which property, and what the browser makes of it. */
type Drawn = readonly (readonly [selector: string, property: keyof CSSStyleDeclaration & string, drawn: string | RegExp])[]

const family = (selector: string, first: string): Drawn => [[selector, 'fontFamily', new RegExp(`^"?${first}\\b`)]]
const fonts = (selector: string): Readonly<Record<Font, Drawn>> => ({
  system: family(selector, 'system-ui'),
  // The page's own, which stands at the host.
  inherit: family(selector, 'Papyrus'),
  humanist: family(selector, 'Seravek'),
  geometric: family(selector, 'Avenir'),
  serif: family(selector, 'ui-serif'),
  bookish: family(selector, 'Iowan Old Style'),
  slab: family(selector, 'Rockwell'),
  rounded: family(selector, 'ui-rounded'),
  mono: family(selector, 'ui-monospace'),
})
const [LAUNCHER, PANEL, PATTERNED] = [places.launcher[0], places.panel[0], places.transcript[0]]
const THEIRS = places.message[0]
const OWN = '.own .bubble'
const round = (radii: string, selector: string): Drawn =>
  (['borderStartStartRadius', 'borderStartEndRadius', 'borderEndEndRadius', 'borderEndStartRadius'] as const).map(
    (corner, index) => [selector, corner, radii.split(' ')[index] ?? ''],
  )
const layer = (kind: string): Drawn => [[PATTERNED, 'backgroundImage', new RegExp(`^${kind}\\(.*color\\(srgb`)]]
const tiled = (size: string): Drawn => [[PATTERNED, 'backgroundSize', size]]

const drawn: { readonly [Choice in keyof Choices]: Readonly<Record<Choices[Choice], Drawn>> } = {
  radius: {
    sharp: [...round('2px 2px 2px 2px', THEIRS), ...round('1.2px 1.2px 1.2px 1.2px', '.tile')],
    soft: [...round('4px 10px 10px 10px', THEIRS), ...round('6px 6px 6px 6px', '.tile')],
    round: [...round('4px 18px 18px 18px', THEIRS), ...round('10.8px 10.8px 10.8px 10.8px', '.tile')],
  },
  density: {
    compact: [['header', 'padding', '9px 12px']],
    normal: [['header', 'padding', '12px 16px']],
    airy: [['header', 'padding', '15px 20px']],
  },
  font: {
    ...fonts(THEIRS),
    inherit: [
      ...family(THEIRS, 'Papyrus'),
      ...family('.title', 'Papyrus'),
      [THEIRS, 'fontSize', '15px'],
      [THEIRS, 'lineHeight', '22px'],
    ],
  },
  titleFont: {
    ...fonts('.title'),
    same: family('.title', 'system-ui'),
    // The page's own is that of the titles only, although all the rest lies between them and the page.
    inherit: [
      ...family('.title', 'Papyrus'),
      ...family('.headline', 'Papyrus'),
      ...[THEIRS, '.person', '.row .words', '.field textarea', '.author bdi'].flatMap((selector) =>
        family(selector, 'system-ui'),
      ),
    ],
  },
  scale: {
    small: [
      [THEIRS, 'fontSize', '14px'],
      [THEIRS, 'lineHeight', '20px'],
      ['.title', 'fontSize', '16px'],
    ],
    normal: [
      [THEIRS, 'fontSize', '15px'],
      ['.title', 'fontSize', '17px'],
      ['.author', 'fontSize', '13px'],
    ],
    large: [
      [THEIRS, 'fontSize', '17px'],
      [THEIRS, 'lineHeight', '25px'],
      ['.title', 'fontSize', '20px'],
      ...['.row small', '.standing', '.author', '.person'].map((small) => [small, 'fontSize', '14px'] as const),
    ],
  },
  motion: {
    still: [
      [PANEL, 'animationName', 'none'],
      ['.prompt > *', 'animationName', 'none'],
      ...[LAUNCHER, '.faces .icon', '.row'].map((moving) => [moving, 'transitionProperty', 'none'] as const),
    ],
    brisk: [
      [PANEL, 'animationDuration', '0.1s'],
      [LAUNCHER, 'transitionDuration', '0.08s'],
      ['.faces .icon', 'transitionDuration', '0.08s'],
    ],
    calm: [
      [PANEL, 'animationDuration', '0.18s'],
      ['.prompt > *', 'animationName', 'fade'],
      [LAUNCHER, 'transitionDuration', '0.12s'],
    ],
    lively: [
      [PANEL, 'animation', /0\.3s cubic-bezier\(0\.3, 1\.6, 0\.5, 1\).* rise$/],
      [LAUNCHER, 'transition', 'transform 0.3s cubic-bezier(0.3, 1.6, 0.5, 1)'],
    ],
  },
  depth: {
    flat: [[LAUNCHER, 'boxShadow', 'rgba(0, 0, 0, 0) 0px 0px 0px 0px, rgba(0, 0, 0, 0) 0px 0px 0px 0px']],
    lifted: [[LAUNCHER, 'boxShadow', shadow]],
    deep: [[LAUNCHER, 'boxShadow', 'rgba(32, 26, 20, 0.12) 0px 2px 8px 0px, rgba(32, 26, 20, 0.12) 0px 24px 72px 0px']],
    crisp: [[LAUNCHER, 'boxShadow', `${rgb(light.line)} 0px 0px 0px 1px, ${rgb(light.line)} 0px 4px 0px 1px`]],
  },
  launcher: {
    round: round('28px 28px 28px 28px', LAUNCHER),
    // The words in it are the widget's.
    pill: round('28px 28px 28px 28px', LAUNCHER),
    square: round('14px 14px 14px 14px', LAUNCHER),
    leaf: round('28px 28px 6px 28px', LAUNCHER),
  },
  bubble: {
    tailed: [...round('4px 10px 10px 10px', THEIRS), ...round('10px 10px 4px 10px', OWN)],
    plain: [...round('10px 10px 10px 10px', THEIRS), ...round('10px 10px 10px 10px', OWN)],
    outlined: [
      ...[THEIRS, OWN].flatMap(
        (bubble): Drawn => [
          [bubble, 'backgroundColor', rgb(light.surface)],
          [bubble, 'color', rgb(light.text)],
          [bubble, 'borderTopWidth', '1px'],
        ],
      ),
      [THEIRS, 'borderColor', rgb(light.outline)],
      [OWN, 'borderColor', rgb(light.accent)],
    ],
    tinted: [
      [THEIRS, 'backgroundColor', mix(light.raised, light.accent, 0.09)],
      [THEIRS, 'borderColor', 'rgba(0, 0, 0, 0)'],
      [OWN, 'backgroundColor', rgb(light.accent)],
    ],
    open: [
      [THEIRS, 'padding', '2px 12px'],
      [THEIRS, 'borderWidth', '0px 0px 0px 2px'],
      [THEIRS, 'borderLeftColor', rgb(light.accent)],
      [THEIRS, 'backgroundColor', 'rgba(0, 0, 0, 0)'],
      ...round('0px 0px 0px 0px', THEIRS),
    ],
  },
  headerStyle: {
    bar: [['header', 'borderBottom', `1px solid ${rgb(light.line)}`]],
    banner: [
      ['header', 'padding', '20px 16px'],
      ['.title', 'fontSize', '20px'],
      ['.title', 'lineHeight', '26px'],
    ],
    plain: [['header', 'borderBottomColor', 'rgba(0, 0, 0, 0)']],
    ruled: [['header', 'borderBottom', `3px solid ${rgb(light.accent)}`]],
    centred: [
      ['.title', 'textAlign', 'center'],
      ['.title', 'flexBasis', '100%'],
      ['.bar', 'justifyContent', 'center'],
      ['.standing', 'justifyContent', 'center'],
      ['.bar > :last-child', 'position', 'absolute'],
      ['.bar > :last-child', 'top', '0px'],
      ['.bar > :last-child', 'right', '0px'],
    ],
  },
  pattern: {
    none: [[PATTERNED, 'backgroundImage', 'none']],
    dots: [...layer('radial-gradient'), ...tiled('18px 18px')],
    grid: [...layer('linear-gradient'), ...tiled('24px 24px, 24px 24px')],
    stripes: layer('repeating-linear-gradient'),
    rings: [...layer('radial-gradient'), ...tiled('24px 24px')],
    checks: [...layer('repeating-conic-gradient'), ...tiled('20px 20px')],
  },
}

const chosen = Object.entries(looks).flatMap(([choice, values]) =>
  Object.keys(values).map((value) => [choice as keyof Choices, value] as const),
)

describe('a choice is drawn as it is described', () => {
  beforeAll(async () => {
    await ask(greetingPrompt, '.rows > button')
    await emulateMedia({ 'prefers-reduced-motion': 'no-preference' })
    document.body.style.fontFamily = 'Papyrus'
    return async () => {
      document.body.style.removeProperty('font-family')
      await emulateMedia()
    }
  })

  test.each(chosen)('%s: %s', (choice, value) => {
    wear({ [choice]: value })
    const told = (drawn[choice] as Readonly<Record<string, Drawn>>)[value] ?? []
    // What nobody has described nobody can prove.
    expect(told.length).toBeGreaterThan(0)
    for (const [selector, property, expected] of told) {
      const seen = String(styleOf(selector)[property])
      const what = `${selector} ${property}`
      if (typeof expected !== 'string') expect(seen, what).toMatch(expected)
      else expect(expected.startsWith('#') ? painted(seen) : seen, what).toBe(expected)
    }
  })

  test('a launcher under a pointer moves as the theme moves', async () => {
    const moved = (motion: Choices['motion']) => {
      wear({ motion })
      finish()
      return styleOf(LAUNCHER).transform
    }
    await userEvent.hover(find(LAUNCHER), { force: true })
    expect(moved('still')).toBe('none')
    expect(moved('calm')).toBe('matrix(1.04, 0, 0, 1.04, 0, 0)')
    expect(moved('lively')).toMatch(/^matrix\(1\.07\d*, -0\.09/)
    await userEvent.hover(find('.title'), { force: true })
    expect(moved('lively')).toBe('none')
  })

  test('in the dark, shadows are black', () => {
    wear({}, 'dark')
    expect(styleOf(LAUNCHER).boxShadow).toBe(lifted('rgba(0, 0, 0, 0.4)'))
  })
})

describe('what a device asks for comes first', () => {
  const asking = async (name: string, value: string, look: () => void) => {
    await emulateMedia({ [name]: value })
    try {
      look()
    } finally {
      await emulateMedia()
    }
  }
  const patterns = Object.keys(looks.pattern).filter((pattern) => pattern !== 'none') as Choices['pattern'][]

  test.each([
    ['prefers-contrast', 'more'],
    ['forced-colors', 'active'],
  ])('%s: %s has no pattern behind the words', (name, value) =>
    asking(name, value, () => {
      for (const pattern of patterns) {
        wear({ pattern })
        expect(styleOf(PATTERNED).backgroundImage, pattern).toBe('none')
      }
    }),
  )

  test('less motion has none, however lively the theme', () =>
    asking('prefers-reduced-motion', 'reduce', () => {
      for (const motion of Object.keys(looks.motion) as Choices['motion'][]) {
        wear({ motion })
        expect(styleOf(PANEL).animationName, motion).toMatch(/^(fade|none)$/)
        expect(styleOf(LAUNCHER).transitionProperty, motion).toBe('none')
      }
    }))
})

describe('a picture is drawn in its own square', () => {
  test.each<[keyof Images, string, string | undefined, number]>([
    ['logo', '.title', '::before', 24],
    ['avatar', '.mark .icon', undefined, 15],
    ['launcher', '.faces > :first-child', undefined, 28],
  ])('%s', (name, selector, pseudo, size) => {
    wear({ images: { [name]: { path: 'M0 0H24V24H0Z' } } })
    const style = styleOf(selector, pseudo)
    const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).append(shape)
    shape.setAttribute('d', /^path\("(.*)"\)$/.exec(style.clipPath)?.[1] ?? '')
    const { x, y, width, height } = shape.getBBox()
    shape.parentElement?.remove()
    expect([x, y, width, height]).toEqual([0, 0, size, size])
    expect([style.width, style.height]).toEqual([`${size}px`, `${size}px`])
    // In the colour of the words beside it.
    expect(style.backgroundColor).toBe(style.color)
    wear({})
    expect(styleOf(selector, pseudo).clipPath).toBe('none')
  })
})
