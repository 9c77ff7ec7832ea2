import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { blankPacket } from '../../packages/core/dist/testing/index.js'
import { newAgent } from '../people.js'
import { mayBreakPolicy } from '../strict-pages.js'
import { drawCarelessly } from './careless.js'
import { type Run, watch } from './oracle.js'
import { canBeRead, inLines, visible } from './payloads.js'
import { type InboxSink, inTurn, marked, type Write } from './sinks.js'
import type { SinkStage } from './test-sinks.js'

const SITE = 'demo'
/** A story has room for 48 kB. */
const LINES = 60
/** Forty messages in a row are more than a desk takes of one shopper. */
const MESSAGES = 25

/**
 * Puts every text into the sinks of the inbox, by the shopper's own way to the desk, and reads them as an agent with such a name: all of
 * them as messages, in turn into the others. In the control every sink gets its mark instead, and whatever is drawn is drawn carelessly.
 */
export async function runInbox({ browser, desk }: SinkStage, texts: readonly string[], control = false): Promise<Run> {
  const write: Write<InboxSink> = control ? marked : inTurn(texts)
  const id = () => randomBytes(16).toString('base64url')
  const sender = { owner: id(), secret: randomBytes(32).toString('base64url'), outbox: id() }
  const conversation = id()
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${sender.secret}`,
    'shopbell-owner': sender.owner,
    'shopbell-site': SITE,
  }
  let n = 0
  const submit = async (op: object, cmid = id()) => {
    n++
    const command = { ...op, cmid, conversation, outbox: sender.outbox, n, at: Date.now() }
    const response = await fetch(`${desk}/v1/commands`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': cmid },
      body: JSON.stringify({ outbox: sender.outbox, command }),
    })
    const verdict = (await response.json()) as { t?: string }
    if (verdict.t !== 'committed')
      throw new Error(`the desk said ${response.status} ${JSON.stringify(verdict)} to ${JSON.stringify(op).slice(0, 200)}`)
  }
  // Who sits at the desk makes it a live one.
  const agent = await newAgent(browser, desk, write('agentName', 60))
  const colleague = control && (await newAgent(browser, desk, write('colleague', 60)))
  const { page } = agent
  const oracle = await watch(page.context(), page, [desk, desk.replace('http', 'ws')])
  if (control) mayBreakPolicy(page.context())
  if (control)
    await page.route(`${desk}/inbox**`, async (route) => {
      const response = await route.fetch()
      const { 'content-security-policy': policy = '', ...others } = response.headers()
      // A policy with trusted types stops what the control is to do.
      const lax = policy.replace(/require-trusted-types-for.*$/, '')
      await route.fulfill({ response, headers: { ...others, 'content-security-policy': lax } })
    })

  const ask = (path: string, more: object = {}) =>
    fetch(`${desk}/v1/${path}`, { headers, ...more }).then((answer) => answer.json())
  await expect.poll(async () => ((await ask(`availability?site=${SITE}`)) as { open: boolean }).open).toBe(true)
  const at = Date.now()
  const fact = (value: string) => ({ value, source: 'shopper', verified: false, at })
  const order = () => ({ number: write('orderNumber', 80), placed: at, city: write('orderCity', 80), parcels: [] })
  const line = (index: number, by: string, content: object) => ({ id: `line.${index}`, turn: `line.${index}`, at, by, content })
  const story = [
    ...texts
      .slice(0, control ? 0 : LINES)
      .map((text, index) => line(index, index % 2 ? 'bot' : 'shopper', { kind: 'text', text: text.slice(0, 600) })),
    line(101, 'agent', { kind: 'text', text: write('storyText', 600) }),
    line(102, 'bot', { kind: 'article', article: { id: 'a', title: write('storyArticle', 190), body: texts[1] } }),
    line(103, 'bot', {
      kind: 'cards',
      cards: [{ title: write('storyCard', 190), text: texts[2], link: texts[3], image: texts[4] }],
    }),
    line(104, 'shopper', { kind: 'file', upload: id(), name: write('storyFile', 60), url: texts[5] }),
    line(106, 'bot', { kind: 'order', order: order() }),
    line(107, 'bot', { kind: 'text', text: `See ${write('storyAddress', 400)} there.` }),
    line(108, 'bot', { kind: texts[6], text: texts[7], innerHTML: texts[8] }),
  ]
  const packet = {
    ...blankPacket(conversation),
    summary: write('summary', 200),
    team: write('team', 80),
    flow: write('flow', 80),
    page: control ? `https://shop.example/${write('page', 400)}` : 'https://shop.example/<img src=x onerror=window.__hurt=1>',
    locale: 'en',
    reason: { code: 'damaged', request: 'damage', because: write('because', 400) },
    facts: {
      email: fact('mallory@example.com'),
      name: fact(write('who', 80)),
      phone: fact(write('phone', 190)),
      note: fact(write('factValue', 190)),
      [write('factName', 60)]: fact('x'),
    },
    order: order(),
    tried: Array.from({ length: 5 }, (_, index) => ({
      article: { id: `a${index}`, title: write('triedTitle', 190) },
      helped: false,
      missing: write('missing', 400),
    })),
    product: { title: write('product', 190), id: texts[0], url: 'javascript:window.__hurt=1' },
    cart: { worth: write('cart', 60), currency: texts[1]?.slice(0, 60), items: texts[2] },
    customer: { name: texts[4]?.slice(0, 80), email: 'mallory@example.com' },
    story,
    attachments: [{ upload: id(), name: texts[3]?.slice(0, 80) }],
  }
  await submit({ op: 'open', want: 'live', packet }, conversation)
  await ask(`faqs?site=${SITE}&q=${encodeURIComponent(write('searchedFor', 80))}`)
  const { topics } = (await ask(`faqs/topics?site=${SITE}`)) as { topics: { articles: { id: string }[] }[] }
  const body = JSON.stringify({ helped: false, missing: write('missing', 400) })
  await fetch(`${desk}/v1/faqs/${topics[0]?.articles[0]?.id}/ratings`, { method: 'POST', headers, body })

  await page.goto(`${desk}/inbox#/queue/${conversation}`)
  await page.reload()
  if (control) await page.evaluate(drawCarelessly)
  await page.locator('summary', { hasText: 'What the shopper’s browser showed' }).click()
  await page.getByRole('button', { name: 'Take it' }).click()
  const handOver = page.getByRole('button', { name: 'Hand over' })
  await handOver.waitFor()
  if (colleague) {
    await handOver.click()
    await page.getByRole('button', { name: write('colleague', 60) }).waitFor()
    await oracle.look()
    await page.getByRole('button', { name: 'Keep it' }).click()
  }
  await page.locator('[name=outcome][value=reject]').check({ force: true })
  await page.getByLabel('The shopper reads this with it').fill(`No: ${write('decisionNote', 400)}`)
  await page.getByRole('button', { name: /^Decide:/ }).click()
  await page.locator('.decided').waitFor()
  await agent.reply(`Hello: ${write('reply', 400)}`)
  await page.locator('.mode-note').click()
  await page.getByRole('textbox', { name: 'Internal note' }).fill(`Note: ${write('note', 400)}`)
  await oracle.look()
  await page.getByRole('button', { name: 'Add note' }).click()
  await page.locator('.note').waitFor()
  await oracle.look()
  // Who writes on while an agent decides is read first, so what they write comes now.
  const sent = texts.filter((text) => text.trim() !== '')
  if (control) {
    await submit({ op: 'message', content: { kind: 'text', text: write('message', 400) } })
    await submit({ op: 'message', content: { kind: 'answered', to: id(), text: write('answered', 400) } })
    await submit({ op: 'message', content: { kind: 'text', text: `See ${write('messageAddress', 400)} there.` } })
    await submit({ op: 'message', content: { kind: 'text', text: write('lastMessage', 150) } })
  } else {
    const room = sent.reduce((sum, { length }) => sum + length + 1, 0) / MESSAGES + 300
    for (const text of inLines(sent, room)) await submit({ op: 'message', content: { kind: 'text', text } })
  }

  const log = page.getByRole('log')
  await log.waitFor()
  const missing = async () => {
    // A long text is folded.
    await log.getByRole('button', { name: /^Show all/ }).evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLElement).click()
    })
    const shown = visible((await log.textContent()) ?? '')
    return sent.filter((text) => !canBeRead(text, shown))
  }
  if (control) {
    // They come one after the other over the socket, the row's last word with the last of them; the next frame draws them carelessly.
    await log.getByText('hurt=messageaddress').first().waitFor()
    await page.locator('.row-last', { hasText: "hurt='lastmessage'" }).waitFor()
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))))
  }
  let lost = control ? [] : await missing()
  for (const deadline = Date.now() + 8_000; lost.length > 0 && Date.now() < deadline; lost = await missing())
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)))
  await oracle.look()
  await page.getByRole('button', { name: 'Insights' }).click()
  await page.locator('.insights [aria-busy]').waitFor({ state: 'detached' })
  await oracle.look()
  const seen = await oracle.tell()
  await agent.leave()
  if (colleague) await colleague.leave()
  return { seen, lost: lost.map((text) => `inbox: ${text}`), count: sent.length }
}
