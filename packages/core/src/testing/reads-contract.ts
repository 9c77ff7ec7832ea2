import type { Adapter } from '../adapter.js'
import { orderFault } from '../boundary/order-fault.js'
import { parseClassified } from '../boundary/parse-classified.js'
import type { Article } from '../facts/article.js'
import type { Given, Promised } from './adapter-contract.js'
import { demand, demandSame, demandThrow } from './demand.js'

const ORDER_FIELDS = ['number', 'placed', 'city', 'parcels', 'cancelled', 'returned', 'refunded']
const ARTICLE_FIELDS = ['id', 'title', 'teaser', 'body']

// The smallest picture there is: one grey dot as a PNG.
const DOT = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
)

/** What orders, articles, availability, pictures and a classifier promise, as far as the adapter has them. */
export function readsContract({ orders, faqs, availability, uploads, classifier }: Adapter): readonly Promised[] {
  return [
    ...(orders ? ordersContract : []),
    ...(faqs ? faqsContract : []),
    ...(availability ? availabilityContract : []),
    ...(uploads ? uploadsContract : []),
    ...(classifier ? classifierContract : []),
  ]
}

const never = () => new AbortController().signal

const ordersContract: readonly Promised[] = [
  {
    name: 'orders: a known order is found, with the fields that we know and no others',
    async run(given) {
      const query = known(given.order, 'order')
      const order = await given.adapter.orders?.find(query, never(), given.sender())
      demand(order !== null && order !== undefined, 'a known order was not found')
      onlyFields(order, ORDER_FIELDS)
      demand(Array.isArray(order.parcels), 'an order has parcels, or an empty list of them')
    },
  },
  {
    name: 'orders: a known order has the number that was asked for, and all of it is taken: dates are milliseconds since 1970',
    async run(given) {
      const query = known(given.order, 'order')
      const order = await given.adapter.orders?.find(query, never(), given.sender())
      const fault = orderFault(order)
      demand(fault === null, String(fault))
      demandSame(order?.number, query.number, 'another order was found')
    },
  },
  {
    name: 'orders: an unknown number and a wrong address are the same `null`',
    async run(given) {
      const query = known(given.order, 'order')
      const wrong = await given.adapter.orders?.find({ ...query, email: 'nobody@example.com' }, never(), given.sender())
      const unknown = await given.adapter.orders?.find({ ...query, number: '999999999' }, never(), given.sender())
      demandSame([wrong, unknown], [null, null], 'not found is `null`')
    },
  },
  {
    name: 'orders: an aborted look-up rejects',
    run: ({ adapter, order, sender }) =>
      demandThrow(
        async () => adapter.orders?.find(known(order, 'order'), AbortSignal.abort(), sender()),
        'an aborted look-up answered',
      ),
  },
]

const faqsContract: readonly Promised[] = [
  {
    name: 'faqs: every article of every topic can be read',
    async run({ adapter: { faqs } }) {
      const topics = (await faqs?.topics(never())) ?? []
      demand(topics.length > 0, 'no topics')
      for (const { articles } of topics) {
        for (const head of articles) {
          const article: Article | null | undefined = await faqs?.read(head.id, never())
          demand(article?.id === head.id && typeof article.body === 'string', `article ${head.id} cannot be read`)
          onlyFields(article, ARTICLE_FIELDS)
        }
      }
    },
  },
  {
    name: 'faqs: a search finds, and one without hits is an empty list',
    async run({ adapter: { faqs }, query }) {
      const found = (await faqs?.search(known(query, 'query'), never())) ?? []
      demand(found.length > 0, 'a search for known words found nothing')
      demandSame(await faqs?.search('qxzvwj kqxzvwj', never()), [], 'nothing found is an empty list')
    },
  },
  {
    name: 'faqs: an unknown article is `null`',
    run: async ({ adapter }) =>
      demandSame(await adapter.faqs?.read('there-is-no-such-article', never()), null, 'not found is `null`'),
  },
  {
    name: 'faqs: aborted calls reject',
    async run({ adapter: { faqs } }) {
      await demandThrow(async () => faqs?.topics(AbortSignal.abort()), 'aborted topics answered')
      await demandThrow(async () => faqs?.search('a', AbortSignal.abort()), 'an aborted search answered')
      await demandThrow(async () => faqs?.read('a', AbortSignal.abort()), 'an aborted reading answered')
    },
  },
  {
    name: 'faqs: a rating is taken, with and without what was missing',
    async run({ adapter: { faqs }, sender }) {
      const [topic] = (await faqs?.topics(never())) ?? []
      const [article] = topic?.articles ?? []
      if (!article || !faqs?.rate) return
      await faqs.rate(article.id, true, undefined, never(), sender())
      await faqs.rate(article.id, false, 'the price', never(), sender())
    },
  },
]

const availabilityContract: readonly Promised[] = [
  {
    name: 'availability: says whether somebody is there, and a wait only with its basis',
    async run({ adapter }) {
      const there = await adapter.availability?.get(never())
      demand(typeof there?.open === 'boolean', '`open` is not said')
      demand(there.wait === null || (there.wait.seconds >= 0 && there.wait.basis.length > 0), 'a wait without a basis')
      for (const at of [there.opens, there.closes, there.reply]) demand(at === null || Number.isFinite(at), 'a time is no number')
    },
  },
  {
    name: 'availability: an aborted call rejects',
    run: ({ adapter }) => demandThrow(async () => adapter.availability?.get(AbortSignal.abort()), 'an aborted call answered'),
  },
]

const uploadsContract: readonly Promised[] = [
  {
    name: 'uploads: a picture is taken, and can be loaded by who sent it and by nobody else',
    async run({ adapter: { uploads }, sender }) {
      const owner = sender()
      const put = await uploads?.put({ name: 'dot.png', type: 'image/png', bytes: DOT }, owner, never())
      demand(put !== undefined && 'upload' in put, 'a picture was refused')
      demand(typeof (await uploads?.url(put.upload, owner)) === 'string', 'the picture cannot be loaded by its sender')
      demandSame(await uploads?.url(put.upload, sender()), null, "somebody else's picture is `null`")
    },
  },
  {
    name: 'uploads: what is no picture is refused, whatever it calls itself',
    async run({ adapter: { uploads }, sender }) {
      const bytes = Uint8Array.from('<svg onload="alert(1)">', (character) => character.charCodeAt(0))
      const put = await uploads?.put({ name: 'dot.png', type: 'image/png', bytes }, sender(), never())
      demandSame(put, { refused: 'not_an_image' }, 'a refusal is a value')
    },
  },
  {
    name: 'uploads: an aborted upload is a refusal, not a throw',
    async run({ adapter: { uploads }, sender }) {
      const put = await uploads?.put({ name: 'dot.png', type: 'image/png', bytes: DOT }, sender(), AbortSignal.abort())
      demandSame(put, { refused: 'unavailable' }, 'a refusal is a value')
    },
  },
]

const classifierContract: readonly Promised[] = [
  {
    name: 'classifier: any text gets an opinion with how sure it is, from 0 to 1, or `null`',
    async run({ adapter: { classifier } }) {
      for (const text of ['Where is my order?', 'a', '\u0000', '🫖'.repeat(500)]) {
        const opinion = (await classifier?.classify(text, 'en', never())) ?? null
        demand(
          opinion === null || parseClassified(opinion) !== null,
          `“${text.slice(0, 20)}” got an opinion that nobody understands`,
        )
        if (opinion !== null) onlyFields(opinion, ['to', 'reason', 'score'])
      }
    },
  },
  {
    name: 'classifier: an aborted question rejects',
    run: ({ adapter }) =>
      demandThrow(
        async () => adapter.classifier?.classify('Where is my order?', 'en', AbortSignal.abort()),
        'an aborted question was answered',
      ),
  },
]

function known<Value>(value: Value | undefined, field: keyof Given): Value {
  demand(value !== undefined, `the subject does not say \`${field}\`, so this cannot be judged`)
  return value
}

function onlyFields(value: object, fields: readonly string[]): void {
  const others = Object.keys(value).filter((field) => !fields.includes(field))
  demandSame(others, [], 'unknown fields came through')
}
