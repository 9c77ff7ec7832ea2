import type { Browser } from 'playwright'
import { expect } from 'vitest'
import { newShopper, type Shopper } from '../people.js'
import type { NodeAgent } from './node-agent.js'

/** What the page said below the shopper's last line, and when. */
interface Moment {
  readonly at: number
  readonly text: string
  readonly state: string
}

/** A shopper in a real browser who has called a person, and whose screen is watched at every change. */
export interface Visitor extends Shopper {
  /** Opens the desk's log of this visitor. */
  readonly conversation: string
  /** Waits until the state below the line that was written last reads so. */
  seesState(words: string, timeout?: number): Promise<void>
  /** The state below the line that was written last, now. */
  state(): Promise<string>
  /** How many sockets the page has opened so far. */
  sockets(): number
  /**
   * Holds every moment of the screen against the desk's log: nothing was called sent before the desk had it, nothing that was sent
   * became less, and in the end the screen has the log's lines, each once, in order.
   */
  toldTheTruth(): Promise<void>
}

interface Watched {
  moments: Moment[]
}

const SPOKEN = / (says|replies) \d+$/

/** Calls a person through `url`; the agent looks the conversation up. */
export async function newVisitor(browser: Browser, url: string, agent: NodeAgent, name: string): Promise<Visitor> {
  const email = `${name.toLowerCase()}-${Date.now().toString(36)}@example.com`
  const shopper = await newShopper(browser, url)
  let sockets = 0
  shopper.page.on('websocket', () => sockets++)
  await shopper.ring()
  await shopper.tap('Talk to an Agent')
  await shopper.fill({ 'E-mail': email })
  await shopper.tap('Send to')
  await shopper.reads(/You’re next|in line|We have your message/)
  const lists = await Promise.all([agent.list('queue'), agent.list('tickets')])
  const conversation = lists.flat().find(({ who }) => who.includes(email))?.id
  if (conversation === undefined) throw new Error(`the desk does not know ${email}`)
  await shopper.page.evaluate(watch)

  let written = ''
  /** What stands below the line that was written last; nothing while another one is the last on the screen. */
  const state = () =>
    shopper.page.evaluate((line) => {
      const last = (window as unknown as Watched).moments.at(-1)
      return last?.text === line ? last.state : ''
    }, written)
  const lines = () =>
    shopper.page.evaluate(() => {
      const root = document.querySelector('shopbell-chat')?.shadowRoot
      return [...(root?.querySelectorAll('.line .bubble') ?? [])].map((bubble) => bubble.textContent ?? '')
    })

  return {
    ...shopper,
    conversation,
    state,
    sockets: () => sockets,
    write(text) {
      written = text
      return shopper.write(text)
    },
    seesState: (words, timeout = 15_000) => expect.poll(state, { timeout, interval: 50 }).toBe(words),
    async toldTheTruth() {
      const shown = async () => (await lines()).filter((text) => SPOKEN.test(text))
      const logged = async () => (await agent.texts(conversation)).map(({ text }) => text)
      const difference = async () => {
        const [screen, log] = await Promise.all([shown(), logged()])
        return screen.join('\n') === log.join('\n') ? null : { screen, log }
      }
      await expect.poll(difference, { timeout: 30_000 }).toBe(null)
      expect(new Set(await logged()).size).toBe((await logged()).length)
      const taken = new Map((await agent.texts(conversation)).map(({ text, at }) => [text, at]))
      const moments = await shopper.page.evaluate(() => (window as unknown as Watched).moments)
      const sent = new Set<string>()
      for (const moment of moments) {
        const good = moment.state === 'Sent' || moment.state === 'Read'
        if (good)
          expect(taken.get(moment.text) ?? Number.POSITIVE_INFINITY, `"${moment.text}" shown as sent`).toBeLessThanOrEqual(
            moment.at,
          )
        if (sent.has(moment.text)) expect(good, `"${moment.text}" went back to ${moment.state}`).toBe(true)
        if (good) sent.add(moment.text)
      }
    },
  }
}

/** In the page: notes what stands below the shopper's last line at every change of the chat. */
function watch(): void {
  const root = document.querySelector('shopbell-chat')?.shadowRoot
  const watched = window as unknown as Watched
  watched.moments = []
  const look = () => {
    const line = [...(root?.querySelectorAll('.line.own') ?? [])].at(-1)
    const text = line?.querySelector('.bubble')?.textContent ?? ''
    const state = line?.querySelector('.state')?.textContent ?? ''
    const last = watched.moments.at(-1)
    // A line is drawn a moment before its state is.
    if (state !== '' && (last?.text !== text || last.state !== state)) watched.moments.push({ at: Date.now(), text, state })
  }
  if (root) new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
}
