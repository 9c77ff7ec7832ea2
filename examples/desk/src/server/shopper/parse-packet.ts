import {
  type Article,
  type ArticleHead,
  type By,
  type Content,
  type Entry,
  type Fact,
  LIMITS,
  type NoticeCode,
  type Order,
  type Packet,
  type Parcel,
  type ReasonCode,
  STAGES,
  type Stage,
} from '@shopbell/core'
import { asBoolean, asList, asName, asOneOf, asText, asTime, fieldsOf, ifThere, Malformed } from '../parse.js'

/** Characters of one line of the story: an article's body fits. */
const LINE = 12_000
const AUTHORS: readonly By[] = ['shopper', 'bot', 'assistant', 'agent', 'desk']
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
const NOTICES: readonly NoticeCode[] = ['new-conversation', 'restarted', 'desk-unreachable', 'queued-again', 'stored-in-memory']

/** A fresh packet from what a shopper's browser sent. Whatever it claims, it is the shopper's word: `verified` is always false. */
export function parsePacket(value: unknown, conversation: string): Packet {
  const read = fieldsOf(value)
  asOneOf(read('schema'), ['shopbell.handoff/1'])
  const reason = fieldsOf(read('reason'))
  return {
    schema: 'shopbell.handoff/1',
    conversation,
    reason: {
      code: REASONS.find((code) => code === reason('code')) ?? 'other',
      because: asText(reason('because'), LIMITS.message),
    },
    priority: asOneOf(read('priority'), ['normal', 'high', 'urgent']),
    team: ifThere(read('team'), (team) => asText(team, LIMITS.name)) ?? null,
    summary: asText(read('summary'), LIMITS.summary),
    facts: parseFacts(read('facts')),
    order: ifThere(read('order'), parseOrder) ?? null,
    tried: asList(read('tried'), 100, (item) => {
      const tried = fieldsOf(item)
      const missing = ifThere(tried('missing'), (text) => asText(text, LIMITS.message))
      return {
        article: parseHead(tried('article')),
        helped: ifThere(tried('helped'), asBoolean) ?? null,
        ...(missing === undefined ? {} : { missing }),
      }
    }),
    story: asList(read('story'), LIMITS.story, parseEntry),
    omitted: asTime(read('omitted')),
    page: ifThere(read('page'), (page) => withoutQuery(asText(page, 2_000))) ?? null,
    locale: asText(read('locale'), 40),
    zone: asText(read('zone'), 60),
    opened: asTime(read('opened')),
    flow: asText(read('flow'), LIMITS.field),
  }
}

function parseFacts(value: unknown): Readonly<Record<string, Fact>> {
  fieldsOf(value)
  const facts: Record<string, Fact> = Object.create(null)
  for (const [name, item] of Object.entries(value as object).slice(0, 100)) {
    if (!/^[A-Za-z][\w.-]{0,79}$/.test(name)) throw new Malformed('invalid', 'fact')
    const read = fieldsOf(item)
    facts[name] = {
      value: asText(read('value'), LIMITS.message),
      source: read('source') === 'page' ? 'page' : 'shopper',
      verified: false,
      at: asTime(read('at')),
    }
  }
  return facts
}

function parseEntry(value: unknown): Entry {
  const read = fieldsOf(value)
  const shown = ifThere(read('name'), (text) => asText(text, LIMITS.name))
  return {
    id: asName(read('id')),
    turn: asName(read('turn')),
    at: asTime(read('at')),
    by: asOneOf(read('by'), AUTHORS),
    content: parseContent(read('content')),
    ...(shown === undefined ? {} : { name: shown }),
  }
}

function parseContent(value: unknown): Content {
  const read = fieldsOf(value)
  const key = ifThere(read('key'), (text) => asText(text, LIMITS.field))
  const withKey = key === undefined ? {} : { key }
  switch (read('kind')) {
    case 'text':
      return { kind: 'text', text: asText(read('text'), LINE), ...withKey }
    case 'answered':
      return { kind: 'answered', to: asName(read('to')), text: asText(read('text'), LINE), ...withKey }
    case 'order':
      return { kind: 'order', order: parseOrder(read('order')) }
    case 'article':
      return { kind: 'article', article: parseArticle(read('article')) }
    case 'file':
      return { kind: 'file', upload: asName(read('upload')), name: asText(read('name'), LIMITS.field) }
    case 'notice': {
      const code = NOTICES.find((notice) => notice === read('code'))
      return code ? { kind: 'notice', code } : { kind: 'unsupported' }
    }
    default:
      return { kind: 'unsupported' }
  }
}

function parseHead(value: unknown): ArticleHead {
  const read = fieldsOf(value)
  const teaser = ifThere(read('teaser'), (text) => asText(text, LIMITS.message))
  return { id: asName(read('id')), title: asText(read('title'), LIMITS.message), ...(teaser === undefined ? {} : { teaser }) }
}

function parseArticle(value: unknown): Article {
  return { ...parseHead(value), body: ifThere(fieldsOf(value)('body'), (body) => asText(body, LINE)) ?? '' }
}

/** An order as a shopper's browser says it saw it. */
export function parseOrder(value: unknown): Order {
  const read = fieldsOf(value)
  const city = ifThere(read('city'), (text) => asText(text, LIMITS.field))
  return {
    number: asText(read('number'), LIMITS.field),
    placed: asTime(read('placed')),
    parcels: asList(read('parcels'), 50, parseParcel),
    ...(city === undefined ? {} : { city }),
    ...times(read, ['cancelled', 'returned', 'refunded']),
  }
}

function parseParcel(value: unknown): Parcel {
  const read = fieldsOf(value)
  const promised = ifThere(read('promised'), (text) => asText(text, 10))
  return {
    reached: times<Stage>(fieldsOf(read('reached')), STAGES),
    ...times(read, ['lastScan']),
    ...(promised === undefined ? {} : { promised }),
    ...(read('lost') === true ? { lost: true } : {}),
  }
}

function times<Name extends string>(read: (name: string) => unknown, names: readonly Name[]): { [name in Name]?: number } {
  const found: { [name in Name]?: number } = {}
  for (const name of names) {
    const time = ifThere(read(name), asTime)
    if (time !== undefined) found[name] = time
  }
  return found
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '')
}
