import { askForOrder, PARCEL, SEND } from './ask-for-order.js'
import { presentFlow } from './present-flow.js'
import type { Cast, Scene } from './scene.js'
import { scenesWithPerson } from './scenes-with-person.js'

const BOOK = '[data-icon="book"]'

async function article({ chat, actor }: Cast): Promise<void> {
  await chat.open()
  await actor.tap(BOOK)
  await actor.tap('.list .row')
  // A shelf opens first; what lies on it comes in its place.
  await actor.tap('.list .row .words small')
  await actor.sees('.article, .reading')
}

/** Opens the scene's own flow at one of its choices. */
async function chosen({ chat, actor }: Cast, nth: number): Promise<void> {
  await chat.open()
  await actor.tap(`.row:nth-child(${nth})`)
}

const scenesWithBot: readonly Scene[] = [
  { name: 'launcher', title: 'Launcher', shows: [], play: async () => {} },
  {
    name: 'beside',
    title: 'Said beside the launcher',
    shows: [],
    // Said once to everybody, so each time it is another.
    proactive: [{ id: `beside-${Date.now()}`, text: 'Not sure about the size? Ask away.', when: { seconds: 0 } }],
    play: ({ actor }) => actor.sees('.bubble-beside'),
  },
  {
    name: 'greeting',
    title: 'Greeting',
    shows: ['text', 'choice rows'],
    async play({ chat, actor }) {
      await chat.open()
      // It comes with what every answer is drawn with.
      await actor.sees('.standing .dot')
    },
  },
  {
    name: 'form',
    title: 'Form',
    shows: ['answered', 'form'],
    async play({ chat, actor }) {
      await chat.open()
      await actor.tap(PARCEL)
    },
  },
  {
    name: 'errors',
    title: 'Form with errors',
    shows: ['form'],
    async play({ chat, actor }) {
      await chat.open()
      await actor.tap(PARCEL)
      await actor.fill({ orderNumber: '1003', email: 'sam at example' })
      await actor.tap(SEND)
      await actor.sees('.note.error')
    },
  },
  { name: 'order', title: 'Order on its way', shows: ['order', 'choice chips'], play: (cast) => askForOrder(cast, '1002') },
  {
    name: 'order-late',
    title: 'Order that is late',
    shows: ['order', 'choice chips'],
    play: (cast) => askForOrder(cast, '1003'),
  },
  {
    name: 'topics',
    title: 'Articles',
    shows: ['articles'],
    async play({ chat, actor }) {
      await chat.open()
      await actor.tap(BOOK)
    },
  },
  { name: 'article', title: 'Article in hand', shows: ['helped'], play: article },
  {
    name: 'article-read',
    title: 'Article that was read',
    shows: ['article'],
    async play(cast) {
      await article(cast)
      await cast.actor.tap('.chips > .chip')
    },
  },
  {
    name: 'cards',
    title: 'Cards and chips',
    flow: presentFlow,
    shows: ['cards', 'choice chips'],
    play: (cast) => chosen(cast, 1),
  },
  {
    name: 'picture-choices',
    title: 'Choices with pictures',
    flow: presentFlow,
    shows: ['choice cards'],
    play: (cast) => chosen(cast, 2),
  },
  {
    name: 'photo-request',
    title: 'Photo request',
    flow: presentFlow,
    shows: ['review'],
    async play(cast) {
      await chosen(cast, 3)
      await cast.actor.sees('[part~="review"] [type="file"]')
    },
  },
]

/** Every kind of message that a shopper meets, in the order in which most meet them. */
export const scenes: readonly Scene[] = [...scenesWithBot, ...scenesWithPerson]
