import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'
import { chromiumOptions } from './browsers.js'

const studio = fileURLToPath(new URL('../examples/theme-studio/dist/studio/', import.meta.url))
const skins = new URL('../packages/themes/dist/skins/', import.meta.url)
const SHOP = 'https://studio.example/'
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** What a sheet shows, left to right. */
const SCENES = ['greeting', 'order-late', 'form', 'review', 'person', 'launcher']
const CELL = { width: 480, height: 760 }
const PHONE = 390
/** And top to bottom: light, dark, from right to left, and on a phone. */
const ROWS: readonly Pick<Cell, 'scheme' | 'language' | 'width'>[] = [
  { scheme: 'light' },
  { scheme: 'dark' },
  { scheme: 'light', language: 'ar' },
  { scheme: 'dark', width: PHONE },
]

/**
 * One sheet per skin into `folder`: greeting, order, form, review and a talk with a person; light, dark, from right to left and on a
 * phone, one above the other; and one of all greetings.
 *
 * @param wanted only these skins.
 */
export async function takeSkinPictures(folder: string, wanted: readonly string[] = []): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const options = await chromiumOptions()
  // The Chromium from npm looks for fonts in its own folder, which has one; the system's are nicer.
  process.env['FONTCONFIG_PATH'] = '/etc/fonts'
  const browser = await chromium.launch(options)
  try {
    const themes: Theme[] = []
    for (const file of readdirSync(skins).filter((name) => name.endsWith('.js'))) {
      const { theme } = (await import(new URL(file, skins).href)) as { theme: Theme }
      themes.push(theme)
    }
    for (const theme of themes.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
      await takeSheet(
        browser,
        ROWS.flatMap((row) => SCENES.map((scene) => ({ ...row, theme, scene }))),
        SCENES.length,
        { path: `${folder}/${theme.name}.png` },
      )
    if (wanted.length > 0) return
    const greetings = themes.map((theme, index) => ({ theme, scheme: index % 2 ? 'dark' : 'light', scene: 'greeting' }))
    await takeSheet(browser, greetings, Math.ceil(themes.length / 2), { path: `${folder}/skins.jpg`, quality: 80 })
  } finally {
    await browser.close()
  }
}

interface Theme {
  readonly name: string
}

interface Cell {
  readonly theme: Theme
  readonly scheme: string
  readonly scene: string
  readonly language?: string
  readonly width?: number
}

interface Sheet {
  readonly path: string
  readonly quality?: number
}

async function takeSheet(browser: Browser, cells: readonly Cell[], columns: number, sheet: Sheet): Promise<void> {
  const rows = Math.ceil(cells.length / columns)
  const context = await browser.newContext({
    viewport: { width: columns * CELL.width, height: rows * CELL.height },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  try {
    await context.route('**/*', (route) => {
      const { origin, pathname } = new URL(route.request().url())
      if (`${origin}/` !== SHOP) return route.abort()
      if (pathname === '/') return route.fulfill({ body: '<!doctype html><title>Skins</title>', contentType: 'text/html' })
      return route.fulfill({
        body: readFileSync(studio + pathname.slice(1)),
        contentType: TYPES[extname(pathname)] ?? 'application/octet-stream',
      })
    })
    const page = await context.newPage()
    await page.goto(SHOP)
    await stand(page, cells, columns)
    for (const frame of page.frames().slice(1))
      await frame.waitForSelector('html[data-state]', { state: 'attached', timeout: 30_000 })
    for (const frame of page.frames().slice(1))
      if ((await frame.getAttribute('html', 'data-state')) === 'failed')
        console.warn(`${sheet.path}: ${frame.url()} did not get there.`)
    // The person's answer has been typed by now.
    await page.waitForTimeout(800)
    // The pages have fought for the focus, and its ring says nothing of a skin.
    for (const frame of page.frames().slice(1))
      await frame.evaluate(() => {
        const held = document.querySelector('shopbell-chat')?.shadowRoot?.activeElement
        if (held instanceof HTMLElement) held.blur()
      })
    await page.screenshot({ animations: 'disabled', path: sheet.path, ...(sheet.quality ? { quality: sheet.quality } : {}) })
  } finally {
    await context.close()
  }
}

/** Puts a stage for each cell on the page, and gives each its cue when it asks for one. */
function stand(page: Page, cells: readonly Cell[], columns: number): Promise<void> {
  return page.evaluate(
    ({ cells, columns, cell: { width, height } }) => {
      document.body.style.cssText = `display:grid;grid-template-columns:repeat(${columns},${width}px);margin:0`
      for (const [index, { theme, scheme, scene, language = 'en', width: own = width }] of cells.entries()) {
        const frame = document.createElement('iframe')
        frame.style.cssText = `width:${own}px;height:${height}px;border:0`
        frame.src = `/stage.html#${new URLSearchParams({ scene, language, slot: `${scene}-${index}`, title: theme.name })}`
        addEventListener('message', ({ source }) => {
          if (source === frame.contentWindow) frame.contentWindow?.postMessage({ theme, scheme }, location.origin)
        })
        document.body.append(frame)
      }
    },
    { cells, columns, cell: CELL },
  )
}
