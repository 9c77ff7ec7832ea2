import type { Tried } from '../conversation/state.js'
import type { Fact, Facts } from '../facts/facts.js'
import type { Attachment, Packet, PacketCart, PacketCustomer, PacketProduct, PacketTimings } from '../handoff/packet.js'
import { REASON_CODES, REQUEST_KINDS, type Reason } from '../handoff/reason.js'
import { LIMITS } from '../limits.js'
import { parseArticleHead } from './parse-article.js'
import { parseEntry } from './parse-content.js'
import { parseOrder } from './parse-order.js'
import { count, instant, list, name, oneOf, optional, reader, text } from './read.js'

const MOST = 100
const PRIORITIES = ['normal', 'high', 'urgent'] as const

/** The packet that opened a conversation, made anew. Fields that cannot be read are empty; `null` where it is no packet at all. */
export function parsePacket(value: unknown): Packet | null {
  const read = reader(value)
  const conversation = name(read?.('conversation'))
  if (!read || conversation === null || read('schema') !== 'shopbell.handoff/1') return null
  const opened = instant(read('opened')) ?? 0
  return {
    schema: 'shopbell.handoff/1',
    conversation,
    reason: parseReason(read('reason')),
    priority: oneOf(read('priority'), PRIORITIES) ?? 'normal',
    team: text(read('team'), LIMITS.name),
    summary: text(read('summary'), LIMITS.summary) ?? '',
    facts: parseFacts(read('facts')),
    order: parseOrder(read('order')),
    tried: list(read('tried'), MOST, parseTried),
    story: list(read('story'), LIMITS.story, parseEntry),
    omitted: count(read('omitted')) ?? 0,
    shortened: count(read('shortened')) ?? 0,
    attachments: list(read('attachments'), MOST, parseAttachment),
    product: parseProduct(read('product')),
    cart: parseCart(read('cart')),
    customer: parseCustomer(read('customer')),
    redactions: count(read('redactions')) ?? 0,
    page: text(read('page'), 2_000),
    locale: text(read('locale'), 40) ?? 'en',
    zone: text(read('zone'), 80) ?? 'UTC',
    opened,
    timings: parseTimings(read('timings'), opened),
    flow: text(read('flow'), LIMITS.field) ?? '',
  }
}

function parseReason(value: unknown): Reason {
  const read = reader(value)
  return {
    code: oneOf(read?.('code'), REASON_CODES) ?? 'other',
    because: text(read?.('because'), LIMITS.message) ?? '',
    ...optional('team', text(read?.('team'), LIMITS.name)),
    ...optional('priority', oneOf(read?.('priority'), PRIORITIES)),
    ...optional('request', oneOf(read?.('request'), REQUEST_KINDS)),
    ...optional('photos', read?.('photos') === true ? true : null),
  }
}

function parseFacts(value: unknown): Facts {
  const read = reader(value)
  if (!read) return {}
  const names = Object.keys(value as object).filter((fact) => fact.length <= LIMITS.name)
  const facts = names.slice(0, MOST).map((fact) => [fact, parseFact(read(fact))] as const)
  // `fromEntries` defines own fields, so a fact called `__proto__` is only a fact.
  return Object.fromEntries(facts.filter((pair): pair is readonly [string, Fact] => pair[1] !== null))
}

function parseFact(value: unknown): Fact | null {
  const read = reader(value)
  const words = text(read?.('value'), LIMITS.message)
  if (!read || words === null) return null
  return {
    value: words,
    source: oneOf(read('source'), ['shopper', 'page', 'desk']) ?? 'shopper',
    verified: read('verified') === true,
    at: instant(read('at')) ?? 0,
    ...(read('sensitive') === true ? { sensitive: true } : {}),
    ...optional('proof', proof(read('proof'))),
  }
}

function parseTried(value: unknown): Tried | null {
  const read = reader(value)
  const article = parseArticleHead(read?.('article'))
  if (!read || !article) return null
  const helped = read('helped')
  return {
    article,
    helped: typeof helped === 'boolean' ? helped : null,
    ...optional('missing', text(read('missing'), LIMITS.message)),
  }
}

function parseAttachment(value: unknown): Attachment | null {
  const read = reader(value)
  const upload = name(read?.('upload'))
  return upload === null ? null : { upload, name: text(read?.('name'), LIMITS.field) ?? '' }
}

function parseProduct(value: unknown): PacketProduct | null {
  const read = reader(value)
  const title = text(read?.('title'), LIMITS.message)
  if (!read || title === null) return null
  return { title, ...optional('id', text(read('id'), LIMITS.field)), ...optional('url', text(read('url'), 2_000)) }
}

function parseCart(value: unknown): PacketCart | null {
  const read = reader(value)
  const worth = text(read?.('worth'), LIMITS.field)
  if (!read || worth === null) return null
  return {
    worth,
    ...optional('currency', text(read('currency'), LIMITS.field)),
    ...optional('items', text(read('items'), LIMITS.message)),
  }
}

function parseCustomer(value: unknown): PacketCustomer {
  const read = reader(value)
  return {
    ...optional('id', text(read?.('id'), LIMITS.field)),
    ...optional('name', text(read?.('name'), LIMITS.field)),
    ...optional('email', text(read?.('email'), LIMITS.field)),
    ...optional('proof', proof(read?.('proof'))),
  }
}

/** An older browser says only when it was sealed. */
function parseTimings(value: unknown, opened: number): PacketTimings {
  const read = reader(value)
  return {
    began: instant(read?.('began')) ?? opened,
    sealed: instant(read?.('sealed')) ?? opened,
    ...optional('promised', instant(read?.('promised'))),
  }
}

/** Half a proof proves nothing, so it is never cut. */
function proof(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 500 ? value : null
}
