import type { Browser, Page } from 'playwright'
import { builtFile, CDN, SHOP } from '../shop-page.js'
import { startHostileDesk } from './hostile-desk.js'
import { watch } from './oracle.js'
import { canBeRead, visible } from './payloads.js'

// As many as are drawn at once: of a long story only the lines around the reader are in the page.
const CHUNK = 5

/** What a run through the widget has shown. */
export interface Run {
  /** What happened that must not. */
  readonly seen: readonly string[]
  /** Texts that were written and could not be read, by sink. */
  readonly lost: readonly string[]
  readonly written: number
}

/**
 * Puts every text into every sink of the widget, each over the way that it comes in practice. `unsafe` is a script of the page that
 * draws bubbles as markup, as a careless renderer would: the control.
 */
export async function runWidget(browser: Browser, texts: readonly string[], unsafe = false): Promise<Run> {
  const desk = await startHostileDesk(texts)
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  const oracle = await watch(context, page, [SHOP, CDN, desk.url, desk.url.replace('http', 'ws')], 'shopbell-chat')
  const policy = `default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; connect-src ${desk.url} ${desk.url.replace('http', 'ws')}; img-src blob:`
  await context.route(`${CDN}**`, (route) => {
    const body = builtFile(route.request().url())
    const headers = { 'access-control-allow-origin': '*' }
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, headers, contentType: 'text/javascript' })
  })
  await context.route(`${SHOP}**`, (route) =>
    route.fulfill({
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><script async nonce="n" src="${CDN}shopbell.js"></script></head><body><h1>Shop</h1></body></html>`,
      contentType: 'text/html',
      headers: {
        'content-security-policy': unsafe ? policy : `${policy}; require-trusted-types-for 'script'; trusted-types 'none'`,
      },
    }),
  )
  await page.goto(SHOP)
  await page.waitForFunction(() => 'Shopbell' in window)
  if (unsafe) await page.evaluate(drawCarelessly)

  const lost: string[] = []
  let written = 0
  const panel = page.locator('.panel')
  const tap = (name: RegExp) => panel.getByRole('button', { name }).last().click()
  const shopbell = (...call: unknown[]) =>
    page.evaluate((given) => (window as unknown as { Shopbell(...call: unknown[]): Promise<unknown> }).Shopbell(...given), call)
  /** Waits until `sink` can be read in the panel, and says which of `words` cannot. */
  const reads = async (sink: string, words: readonly string[]) => {
    written += words.length
    const missing = async () => {
      const shown = visible(await readAll(page))
      return words.filter((text) => !canBeRead(text, shown))
    }
    let left = await missing()
    for (const deadline = Date.now() + 4_000; left.length > 0 && Date.now() < deadline; left = await missing())
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)))
    lost.push(...left.map((text) => `${sink}: ${text}`))
    await oracle.look()
  }

  const [one = '', two = '', three = '', four = ''] = texts
  // What a shop sets. The answer comes once the chat is there.
  const booted = shopbell('boot', {
    backend: desk.url,
    title: one.slice(0, 60),
    accent: two,
    theme: three,
    locale: four,
    phone: one,
    context: two,
    facts: { name: two, product: three, __proto__: { polluted: four } },
    texts: { greeting: one.slice(0, 200) },
    words: { opening: { bot: two.slice(0, 40) } },
  })
  await shopbell('open')
  await booted
  await panel.getByRole('button', { name: /^Order Status/ }).waitFor()
  await reads('title', [one.slice(0, 60)])

  // What the shop's server answers.
  await tap(/^FAQs/)
  await reads('topics', texts.slice(0, 2))
  await panel.locator('.prompt button, .rows button').first().click()
  await panel.getByRole('list').getByRole('button').first().click()
  await oracle.look()
  await shopbell('send', 'Where is my order?')
  await oracle.look()

  // What a person says, and what the shopper does.
  await shopbell('talkToAgent')
  await panel
    .getByRole('button', { name: /^Send(,| to)/ })
    .last()
    .waitFor()
  const summary = panel.getByRole('textbox', { name: /In short|summary/i })
  if (await summary.count()) await summary.first().fill(two.slice(0, 150))
  await panel.getByLabel('E-mail').first().fill('mallory@example.com')
  await tap(/^Send(,| to)/)
  await panel
    .getByText(/You’re next|in line|Waiting/)
    .first()
    .waitFor()
  desk.write({ by: 'agent', fact: { kind: 'claimed', agent: one } })
  desk.write({ by: 'desk', fact: { kind: 'notice', code: two } }, { by: three, fact: { kind: four, text: one } })
  desk.write({
    by: 'agent',
    name: two,
    fact: {
      kind: 'decided',
      outcome: 'approved',
      request: 'refund',
      amount: { value: 1, currency: three },
      note: one,
      code: two,
    },
  })
  for (let from = 0; from < texts.length; from += CHUNK) {
    const some = texts.slice(from, from + CHUNK)
    desk.write(...some.map((text) => ({ by: 'agent', name: text.slice(0, 80), fact: { kind: 'text', text } })))
    await reads('message', some)
  }
  for (let from = 0; from < texts.length; from += CHUNK * 4) {
    const some = texts.slice(from, from + CHUNK * 4)
    const cards = some.slice(0, 10).map((text, index) => ({
      title: text,
      text,
      link: index % 2 ? text : 'https://shop.example/a',
      image: index % 3 ? text : 'https://evil.example/pixel.png',
    }))
    desk.write({ by: 'agent', fact: { kind: 'cards', cards } })
    desk.write(
      ...some.slice(0, 5).map((text) => ({
        by: 'agent',
        fact: { kind: 'file', upload: 'upload-of-a-picture-1', name: text.slice(0, 200), url: text },
      })),
    )
    desk.hint({ type: 'typing', by: 'agent', name: some[0] })
    await oracle.look()
  }
  const own = texts.filter((text) => !/\d[\d -]{11,}/.test(text)).slice(0, 20)
  for (const text of own) await shopbell('send', text)
  await reads(
    'own message',
    own.slice(-8).filter((text) => text.trim()),
  )

  const seen = await oracle.tell()
  await context.close()
  await desk.stop()
  return { seen, lost, written }
}

/** All that can be read of the chat, fields included. */
async function readAll(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('shopbell-chat')?.shadowRoot?.textContent ?? '')
}

/** Runs in the page. */
function drawCarelessly(): void {
  const root = document.querySelector('shopbell-chat')?.shadowRoot
  const drawn = new WeakSet<Element>()
  const draw = () => {
    const tree = root ?? document.querySelector('shopbell-chat')?.shadowRoot
    for (const bubble of tree?.querySelectorAll('.bubble') ?? []) {
      if (drawn.has(bubble)) continue
      drawn.add(bubble)
      bubble.innerHTML = bubble.textContent ?? ''
    }
    requestAnimationFrame(draw)
  }
  draw()
}
