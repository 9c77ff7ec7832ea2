import type { Browser, Frame, Locator, Page, Route } from 'playwright'
import type { NodeAgent } from '../chaos/node-agent.js'
import { builtFile, CDN, SHOP } from '../shop-page.js'
import { STRICT_POLICY } from '../strict-pages.js'
import { documentOf, type HostPage } from './host-page.js'
import { bearWitness } from './witness.js'

/** Where a thing is, and what it looks like. */
export interface Sight {
  /** Left, top, width, height in pixels of the window. */
  readonly box: readonly number[]
  readonly style: Readonly<Record<string, string>>
}

/** What a visit to a page has shown. */
export interface Findings {
  readonly sights: Readonly<Record<string, Sight>>
  /** Names of the window that came with the chat. */
  readonly globals: readonly string[]
  /** What the page, its console and its policy complained of, and what has changed that is not the chat's. */
  readonly faults: readonly string[]
}

/** Who looks at the page: a browser, a desk, and an agent who answers there. */
export interface Visitors {
  readonly browser: Browser
  readonly desk: string
  readonly agent: NodeAgent
}

const THINGS = {
  launcher: '[part~="launcher"]',
  panel: '.panel',
  title: '.title',
  bubble: '.bubble',
  choice: '.rows .row',
  words: '.words',
  field: '.composer .field',
  composer: 'textarea',
  send: '.send',
}

/** A shopper's whole errand on a page: an order, a person, another route, and the chat taken away. */
export async function visit(page: HostPage, { browser, desk, agent }: Visitors): Promise<Findings> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const tab = await context.newPage()
  tab.setDefaultTimeout(page.slow ? 40_000 : 15_000)
  if (page.slow) await slowDown(tab)
  const faults: string[] = []
  tab.on('pageerror', ({ message, stack }) => faults.push(`uncaught: ${message} ${stack}`))
  tab.on('console', (message) => {
    if (/error|warning/.test(message.type()) && !page.says?.test(message.text())) faults.push(`console: ${message.text()}`)
  })
  const say = (fault: string | undefined) => void (fault && faults.push(fault))

  const url = page.url ?? SHOP
  const tag = `<script async nonce="n" src="${CDN}shopbell.js" data-backend="${desk}" data-site="demo" data-mailto="help@shop.example" data-locale="en-GB" ${page.tag ?? ''}></script>`
  const shop = documentOf(page, `(${bearWitness})()`, tag)
  const frame = `<!doctype html><title>Shop</title><body style="margin:0"><iframe src="${url}framed" sandbox="${page.sandbox}" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe></body>`
  await context.route(`${CDN}**`, (route) => answer(route, builtFile(route.request().url()), 'text/javascript'))
  await context.route(`${url}**`, (route) => {
    const framed = page.sandbox !== undefined && !route.request().url().endsWith('framed')
    return answer(route, framed ? frame : shop, 'text/html', page.headers?.(desk) ?? { 'content-security-policy': STRICT_POLICY })
  })
  await tab.goto(url)
  const view: Page | Frame = page.sandbox === undefined ? tab : await framed(tab)

  const panel = view.locator('.panel')
  const launcher = view.locator('[part~="launcher"]')
  const tap = (words: RegExp) => panel.getByRole('button', { name: words }).last().click()
  const reads = (words: string | RegExp) => panel.getByText(words).last().waitFor()
  const sights: Record<string, Sight> = {}
  const look = async (...names: (keyof typeof THINGS)[]) => {
    for (const name of names) sights[name] = await sightOf(view.locator(THINGS[name]).first())
  }

  await launcher.waitFor()
  await tab.mouse.move(5, 5)
  const early = await sightOf(launcher)
  await launcher.click()
  await panel.getByRole('button', { name: /^Order Status/ }).waitFor()
  await tab.mouse.move(5, 5)
  await look('launcher', 'panel', 'title', 'bubble', 'choice', 'words', 'field', 'composer', 'send')
  if (early.box.join() !== sights['launcher']?.box.join())
    say(`the launcher moved from ${early.box} to ${sights['launcher']?.box}`)
  if (page.during) say(await view.evaluate(page.during))

  await tap(/^Order Status/)
  await panel.getByLabel('Order number').fill('1001')
  await panel.getByLabel('E-mail').fill('ada@example.com')
  await tap(/^Find my order/)
  if (page.refused) await reads(/help@shop\.example|can’t look up orders at the moment/)
  else await talk()

  async function talk() {
    await reads(/Arrives/)
    await reads('Did this help?')
    await tap(/^No/)
    await reads('This is what I’ll pass on')
    await tap(/^Send to a person/)
    await reads(/You’re next|in line/)
    const [row] = (await agent.list('queue')).filter(({ who }) => who === 'ada@example.com')
    if (!row) throw new Error('the conversation is not in the queue')
    await agent.reply(row.id, AbortSignal.timeout(5_000))
    await reads(agent.replies.at(-1)?.text ?? '')
    if (page.during) say(await view.evaluate(page.during))
    const composer = panel.getByLabel('Write a message')
    await composer.click()
    await composer.pressSequentially('s/?j')
    await composer.press('Enter')
    await reads(/^(Read|Sent)$/)

    // What moves from here on, the page moves itself.
    for (const shift of await view.evaluate(() => window.witness.shifts())) say(`layout shift ${shift}`)
    await view.evaluate(page.route ?? (() => document.body.replaceChildren(document.createElement('main'))))
    await reads(agent.replies.at(-1)?.text ?? '')
    await composer.fill('after the route')
    await composer.press('Enter')
    await panel.getByText('after the route').last().waitFor()
    const texts = (await agent.texts(row.id)).filter(({ by }) => by === 'shopper').map(({ text }) => text)
    if (texts.join() !== 's/?j,after the route' && texts.join() !== 's/?j') say(`the desk has ${JSON.stringify(texts)}`)
  }

  await view.evaluate(() => Reflect.get(window, 'Shopbell')('destroy'))
  const left = await view.locator('shopbell-chat').count()
  if (left > 0) say(`${left} elements are left after destroy`)
  const witness = await view.evaluate(() => ({
    globals: window.witness.globals(),
    changed: window.witness.changed(),
    violations: window.witness.violations,
  }))
  for (const name of witness.changed) say(`changed: ${name}`)
  for (const violation of witness.violations) say(`violation: ${violation}`)
  if (page.after) say(await view.evaluate(page.after))
  await context.close()
  return { sights, globals: witness.globals, faults }
}

/** As DevTools does for a phone of the middle class on 3G. */
async function slowDown(tab: Page): Promise<void> {
  const devtools = await tab.context().newCDPSession(tab)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await devtools.send('Network.enable')
  const network = { offline: false, latency: 300, downloadThroughput: 200_000, uploadThroughput: 90_000 }
  await devtools.send('Network.emulateNetworkConditions', network)
}

async function framed(tab: Page): Promise<Frame> {
  const handle = await tab.locator('iframe').elementHandle()
  const frame = await handle?.contentFrame()
  if (!frame) throw new Error('the frame has no page')
  return frame
}

function answer(route: Route, body: string | undefined, contentType: string, headers: Readonly<Record<string, string>> = {}) {
  if (body === undefined) return route.fulfill({ status: 404 })
  return route.fulfill({ body, contentType, headers: { 'access-control-allow-origin': '*', ...headers } })
}

/** Seen once nothing moves any more. */
async function sightOf(thing: Locator): Promise<Sight> {
  const style = await thing.evaluate(async (element) => {
    const root = element.getRootNode() as ShadowRoot
    await Promise.all(root.getAnimations().map((animation) => animation.finished.catch(() => undefined)))
    const computed = getComputedStyle(element)
    const read: Record<string, string> = {}
    for (let index = 0; index < computed.length; index++) {
      const name = computed.item(index)
      if (!name.startsWith('--')) read[name] = computed.getPropertyValue(name)
    }
    return read
  })
  const box = await thing.boundingBox()
  return { box: box ? [box.x, box.y, box.width, box.height].map((side) => Math.round(side * 2) / 2) : [], style }
}

/** In what a thing on one page differs from the same on another. */
export function differences(sights: Findings['sights'], plain: Findings['sights']): readonly string[] {
  return Object.entries(plain).flatMap(([name, { box, style }]) => {
    const seen = sights[name]
    if (!seen) return [`${name} is not there`]
    const moved = seen.box.join() === box.join() ? [] : [`${name} is at ${seen.box}, not ${box}`]
    const restyled = Object.keys(style).filter((property) => seen.style[property] !== style[property])
    return [...moved, ...restyled.map((property) => `${name} has ${property}: ${seen.style[property]}, not ${style[property]}`)]
  })
}
