import { randomBytes } from 'node:crypto'
import type { Browser } from 'playwright'
import { blankPacket } from '../../packages/core/dist/testing/index.js'
import { newAgent } from '../people.js'
import { watch } from './oracle.js'
import { canBeRead, inLines, visible } from './payloads.js'
import type { Run } from './widget-sinks.js'

const SITE = 'demo'
/** A story has room for 48 kB. */
const LINES = 60

/** Puts every text into every sink of the inbox, by the shopper's own way to the desk, and reads them as an agent with such a name. */
export async function runInbox(browser: Browser, desk: string, texts: readonly string[], unsafe = false): Promise<Run> {
  const [one = '', two = '', three = '', four = ''] = texts
  const agent = await newAgent(browser, desk, one.slice(0, 60))
  const id = () => randomBytes(16).toString('base64url')
  const sender = { owner: id(), secret: randomBytes(32).toString('base64url'), outbox: id() }
  const conversation = id()
  let n = 0
  const submit = async (op: object, cmid = id()) => {
    n++
    const command = { ...op, cmid, conversation, outbox: sender.outbox, n, at: Date.now() }
    const response = await fetch(`${desk}/v1/commands`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': cmid,
        authorization: `Bearer ${sender.secret}`,
        'shopbell-owner': sender.owner,
        'shopbell-site': SITE,
      },
      body: JSON.stringify({ outbox: sender.outbox, command }),
    })
    const verdict = (await response.json()) as { t?: string }
    if (verdict.t !== 'committed')
      throw new Error(`the desk said ${response.status} ${JSON.stringify(verdict)} to ${JSON.stringify(op).slice(0, 200)}`)
  }
  const at = Date.now()
  const fact = (value: string) => ({ value: value.slice(0, 190), source: 'shopper', verified: false, at })
  const story = texts.slice(0, LINES).map((text, index) => ({
    id: `line.${index}`,
    turn: `line.${index}`,
    at: at - LINES + index,
    by: index % 2 ? 'bot' : 'shopper',
    content: { kind: 'text', text: text.slice(0, 600), key: three },
    name: two.slice(0, 60),
  }))
  const packet = {
    ...blankPacket(conversation),
    summary: one.slice(0, 190),
    team: two.slice(0, 40),
    page: 'https://shop.example/<img src=x onerror=window.__hurt=1>',
    locale: 'en',
    facts: {
      email: fact('mallory@example.com'),
      name: fact(one),
      phone: fact(two),
      product: fact(three),
      note: fact(four),
      [one.slice(0, 30)]: fact(two),
    },
    tried: texts.slice(0, 5).map((text, index) => ({
      kind: 'article',
      id: `a${index}`,
      title: text.slice(0, 80),
      article: `a${index}`,
      at,
      helped: false,
    })),
    product: { title: three.slice(0, 100), id: one.slice(0, 40), url: 'javascript:window.__hurt=1' },
    cart: { worth: two.slice(0, 20), currency: three.slice(0, 10), items: one.slice(0, 100) },
    customer: { name: one.slice(0, 80), email: 'mallory@example.com' },
    story,
    attachments: [{ upload: id(), name: four.slice(0, 80) }],
  }
  await submit({ op: 'open', want: 'ticket', packet }, conversation)
  const sent = texts.filter((text) => text.trim() !== '')
  // Forty messages in a row are more than a desk takes of one shopper.
  for (const text of inLines(sent, sent.reduce((sum, { length }) => sum + length + 1, 0) / 30 + 200))
    await submit({ op: 'message', content: { kind: 'text', text } })

  const oracle = await watch(agent.page.context(), agent.page, [desk, desk.replace('http', 'ws')], '#inbox')
  await agent.page.reload()
  if (unsafe) await agent.page.evaluate(drawCarelessly)
  await agent.open('Tickets')
  await oracle.look()
  await agent.pick(/./)
  const log = agent.page.getByRole('log')
  await log.waitFor()
  const missing = async () => {
    const shown = visible((await log.textContent()) ?? '')
    return sent.filter((text) => !canBeRead(text, shown))
  }
  let lost = await missing()
  for (const deadline = Date.now() + 8_000; lost.length > 0 && Date.now() < deadline; lost = await missing())
    await agent.page.evaluate(() => new Promise((next) => requestAnimationFrame(next)))
  await agent.page
    .getByText('What the shopper’s browser showed')
    .click({ timeout: 2_000 })
    .catch(() => undefined)
  await agent.reply(three)
  await oracle.look()
  const seen = await oracle.tell()
  await agent.leave()
  return { seen, lost: lost.map((text) => `inbox: ${text}`), written: sent.length }
}

/** Runs in the page. */
function drawCarelessly(): void {
  const drawn = new WeakSet<Element>()
  const draw = () => {
    for (const line of document.querySelectorAll('[role="log"] *'))
      if (line.childElementCount === 0 && line.textContent?.includes('<') && !drawn.has(line)) {
        drawn.add(line)
        line.innerHTML = line.textContent
      }
    requestAnimationFrame(draw)
  }
  draw()
}
