import type { Tried } from '../conversation/state.js'
import type { Fact, Facts } from '../facts/facts.js'
import type { Packet } from '../handoff/packet.js'
import type { Reason, ReasonCode } from '../handoff/reason.js'
import { LIMITS } from '../limits.js'
import { parseArticleHead } from './parse-article.js'
import { parseEntry } from './parse-content.js'
import { parseOrder } from './parse-order.js'
import { count, instant, list, name, oneOf, optional, reader, text } from './read.js'

const MOST_FACTS = 100

const REASONS: readonly ReasonCode[] = [
  'asked',
  'emotional',
  'damaged',
  'safety',
  'complex',
  'presale',
  'order-late',
  'order-stuck',
  'order-lost',
  'order-missing',
  'order-cancelled',
  'order-partly',
  'order-returned',
  'order-unknown',
  'not-helped',
  'failed-form',
  'unplaced',
  'lookup-failed',
  'other',
]

/** The packet that opened a conversation, made anew. Fields that cannot be read are empty; `null` where it is no packet at all. */
export function parsePacket(value: unknown): Packet | null {
  const read = reader(value)
  const conversation = name(read?.('conversation'))
  if (!read || conversation === null || read('schema') !== 'shopbell.handoff/1') return null
  return {
    schema: 'shopbell.handoff/1',
    conversation,
    reason: parseReason(read('reason')),
    priority: oneOf(read('priority'), ['normal', 'high', 'urgent']) ?? 'normal',
    team: text(read('team'), LIMITS.name),
    summary: text(read('summary'), LIMITS.summary) ?? '',
    facts: parseFacts(read('facts')),
    order: parseOrder(read('order')),
    tried: list(read('tried'), MOST_FACTS, parseTried),
    story: list(read('story'), LIMITS.story, parseEntry),
    omitted: count(read('omitted')) ?? 0,
    ...optional('redactions', count(read('redactions'))),
    page: text(read('page'), 2_000),
    locale: text(read('locale'), 40) ?? 'en',
    zone: text(read('zone'), 80) ?? 'UTC',
    opened: instant(read('opened')) ?? 0,
    flow: text(read('flow'), LIMITS.field) ?? '',
  }
}

function parseReason(value: unknown): Reason {
  const read = reader(value)
  return {
    code: oneOf(read?.('code'), REASONS) ?? 'other',
    because: text(read?.('because'), LIMITS.field) ?? '',
  }
}

function parseFacts(value: unknown): Facts {
  const read = reader(value)
  if (!read) return {}
  const names = Object.keys(value as object).slice(0, MOST_FACTS)
  const facts = names.map((fact) => [fact, parseFact(read(fact))] as const)
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
