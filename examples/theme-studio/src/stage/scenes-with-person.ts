import type { DemoAdapter, DemoOptions } from '@shopbell/core/adapters/demo'
import { askForOrder } from './ask-for-order.js'
import { drawnPicture } from './drawn-picture.js'
import type { Cast, Scene } from './scene.js'

/** Nobody comes. */
const late: DemoOptions['script'] = { arrives: null }
const atOnce: DemoOptions['script'] = { arrives: 0, types: 0, agent: 'Maya' }
const silent: DemoOptions['script'] = { ...atOnce, replies: [] }

/** Calls a person about an order that is late. */
async function called(cast: Cast): Promise<void> {
  await askForOrder(cast, '1003')
  await cast.chat.talkToAgent()
  await cast.actor.tap('[part~="review"] [type="submit"]')
}

/** Calls a person, who says hello. */
async function greeted(cast: Cast): Promise<void> {
  await called(cast)
  await cast.actor.sees('.theirs .mark.initials')
}

/** Has the desk or a person write into the conversation. */
function record({ shop: { desk } }: Cast, ...[by, fact, name]: Tail<Parameters<DemoAdapter['desk']['record']>>): void {
  desk.record(desk.conversations().at(-1)?.id ?? '', by, fact, name)
}
type Tail<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest] ? Rest : never

/** A desk that takes a call, and no message after it. */
const refusesMessages: Scene['amiss'] = ({ desk }) => ({
  desk: {
    ...desk,
    submit: async (command, sender, signal) =>
      command.op === 'message' ? { t: 'rejected', cmid: command.cmid, code: 'blocked' } : desk.submit(command, sender, signal),
  },
})

/** A desk that nobody reaches any more by any way, once it has hung up. */
const goesDown: Scene['amiss'] = ({ desk, tickets }) => {
  let down = false
  return {
    tickets: {
      submit: async (command, sender, signal) =>
        down ? { t: 'retry', code: 'unavailable' } : tickets.submit(command, sender, signal),
    },
    desk: {
      ...desk,
      open: async (hello, sink, signal) => (down ? { t: 'refused', code: 'unavailable' } : desk.open(hello, sink, signal)),
      hangUp() {
        down = true
        desk.hangUp()
      },
    },
  }
}

/** What is met once a person is called, in the order in which most meet it. */
export const scenesWithPerson: readonly Scene[] = [
  {
    name: 'review',
    title: 'Review',
    shows: ['review'],
    async play(cast) {
      await askForOrder(cast, '1003')
      await cast.chat.talkToAgent()
    },
  },
  { name: 'queue', title: 'Waiting in line', shows: ['order'], shop: { script: late }, play: called },
  {
    name: 'late',
    title: 'Promise that was not kept',
    shows: ['late'],
    shop: { script: late },
    async play(cast) {
      await called(cast)
      await cast.actor.sees('.progress')
      record(cast, 'desk', { kind: 'deferred', ticket: 'T-7', due: Date.now() })
    },
  },
  {
    name: 'person',
    title: 'Talk with a person',
    shows: ['text', 'answered'],
    shop: { script: atOnce },
    async play(cast) {
      await called(cast)
      await cast.chat.send('Thank you. It is a present for Friday.')
    },
  },
  {
    name: 'menu',
    title: 'Open menu',
    shows: [],
    shop: { script: silent },
    async play(cast) {
      await greeted(cast)
      await cast.actor.tap('.menu > button')
      await cast.actor.sees('.menu-list')
    },
  },
  {
    name: 'file',
    title: 'Picture that was sent',
    shows: ['file'],
    shop: { script: silent },
    async play(cast) {
      await greeted(cast)
      await cast.actor.hands('.composer [type="file"]', 'parcel.png', drawnPicture('parcel'))
    },
  },
  {
    name: 'failed',
    title: 'Message that was not sent',
    shows: ['text', 'answered'],
    shop: { script: silent },
    amiss: refusesMessages,
    async play(cast) {
      await greeted(cast)
      await cast.chat.send('Is it on its way again?')
      await cast.actor.sees('.state.failed')
    },
  },
  {
    name: 'cut-off',
    title: 'No connection',
    shows: ['text'],
    shop: { script: silent },
    amiss: goesDown,
    async play(cast) {
      await greeted(cast)
      cast.shop.desk.hangUp()
      await cast.actor.sees('.notice')
      await cast.chat.send('Are you still there?')
      await cast.actor.sees('.own .state')
    },
  },
  {
    name: 'handed-on',
    title: 'Back in line',
    shows: ['notice'],
    shop: { script: silent },
    async play(cast) {
      await greeted(cast)
      record(cast, 'desk', { kind: 'released' })
    },
  },
  {
    name: 'unsupported',
    title: 'Message of a newer kind',
    shows: ['unsupported'],
    shop: { script: silent },
    async play(cast) {
      await greeted(cast)
      record(cast, 'agent', { kind: 'unsupported' }, 'Maya')
    },
  },
  {
    name: 'decision',
    title: 'What was decided',
    shows: ['decided'],
    shop: { script: silent },
    async play(cast) {
      await greeted(cast)
      const note = 'It goes back the way you paid, within three days.'
      const amount = { value: 24, currency: 'EUR' }
      record(cast, 'agent', { kind: 'decided', request: 'return', outcome: 'refund', amount, note }, 'Maya')
    },
  },
  {
    name: 'rating',
    title: 'Rating',
    shows: ['rating'],
    shop: { script: silent },
    async play(cast) {
      await greeted(cast)
      record(cast, 'agent', { kind: 'closed', resolved: true }, 'Maya')
    },
  },
  {
    name: 'closed-shop',
    title: 'After hours',
    shows: ['review'],
    shop: { availability: { open: false, wait: null, opens: Date.now() + 40_000_000, closes: null, reply: null } },
    async play(cast) {
      await cast.chat.open()
      await cast.actor.sees('.row')
      await cast.chat.talkToAgent()
    },
  },
]
