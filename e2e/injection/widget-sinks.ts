import type { Browser } from 'playwright'
import { builtFile, CDN, SHOP } from '../shop-page.js'
import { mayBreakPolicy } from '../strict-pages.js'
import { drawCarelessly } from './careless.js'
import { startHostileDesk } from './hostile-desk.js'
import { type Run, watch } from './oracle.js'
import { canBeRead, visible } from './payloads.js'
import { readStory } from './read-story.js'
import { type ChatSink, inTurn, marked, type Write } from './sinks.js'

/** So many cards stand in one message. */
const CARDS = 10

/**
 * Puts every text into the sinks of the chat, each over the way that it comes in practice: all of them into those of a message, in turn
 * into the others. In the control every sink gets its mark instead, and whatever is drawn is drawn carelessly.
 */
export async function runWidget(browser: Browser, texts: readonly string[], control = false): Promise<Run> {
  const write: Write<ChatSink> = control ? marked : inTurn(texts)
  const desk = await startHostileDesk(write, texts)
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB', reducedMotion: 'reduce' })
  if (control) mayBreakPolicy(context)
  const page = await context.newPage()
  page.setDefaultTimeout(12_000)
  const wire = desk.url.replace('http', 'ws')
  const oracle = await watch(context, page, [SHOP, CDN, desk.url, wire])
  const policy = `default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; connect-src ${desk.url} ${wire}; img-src blob:`
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
        'content-security-policy': control ? policy : `${policy}; require-trusted-types-for 'script'; trusted-types 'none'`,
      },
    }),
  )
  await page.goto(SHOP)
  await page.waitForFunction(() => 'Shopbell' in window)
  if (control) await page.evaluate(drawCarelessly)

  const lost: string[] = []
  let count = 0
  const panel = page.locator('shopbell-chat .panel')
  const tap = (name: RegExp) => panel.getByRole('button', { name }).last().click()
  const shopbell = (...call: unknown[]) =>
    page.evaluate((given) => (window as unknown as { Shopbell(...call: unknown[]): Promise<unknown> }).Shopbell(...given), call)
  const note = (sink: ChatSink, given: readonly string[], isThere: (text: string) => boolean) => {
    count += given.length
    lost.push(...given.filter((text) => !isThere(text)).map((text) => `${sink}: ${text}`))
  }
  /** Waits until it stands in the panel; not for ever, since it may be lost. */
  const appears = (given: readonly string[]) =>
    page
      .waitForFunction(
        ({ wanted }) => {
          const shown = document.querySelector('shopbell-chat')?.shadowRoot?.textContent?.replace(/\s+/g, '') ?? ''
          return wanted.every((text) => shown.includes(text))
        },
        { wanted: given.map((text) => text.split(/\s+/)[0] ?? '') },
        { timeout: 4_000 },
      )
      .catch(() => undefined)
  /** Waits until what was written into a sink can be read in the panel. */
  const reads = async (sink: ChatSink, ...given: readonly string[]) => {
    await appears(given)
    const shown = visible(await panel.evaluate((element) => element.textContent ?? ''))
    note(sink, given, (text) => canBeRead(text, shown))
    await oracle.look()
  }

  // What a shop sets. The answer comes once the chat is there.
  const [title, greeting, botName, proactive] = [
    write('title', 80),
    write('greeting', 400),
    write('botName', 80),
    write('proactive', 400),
  ]
  await shopbell('boot', {
    backend: desk.url,
    title,
    accent: texts[1],
    theme: { name: texts[2], version: 1, tokens: { accent: texts[3], ground: texts[4] }, shapes: texts[5] },
    locale: texts[4],
    phone: texts[5],
    context: texts[6],
    debug: true,
    facts: { name: write('reviewValue', 190), product: write('reviewValue', 190), note: write('debugPanel', 190) },
    texts: {
      greeting,
      'menu.faqs.hint': write('optionHint', 200),
      'field.orderNumber.hint': write('fieldLabel', 200),
      'error.missing.email': write('fieldError', 200),
    },
    words: { opening: { bot: botName } },
    proactive: [{ id: 'hail', text: proactive, when: { seconds: 1 } }],
  })
  if (control) await page.locator('.hail').waitFor()
  await shopbell('open')
  await panel.getByRole('button', { name: /^Order Status/ }).waitFor()
  // It lies over the chat, and is only to be looked at.
  await page.locator('shopbell-debug').evaluate((element) => element.toggleAttribute('inert', true))
  await reads('title', title)
  await reads('greeting', greeting)
  await reads('botName', botName)

  // What the shop's server answers.
  await tap(/^FAQs/)
  const search = panel.getByRole('searchbox')
  await search.waitFor()
  const shelf = panel.getByRole('list').getByRole('button').first()
  await oracle.look()
  await shelf.click()
  await panel.getByText('Here is what we have on that.').last().waitFor()
  await search.fill(write('searchQuery', 190))
  await search.press('Enter')
  await panel.getByText('These may answer it.').last().waitFor()
  await oracle.look()
  await panel.getByRole('list').getByRole('button').first().click()
  const article = panel.locator('.article .reading')
  await article.waitFor()
  const words = visible((await article.textContent()) ?? '').replace(/[*#[\]()-]/g, '')
  // Of an article the marks of its Markdown are not shown.
  note('articleBody', texts, (text) => /[[\]*#]/.test(text) || canBeRead(text.replace(/[()-]/g, ' '), words))
  await oracle.look()
  await shopbell('startFlow', 'order-ask')
  await panel.getByLabel('Order number').fill(write('fieldValue', 190))
  await oracle.look()
  await tap(/^Find my order/)
  await panel.getByLabel('Order number').fill('1001')
  await oracle.look()
  await panel.getByLabel('E-mail').fill('mallory@example.com')
  await tap(/^Find my order/)
  await panel.locator('.order').waitFor()
  await oracle.look()

  // What a person says, and what the shopper does.
  await shopbell('talkToAgent')
  const send = panel.getByRole('button', { name: /^Send(,| to)/ }).last()
  await send.waitFor()
  await panel.getByRole('textbox', { name: 'In short' }).fill(write('summary', 150))
  await oracle.look()
  await send.click()
  await panel
    .getByText(/You’re next|in line|Waiting/)
    .first()
    .waitFor()
  desk.write({ by: 'agent', fact: { kind: 'claimed', agent: write('claimedBy', 80) } })
  await panel.locator('.standing .detail').waitFor()
  desk.hint({ type: 'typing', by: 'agent', name: write('typingName', 80) })
  await panel.locator('.dots').waitFor()
  await oracle.look()
  desk.write(
    { by: 'desk', fact: { kind: 'notice', code: texts[1] } },
    { by: texts[2] ?? '', fact: { kind: texts[3], text: texts[4] } },
  )
  const each = control ? [''] : texts
  const names = each.map(() => write('agentName', 80))
  const notes = each.map((text) => text || write('decisionNote', 400))
  desk.write(
    ...each.map((text, index) => ({
      by: index % 3 === 1 ? 'assistant' : index % 3 === 2 ? 'desk' : 'agent',
      ...(index % 3 ? {} : { name: names[index] }),
      fact: { kind: 'text', text: text || write('message', 400) },
    })),
  )
  if (control)
    desk.write(
      { by: 'assistant', fact: { kind: 'text', text: write('modelMessage', 400) } },
      { by: 'desk', fact: { kind: 'text', text: write('deskMessage', 400) } },
      { by: 'agent', fact: { kind: 'text', text: `See ${write('messageAddress', 400)} there.` } },
      { by: 'agent', fact: { kind: 'text', text: write('announced', 400) } },
    )
  desk.write(
    ...each
      .slice(0, 30)
      .map((_, index) => ({ by: 'agent', fact: { kind: 'decided', request: 'damage', outcome: 'reject', note: notes[index] } })),
    ...each.slice(0, 30).map((text) => ({
      by: 'agent',
      fact: { kind: 'file', upload: 'upload-of-a-picture-1', name: text.slice(0, 190) || write('file', 190), url: text },
    })),
  )
  for (let from = 0; from < each.length; from += CARDS) {
    const cards = each.slice(from, from + CARDS).map((text, index) => ({
      title: text || write('cardTitle', 400),
      text: text || write('cardText', 400),
      link: (index % 2 && text) || write('cardAddress', 1_900),
      image: index % 3 ? text : 'https://evil.example/pixel.png',
    }))
    desk.write({ by: 'agent', fact: { kind: 'cards', cards } })
  }
  const own = (control ? [write('ownMessage', 400)] : texts.slice(0, 8)).filter((text) => text.trim() !== '')
  for (const text of own) await shopbell('send', text)
  // The shopper's answers to the bot are lines of their own, too.
  await panel.locator('.line.own .bubble').last().waitFor()
  if (!control) await appears(own)
  // The cards are the last that the desk wrote, and what is written here may be drawn before them.
  else await panel.getByText("hurt='cardtitle'").first().waitFor()
  const lines = (await page.evaluate(readStory)).map(visible)
  const inLine = (text: string) => canBeRead(text, ...lines)
  if (!control) {
    note('message', texts, inLine)
    note('agentName', names, (text) => inLine(text.replace(/\p{C}/gu, '')))
    note('decisionNote', notes.slice(0, 30), inLine)
    note('cardTitle', texts, inLine)
    note('ownMessage', own, inLine)
  }
  await shopbell('prefill', write('draft', 400))

  const seen = await oracle.tell()
  await context.close()
  await desk.stop()
  return { seen, lost, count }
}
