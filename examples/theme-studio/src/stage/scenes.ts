import type { Flow } from '@shopbell/core'
import type { DemoAdapter, DemoOptions } from '@shopbell/core/adapters/demo'
import type { Widget } from '@shopbell/widget'
import type { Actor } from './actor.js'
import { presentFlow } from './present-flow.js'

/** What a scene is played with. */
export interface Cast {
  readonly chat: Widget
  readonly shop: DemoAdapter
  readonly actor: Actor
}

/** One thing that a theme has to dress: how the shop is that day, and what the shopper does until it is there. */
export interface Scene {
  readonly name: string
  readonly title: string
  readonly shop?: DemoOptions
  /** A flow of the scene's own, where the storefront's does not have it. */
  readonly flow?: Flow
  play(cast: Cast): Promise<unknown>
}

const SAM = 'sam@example.com'
const PARCEL = '[data-icon="parcel"]'
const BOOK = '[data-icon="book"]'
const SEND = '[part~="form"] [type="submit"]'

const late: DemoOptions['script'] = { arrives: null }
const atOnce: DemoOptions['script'] = { arrives: 0, types: 0, agent: 'Maya' }

async function order({ chat, actor }: Cast, number: string): Promise<void> {
  await chat.open()
  await actor.tap(PARCEL)
  await actor.fill({ orderNumber: number, email: SAM })
  await actor.tap(SEND)
}

async function person(cast: Cast): Promise<void> {
  await order(cast, '1003')
  await cast.actor.sees('[part~="order-card"]')
  await cast.chat.talkToAgent()
  await cast.actor.tap('[part~="review"] [type="submit"]')
}

/** The conversation that the shop's desk has. */
const conversationOf = ({ shop }: Cast): string => shop.desk.conversations().at(-1)?.id ?? ''

/** Every kind of message that a shopper meets, in the order in which most meet them. */
export const scenes: readonly Scene[] = [
  { name: 'launcher', title: 'Launcher', play: async () => {} },
  {
    name: 'greeting',
    title: 'Greeting',
    async play({ chat, actor }) {
      await chat.open()
      await actor.sees('.row')
    },
  },
  {
    name: 'form',
    title: 'Form',
    async play({ chat, actor }) {
      await chat.open()
      await actor.tap(PARCEL)
      await actor.sees(SEND)
    },
  },
  {
    name: 'errors',
    title: 'Form with errors',
    async play({ chat, actor }) {
      await chat.open()
      await actor.tap(PARCEL)
      await actor.fill({ orderNumber: '1003', email: 'sam at example' })
      await actor.tap(SEND)
      await actor.sees('.note.error')
    },
  },
  {
    name: 'order',
    title: 'Order on its way',
    async play(cast) {
      await order(cast, '1002')
      await cast.actor.sees('[part~="order-card"]')
    },
  },
  {
    name: 'order-late',
    title: 'Order that is late',
    async play(cast) {
      await order(cast, '1003')
      await cast.actor.sees('[part~="order-card"]')
    },
  },
  {
    name: 'topics',
    title: 'Articles',
    async play({ chat, actor }) {
      await chat.open()
      await actor.tap(BOOK)
      await actor.sees('.list .row')
    },
  },
  {
    name: 'article',
    title: 'Article in hand',
    async play({ chat, actor }) {
      await chat.open()
      await actor.tap(BOOK)
      await actor.tap('.list .row')
      // A shelf opens first; what lies on it comes in its place.
      await actor.tap('.list .row .words small')
      await actor.sees('.article, .reading')
    },
  },
  {
    name: 'review',
    title: 'Review',
    async play(cast) {
      await order(cast, '1003')
      await cast.actor.sees('[part~="order-card"]')
      await cast.chat.talkToAgent()
      await cast.actor.sees('[part~="review"]')
    },
  },
  { name: 'queue', title: 'Waiting in line', shop: { script: late }, play: (cast) => person(cast) },
  {
    name: 'person',
    title: 'Talk with a person',
    shop: { script: atOnce },
    async play(cast) {
      await person(cast)
      await cast.chat.send('Thank you. It is a present for Friday.')
    },
  },
  {
    name: 'decision',
    title: 'What was decided',
    shop: { script: { ...atOnce, replies: [] } },
    async play(cast) {
      await person(cast)
      await cast.actor.sees('.theirs')
      const note = 'It goes back the way you paid, within three days.'
      const decided = {
        kind: 'decided',
        request: 'return',
        outcome: 'refund',
        amount: { value: 24, currency: 'EUR' },
        note,
      } as const
      cast.shop.desk.record(conversationOf(cast), 'agent', decided, 'Maya')
    },
  },
  {
    name: 'rating',
    title: 'Rating',
    shop: { script: { ...atOnce, replies: [] } },
    async play(cast) {
      await person(cast)
      await cast.actor.sees('.theirs')
      cast.shop.desk.record(conversationOf(cast), 'agent', { kind: 'closed', resolved: true }, 'Maya')
    },
  },
  {
    name: 'closed-shop',
    title: 'After hours',
    shop: { availability: { open: false, wait: null, opens: Date.now() + 40_000_000, closes: null, reply: null } },
    async play(cast) {
      await cast.chat.open()
      await cast.chat.talkToAgent()
    },
  },
  {
    name: 'cards',
    title: 'Cards and chips',
    flow: presentFlow,
    async play({ chat, actor }) {
      await chat.open()
      await actor.tap('.row')
      await actor.sees('.chip')
    },
  },
]
