import { afterEach, expect, test } from 'vitest'
import { compileTheme } from './compile.js'
import { theme as counter } from './skins/counter.js'
import type { Theme } from './theme.js'

const put: (() => void)[] = []

afterEach(() => {
  for (const takeAway of put.splice(0)) takeAway()
})

/** A host as the widget makes it, with the theme's sheet adopted by its shadow root. */
function dress(theme: Theme): HTMLElement {
  const host = document.createElement('shopbell-chat')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(compileTheme(theme))
  root.adoptedStyleSheets.push(sheet)
  root.append(document.createElement('p'))
  document.body.append(host)
  put.push(() => host.remove())
  return host
}

function addPageRule(css: string) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
  put.push(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  })
}

const inside = (host: HTMLElement, property: string) => {
  const line = host.shadowRoot?.querySelector('p')
  return line ? getComputedStyle(line).getPropertyValue(property).trim() : undefined
}

test('light and dark are the palettes of the theme, and reach what lies inside', () => {
  const host = dress(counter)
  host.dataset.scheme = 'light'
  expect(inside(host, '--shopbell-surface')).toBe(counter.light.surface)
  expect(inside(host, 'color-scheme')).toBe('light')
  host.dataset.scheme = 'dark'
  expect(inside(host, '--shopbell-surface')).toBe(counter.dark.surface)
  expect(inside(host, 'color-scheme')).toBe('dark')
})

test('without a word from the page the device decides', () => {
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  expect(inside(dress(counter), '--shopbell-surface')).toBe(counter[scheme].surface)
})

test.each(['light', 'dark'])("a rule of the shop's page wins over the theme, %s", (scheme) => {
  addPageRule('shopbell-chat { --shopbell-accent: #b00; --shopbell-radius: 30px }')
  const host = dress(counter)
  host.dataset.scheme = scheme
  expect(inside(host, '--shopbell-accent')).toBe('#b00')
})

test.each(['lifted', 'flat'] as const)('the browser takes shadow and font as they are, %s', (depth) => {
  const host = dress({ name: 'probe', description: 'All of it', font: 'serif', depth })
  host.dataset.scheme = 'light'
  const line = host.shadowRoot?.querySelector('p')
  if (!line) throw new Error('The line is missing.')
  line.style.cssText = 'box-shadow: inset 0 0 0 1px red, var(--shopbell-shadow); font-family: var(--shopbell-font, inherit)'
  const style = getComputedStyle(line)
  expect(style.boxShadow.match(/rgb/g)).toHaveLength(3)
  expect(style.fontFamily).toBe('ui-serif, Georgia, serif')
})

test("`inherit` is the shop's own font", () => {
  const host = dress({ name: 'probe', description: 'Inherits', font: 'inherit' })
  document.body.style.fontFamily = 'Papyrus'
  put.push(() => document.body.style.removeProperty('font-family'))
  const line = host.shadowRoot?.querySelector('p')
  if (line) line.style.fontFamily = 'var(--shopbell-font, inherit)'
  expect(line && getComputedStyle(line).fontFamily).toBe('Papyrus')
})
