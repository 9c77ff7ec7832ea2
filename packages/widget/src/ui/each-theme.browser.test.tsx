import { compileTheme, type Theme } from '@shopbell/themes'
import { afterEach, describe, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { contract } from '../../../themes/src/contract.js'
import { createFakeChat, greetingPrompt, line } from '../testing/fake-chat.js'
import { arrived, type Shown, type ShowOptions, showShell } from '../testing/show-shell.js'

const named = { name: 'probe', description: 'One of everything' } as const

const skins = Object.values(import.meta.glob<{ theme: Theme }>('../../../themes/src/skins/*.ts', { eager: true })).map(
  ({ theme }) => theme,
)

/** One theme for each value of each choice, and one with everything that parts can say at its most. */
const choices = Object.entries(contract.looks).flatMap(([choice, values]) =>
  Object.keys(values)
    // Of the fonts, those that are wide.
    .filter((value) => !/font/i.test(choice) || /mono|slab/.test(value))
    .map((value) => ({ ...named, name: `${choice}-${value}`, [choice]: value }) as Theme),
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
afterEach(async () => {
  shown?.remove()
  shown = undefined
  await page.viewport(1024, 768)
})

/** The whole chat in a theme, with a line of each and the greeting's choices. */
async function wear(theme: Theme, options: ShowOptions = {}): Promise<Shown> {
  const chat = createFakeChat({ prompt: greetingPrompt })
  chat.say(line('bot', 'Hi! What can I help you with today?'), line('shopper', 'Where is my parcel?'), line('bot', 'I can look.'))
  shown = showShell(chat, { ...options, theme })
  await arrived(shown, chat)
  for (const animation of shown.root.getAnimations()) animation.finish()
  return shown
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

describe.each(themes)('$name', (theme) => {
  test.each(['ltr', 'rtl'] as const)('keeps what is protected in sight and every target large enough, %s', async (direction) => {
    await wear(theme, { direction })
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

  test('mirrors in a right-to-left language', async () => {
    const places = async (direction: 'ltr' | 'rtl') => {
      await wear(theme, { direction })
      const panel = boxOf('.panel')
      const found = [PERSON, CLOSE, '.send', '.theirs .bubble', '.own .bubble', '.row > .icon'].map((selector) => {
        const { left, right } = boxOf(selector)
        return Math.round(direction === 'ltr' ? left - panel.left : panel.right - right)
      })
      shown?.remove()
      return found
    }
    const [there, back] = [await places('ltr'), await places('rtl')]
    for (const [nth, place] of there.entries()) expect(Math.abs(place - (back[nth] ?? Number.NaN))).toBeLessThanOrEqual(1)
  })

  test('loses nothing at 200 % zoom', async () => {
    await page.viewport(512, 384)
    await wear(theme)
    for (const control of [PERSON, CLOSE, '.send']) expect(canBeHit(control), control).toBe(true)
    for (const area of ['.header', '.scroller', '.composer', '.panel'])
      expect(find(area).scrollWidth, area).toBeLessThanOrEqual(find(area).clientWidth)
  })
})

describe('where a device draws in its own few colours', () => {
  test('every theme has an edge around each control, and a shape in each picture', async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] })
    try {
      for (const theme of themes) {
        await wear(theme)
        for (const control of ['.launcher', '.send', PERSON, '.rows .row', '.field', '.own .bubble', '.panel']) {
          const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(find(control))
          expect([control, theme.name, borderTopStyle]).toEqual([control, theme.name, 'solid'])
          expect(Number.parseFloat(borderTopWidth)).toBeGreaterThanOrEqual(1)
          expect(borderTopColor).not.toMatch(/rgba\(.*, 0\)|transparent/)
        }
        expect(getComputedStyle(find('.scroller')).backgroundImage).toBe('none')
        shown?.remove()
      }
      await wear(parts)
      expect(getComputedStyle(find('.title'), '::before').backgroundColor).toBe(getComputedStyle(find('.title')).color)
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', { features: [] })
    }
  })
})

describe('a rule of the shop’s page wins over the theme, without !important', () => {
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
      expect(find(protectedOne).closest('[part]')?.getAttribute('part')).toMatch(/^(header|message)$/)
    for (const protectedOne of [PERSON, CLOSE, '.author', '.standing'])
      expect(find(protectedOne).hasAttribute('part')).toBe(false)
  })
})

test('the whole sheet of every theme is understood by the browser', () => {
  for (const theme of themes) {
    const css = compileTheme(theme)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    const declared = [...css.matchAll(/[{;]([a-z-]+):(?=[^{}]*[;}])/g)].filter(
      ([, property]) => !property?.startsWith('--'),
    ).length
    const understood = (rules: CSSRuleList): number =>
      [...rules].reduce(
        (sum, rule) =>
          sum +
          (rule instanceof CSSStyleRule ? rule.style.cssText.split(/;\s/).length : 0) +
          ('cssRules' in rule ? understood(rule.cssRules as CSSRuleList) : 0),
        0,
      )
    expect(understood(sheet.cssRules), theme.name).toBeGreaterThanOrEqual(declared)
  }
})
