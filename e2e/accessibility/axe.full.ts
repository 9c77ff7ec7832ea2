import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scenes } from '../../examples/theme-studio/src/stage/scenes.js'
import { type DemoDesk, startDemoDesk } from '../demo-desk.js'
import { openBrowser } from '../shop-page.js'

// Every state of the chat, as the theme studio plays it, in every theme, scheme and direction.

interface Look {
  readonly name: string
  readonly theme: unknown
}

const skins = fileURLToPath(new URL('../../packages/themes/dist/skins/', import.meta.url))
const looks: readonly Look[] = await Promise.all(
  readdirSync(skins)
    .filter((file) => file.endsWith('.js'))
    .map(async (file) => ({
      name: file.replace('.js', ''),
      theme: ((await import(skins + file)) as { readonly theme: unknown }).theme,
    })),
)
const SCHEMES = ['light', 'dark'] as const
const languages = { 'left to right': 'en', 'right to left': 'ar' }

let desk: DemoDesk
let browser: Browser
let page: Page
let judged = 0
beforeAll(async () => {
  ;[desk, browser] = await Promise.all([startDemoDesk(), openBrowser()])
  const context = await browser.newContext({ viewport: { width: 900, height: 860 } })
  page = await context.newPage()
})
afterAll(async () => {
  console.log(`${judged} pages were judged: ${scenes.length} states, ${looks.length} themes, light and dark, both directions.`)
  await browser?.close()
  await desk?.stop()
})

/** Plays a scene on a page of its own, with the judge beside it. */
async function play(scene: string, language: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${desk.url}/studio/stage.html?${language}#${new URLSearchParams({ scene, language, slot: scene })}`)
  await page.locator('html[data-state]').waitFor({ state: 'attached' })
  expect(await page.evaluate(() => document.documentElement.dataset['state'])).toBe('played')
  await page.evaluate(() => {
    // Of what stands behind the body, as the chat does, axe tells no contrast.
    const host = document.querySelector('shopbell-chat')
    const scroller = host?.shadowRoot?.querySelector('.scroller')
    const top = scroller?.scrollTop ?? 0
    if (host) document.body.append(host)
    if (scroller) scroller.scrollTop = top
  })
  await page.evaluate(axe.source)
}

/** Dresses the chat that is there, and says what axe finds. */
function judge(theme: unknown, scheme: string): Promise<readonly string[]> {
  return page.evaluate(
    async ([theme, scheme]) => {
      window.postMessage({ theme, scheme }, location.origin)
      const host = document.querySelector('shopbell-chat')
      const root = host?.shadowRoot
      const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
      // A look is put on in a task of its own, and what fades has to have faded.
      for (let quiet = 0, before = ''; quiet < 2; ) {
        await drawn()
        for (const animation of root?.getAnimations() ?? [])
          if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish()
        const now = (root?.adoptedStyleSheets ?? []).flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText)).join()
        quiet = now === before ? quiet + 1 : 0
        before = now
      }
      // Where something is drawn before or behind the words, axe tells no contrast at all: both are left out while it looks. What lies on
      // a pattern is judged with the theme.
      const plain = new CSSStyleSheet()
      plain.replaceSync('*::before, *::after { content: none !important } .scroller { background-image: none !important }')
      root?.adoptedStyleSheets.push(plain)
      const judge = Reflect.get(window, 'axe') as typeof axe
      const { violations } = await judge.run(host ?? document, { resultTypes: ['violations'] })
      if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== plain)
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    },
    [theme, scheme] as const,
  )
}

describe.each(Object.entries(languages))('%s, axe finds nothing', (_, language) => {
  test.each(scenes.map(({ name, title }) => [title, name] as const))('in “%s”, whatever it wears', async (_, scene) => {
    await play(scene, language)
    const found: string[] = []
    for (const { name, theme } of looks)
      for (const scheme of SCHEMES) {
        judged++
        found.push(...(await judge(theme, scheme)).map((what) => `${name}, ${scheme}: ${what}`))
      }
    expect(found).toEqual([])
  })
})

test('the judge sees what is wrong: a planted fault in a state and in a theme', async () => {
  await play('greeting', 'en')
  await page.evaluate(() => {
    const root = document.querySelector('shopbell-chat')?.shadowRoot
    root?.querySelector('[part~="launcher"]')?.removeAttribute('aria-label')
    root?.querySelector<HTMLElement>('.bubble')?.style.setProperty('color', '#ddd', 'important')
  })
  const plain = looks.find(({ name }) => name === 'counter')
  const found = (await judge(plain?.theme, 'light')).map((what) => what.split(':')[0])
  expect(found).toContain('button-name')
  expect(found).toContain('color-contrast')
})
