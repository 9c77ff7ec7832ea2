import type { Adapter } from '../adapter.js'
import { demoOrders } from '../demo/demo-orders.js'
import type { Environment } from '../environment.js'
import type { Json } from '../json.js'
import type { Answer } from './script.js'

/** How quickly the shop answers, in milliseconds. */
export type Latency = readonly [least: number, most: number]

/** The line between a chat and a shop: as slow and as broken as a test wants it. */
export interface Network {
  /** The adapter, with this network before it. */
  through(adapter: Adapter): Adapter
  /** From here on, this call is answered so. Throws, saying how to mend it, where the word is unknown. */
  answer(call: string, answer: Answer): void
  /** Who is there, and whether the desk can be reached. */
  desk(is: 'open' | 'closed' | 'up' | 'down'): void
  /** The desk cannot be reached now. */
  isDown(): boolean
  /** How many questions are on the line, or with the shop. */
  waiting(): number
  /** How many of them the shop itself has not answered yet. */
  asked(): number
}

/** What a call fails with of which the script says that it does. */
export const BROKEN = new Error('the network is down')

/** Nothing of a kind: what each call answers when it finds nothing. */
const NOTHING: Readonly<Record<string, Json>> = { listTopics: [], searchFaqs: [] }

/** A network made of a seed: the same questions are answered after the same times. */
export function createNetwork(environment: Pick<Environment, 'later' | 'now'>, random: () => number, latency: Latency): Network {
  const answers = new Map<string, Answer>()
  let down = false
  let open: boolean | null = null
  let waiting = 0
  let asked = 0

  /** Asks the shop, after the time that the line takes. Whoever does not want to know any more is not told. */
  function ask<Value>(name: string, signal: AbortSignal, really: () => Promise<Value>): Promise<Value> {
    const answer = answers.get(name) ?? { kind: 'as-it-is' }
    const [least, most] = answer.kind === 'slow' ? [answer.ms, answer.ms] : latency
    const wait = least + random() * (most - least)
    if (answer.kind === 'hangs') return new Promise(() => undefined)
    waiting++
    return new Promise<Value>((resolve, reject) => {
      const cancel = environment.later(() => {
        if (answer.kind === 'fails') return reject(BROKEN)
        if (answer.kind === 'nothing') return resolve((NOTHING[name] ?? null) as Value)
        if (answer.kind === 'value') return resolve(answer.value as Value)
        asked++
        Promise.resolve()
          .then(really)
          .then(resolve, reject)
          .finally(() => asked--)
      }, wait)
      signal.addEventListener('abort', () => {
        cancel()
        reject(signal.reason)
      })
    }).finally(() => waiting--)
  }

  function through(adapter: Adapter): Adapter {
    const { orders, faqs, availability, classifier, desk, tickets, actions } = adapter
    const unreachable = { t: 'retry', code: 'unavailable' } as const
    return {
      ...adapter,
      ...(orders && { orders: { find: (query, signal, sender) => find({ orders, query, signal, sender }) } }),
      ...(faqs && {
        faqs: {
          topics: (signal) => ask('listTopics', signal, () => faqs.topics(signal)),
          search: (query, signal) => ask('searchFaqs', signal, () => faqs.search(query, signal)),
          read: (id, signal) => ask('readArticle', signal, () => faqs.read(id, signal)),
          ...(faqs.rate && {
            rate: (id, helped, missing, signal, sender) =>
              ask('rateArticle', signal, async () => faqs.rate?.(id, helped, missing, signal, sender)),
          }),
        },
      }),
      ...(availability && {
        availability: {
          get: (signal) =>
            ask('availability', signal, async () =>
              open === null ? availability.get(signal) : { open, wait: null, opens: null, closes: null, reply: null },
            ),
        },
      }),
      ...(classifier && {
        classifier: {
          classify: (text, locale, signal) => ask('classify', signal, () => classifier.classify(text, locale, signal)),
        },
      }),
      ...(actions && {
        actions: Object.fromEntries(
          Object.entries(actions).map(([name, action]) => [
            name,
            (input, signal) => ask(name, signal, () => action(input, signal)),
          ]),
        ),
      }),
      ...(desk && {
        desk: {
          ...desk,
          open: async (hello, sink, signal) =>
            down ? { t: 'refused', code: 'unavailable' } : desk.open(hello, (frame) => !down && sink(frame), signal),
          submit: async (command, sender, signal) => (down ? unreachable : desk.submit(command, sender, signal)),
          page: async (from, sender, signal) => (down ? { t: 'refused', code: 'unavailable' } : desk.page(from, sender, signal)),
        },
      }),
      ...(tickets && {
        tickets: {
          submit: async (command, sender, signal) => (down ? unreachable : tickets.submit(command, sender, signal)),
        },
      }),
    }
  }

  type Find = Pick<Required<Adapter>, 'orders'> & {
    readonly query: Parameters<NonNullable<Adapter['orders']>['find']>[0]
    readonly signal: AbortSignal
    readonly sender: Parameters<NonNullable<Adapter['orders']>['find']>[2]
  }
  function find({ orders, query, signal, sender }: Find) {
    const answer = answers.get('findOrder')
    return ask('findOrder', signal, async () => {
      if (answer?.kind !== 'word') return orders.find(query, signal, sender)
      const found = demoOrders(environment.now()).find(({ situation }) => situation === answer.word)
      return found ? { ...found.order, number: query.number } : null
    })
  }

  return {
    through,
    answer(call, answer) {
      if (answer.kind === 'word') {
        const known = demoOrders(0).map(({ situation }) => String(situation))
        if (call !== 'findOrder') throw new Error(`write the answer of ${call} as JSON, or nothing, fails, hangs, slow 3s`)
        if (!known.includes(answer.word)) throw new Error(`an order is ${known.join(', ')}, not "${answer.word}"`)
      }
      answers.set(call, answer)
    },
    desk(is) {
      if (is === 'up' || is === 'down') down = is === 'down'
      else open = is === 'open'
    },
    isDown: () => down,
    waiting: () => waiting,
    asked: () => asked,
  }
}
