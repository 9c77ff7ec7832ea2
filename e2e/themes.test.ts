import { readFileSync } from 'node:fs'
import { contrast } from '@shopbell/themes'
import { expect, test } from 'vitest'
import { readManifest } from '../scripts/size.mjs'
import { stageForEach } from './each-stage.js'
import { CDN, DESK, SHOP, shopPage, stub, tag } from './shop-page.js'

const manifest = readManifest()
const skins = manifest.files.filter(({ step }) => step === 'skin')
const names = skins.map(({ file }) => /^skin-(.+)-[\w-]{6}\.js$/.exec(file)?.[1] ?? file)

const stage = stageForEach()

const page = (attributes: string, call?: string) =>
  shopPage(stub(call) + tag(`data-backend="${DESK}" data-site="demo" ${attributes}`))
/** Opens the chat and waits for the greeting, drawn in its theme. */
async function greet(): Promise<void> {
  await stage.launcher().click()
  await stage.page.getByRole('button', { name: 'Order Status' }).waitFor()
  await stage.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
/** Requests to anywhere but the shop's page and our own files. The desk is asked for nothing but what the chat needs of it. */
const egress = () => stage.requests.filter((url) => url !== SHOP && !url.startsWith(CDN) && !url.startsWith(DESK))
const sheetOf = () =>
  stage.page.evaluate(() => {
    const sheets = document.querySelector('shopbell-chat')?.shadowRoot?.adoptedStyleSheets ?? []
    return [...sheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n')
  })
const accent = () =>
  stage.page.evaluate(() => {
    const host = document.querySelector('shopbell-chat')
    return host ? getComputedStyle(host).getPropertyValue('--shopbell-accent') : ''
  })

test.each(skins)('$file is at most 0.6 kB', ({ brotli }) => {
  expect(brotli).toBeLessThanOrEqual(600)
})

test('there are skins', () => {
  expect(names.length).toBeGreaterThanOrEqual(2)
})

test.each(names)('the skin %s asks for its own file, once, and for nothing else', async (name) => {
  await stage.open(page(`data-theme="${name}"`))
  await greet()
  expect(egress()).toEqual([])
  expect(stage.requests.filter((url) => url.includes('/skin-'))).toEqual([
    expect.stringMatching(new RegExp(`/skin-${name}-[\\w-]{6}\\.js$`)),
  ])
  expect(await accent()).not.toBe('#1c5a4a')
  expect(stage.said.filter((line) => line.startsWith('[shopbell]'))).toEqual([])
})

test('the default skin asks for no file at all', async () => {
  await stage.open(page(''))
  await greet()
  expect(stage.requests.filter((url) => url.includes('/skin-'))).toEqual([])
})

test('a skin that does not exist is the default one, and the nearest name is told', async () => {
  await stage.open(page('data-theme="fjordd"'))
  await greet()
  expect(await accent()).toBe('#1c5a4a')
  await expect.poll(() => stage.said).toContain('[shopbell] There is no theme "fjordd". Did you mean "fjord"?')
})

test('a dark accent of the shop’s own is told from a dark page before the first tap, too', async () => {
  await stage.page.emulateMedia({ colorScheme: 'dark' })
  await stage.open(page('data-accent="#0a0a0a"').replace('</head>', '<style>body{background:#111}</style></head>'))
  const launcher = stage.launcher()
  await launcher.waitFor()
  const ring = await launcher.evaluate((button) => getComputedStyle(button).boxShadow)
  const alpha = Number(/^rgba\(255, 255, 255, ([\d.]+)\) 0px 0px 0px 1px/.exec(ring)?.[1])
  const seen = Math.round(0x11 + (0xff - 0x11) * alpha).toString(16)
  expect(contrast(`#${seen.repeat(3)}`, '#111111')).toBeGreaterThanOrEqual(3)
})

test('what the guide says to move and to change by parts leaves the launcher beside the open panel', async () => {
  const guide = readFileSync(new URL('../docs/themes.md', import.meta.url), 'utf8').split('\n## Parts')[1] ?? ''
  const css = /```css\n(.*?)```/s.exec(guide)?.[1] ?? ''
  const offset = /data-offset="(\d+) (\d+)"/.exec(guide)
  expect(css).toContain('::part(')
  await stage.open(page(offset?.[0] ?? '').replace('</head>', `<style>${css}</style></head>`))
  await greet()
  const box = async (part: string) => stage.page.locator(`[part~="${part}"]`).boundingBox()
  const { width, height } = stage.page.viewportSize() ?? { width: 0, height: 0 }
  // What rises is not where it will be, and what is under the pointer is larger.
  await stage.page.mouse.move(9, 9)
  await expect.poll(async () => (await box('panel'))?.width).toBe(440)
  const away = async () => {
    const { x = 0, y = 0 } = (await box('launcher')) ?? {}
    return [width - x - 56, height - y - 56]
  }
  await expect.poll(away).toEqual([Number(offset?.[1]), Number(offset?.[2])])
  const [launcher, panel] = [await box('launcher'), await box('panel')]
  expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(launcher?.y ?? 0)
})

// Everything at once that could fetch, in each place where a theme has a value, and names that are none.
const EVIL = [
  'url(https://evil.example/a)',
  'red;} *{background:url(https://evil.example/b)}',
  'image-set("https://evil.example/c" 1x)',
  'u\\72l(https://evil.example/d)',
  '-webkit-image-set(url(https://evil.example/e) 1x)',
]
const hostile = EVIL.map((evil) => ({
  version: 1,
  name: evil,
  description: evil,
  css: `*{background:${evil}}@import url(https://evil.example/f)`,
  light: { accent: evil, surface: evil, header: evil, text: evil },
  dark: { accent: evil },
  font: evil,
  titleFont: evil,
  pattern: evil,
  depth: evil,
  parts: { launcher: { ground: evil, size: evil }, person: { background: evil }, header: { border: evil, background: evil } },
  images: {
    logo: { address: 'https://evil.example/logo.svg' },
    avatar: { path: `M0 0");background:${evil}` },
    launcher: { path: '<svg><image href="https://evil.example/g"/></svg>' },
  },
}))

test.each(hostile)('a theme of $name asks for nothing, and the chat works in the default look', async (theme) => {
  await stage.open(page('', `Shopbell('boot', { theme: ${JSON.stringify(theme)} })`))
  await greet()
  expect(egress()).toEqual([])
  expect(await accent()).toBe('#1c5a4a')
  expect(await sheetOf()).not.toMatch(/url\(|evil|image-set|@import/)
  expect(stage.said.some((line) => line.startsWith("[shopbell] The theme's"))).toBe(true)
  expect(stage.uncaught()).toEqual([])
})

test.each([
  ['five megabytes', `{ name: 'x', light: { accent: '#ff0000', text: 'x'.repeat(5e6) } }`],
  ['circles', '(() => { const theme = { name: "x" }; theme.light = theme; return theme })()'],
  ['another version', `{ name: 'x', version: 2, light: { accent: '#ff0000' } }`],
  ['getters that throw', `{ name: 'x', get light() { throw new Error('A getter ran.') } }`],
  ['a trap', `new Proxy({}, { get() { throw new Error('Trapped.') }, ownKeys() { throw new Error('Trapped.') } })`],
])('a theme of %s is the default one', async (_, theme) => {
  await stage.open(page('', `Shopbell('boot', { theme: ${theme} })`))
  await greet()
  expect(await accent()).toBe('#1c5a4a')
  expect(egress()).toEqual([])
  expect(stage.uncaught()).toEqual([])
})

test('a theme that writes the way to a person in the colour of its ground does not hide it', async () => {
  const theme = `{ name: 'x', light: { header: '#ffffff', onHeader: '#fefefe' } }`
  await stage.open(page('data-scheme="light"', `Shopbell('boot', { theme: ${theme} })`))
  await greet()
  const colours = await stage.page.getByRole('button', { name: 'Talk to a person' }).evaluate((button) => {
    const header = button.closest('header')
    return [getComputedStyle(button).color, header && getComputedStyle(header).backgroundColor]
  })
  expect(colours).toEqual(['rgb(38, 33, 27)', 'rgb(250, 247, 242)'])
})

test('a shop’s accent that the grounds of its own theme would swallow is not worn, and the console says so', async () => {
  const theme = `{ name: 'velvet', light: { accent: '#e0b15a', surface: '#17141a', raised: '#242029', text: '#f2edf5', quiet: '#b5acbc',
    line: '#3a3440', outline: '#857d8c', header: '#0f0d11', good: '#8fce9c', warning: '#e2b45c', danger: '#f08f78' } }`
  for (const [own, worn] of [
    ['#1c2030', '#e0b15a'],
    ['#d05fa0', '#d05fa0'],
  ] as const) {
    await stage.open(page(`data-scheme="light" data-accent="${own}"`, `Shopbell('boot', { theme: ${theme} })`))
    await greet()
    expect(await accent()).toBe(worn)
  }
  expect(stage.said.filter((line) => line.includes('could not be told from the grounds'))).toEqual([
    expect.stringContaining('#1c2030'),
  ])
})

test('an accent alone fetches no theme’s machinery', async () => {
  await stage.open(page('data-accent="#7a2f5b"'))
  await greet()
  expect(await accent()).toBe('#7a2f5b')
  expect(stage.requests.filter((url) => /own-look|skin-/.test(url))).toEqual([])
})
