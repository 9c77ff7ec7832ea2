import type { ArticleHead, Attachment, By, Card, Content, Entry, Fact, Packet, Reason, Tried } from '@shopbell/core'
import { NOTICE_CODES, parseDecision, REQUEST_KINDS } from '@shopbell/core/desk'
import { reasonCode } from '../words/reason-words.js'
import { orderOf } from './order.js'
import { idOf, listOf, numberOf, type Outside, objectOf, oneOf, own } from './outside.js'
import { cleanFileName, cleanLine, cleanText } from './plain-text.js'

const SPEAKERS = ['shopper', 'bot', 'assistant', 'agent', 'desk'] as const

/** Who speaks. Whoever is not known speaks for nobody but the shopper's side. */
export function byOf(value: unknown): By {
  return oneOf(value, SPEAKERS, 'shopper')
}

/** The head of an article, or null. */
export function articleHeadOf(value: unknown): ArticleHead | null {
  const article = objectOf(value)
  const id = cleanLine(own(article, 'id'), 200)
  const title = cleanLine(own(article, 'title'), 200)
  if (!id || !title) return null
  const teaser = cleanLine(own(article, 'teaser'), 300)
  return teaser ? { id, title, teaser } : { id, title }
}

/** What a line shows. A kind that is not known yet is `unsupported`, so the line keeps its place. */
export function contentOf(value: unknown): Content {
  const content = objectOf(value)
  switch (own(content, 'kind')) {
    case 'text':
      return typeof own(content, 'text') === 'string'
        ? { kind: 'text', text: cleanText(own(content, 'text')), ...keyIn(content) }
        : { kind: 'unsupported' }
    case 'answered':
      return typeof own(content, 'text') === 'string'
        ? {
            kind: 'answered',
            to: cleanLine(own(content, 'to'), 200),
            text: cleanText(own(content, 'text')),
            ...keyIn(content),
          }
        : { kind: 'unsupported' }
    case 'order': {
      const order = orderOf(own(content, 'order'))
      return order ? { kind: 'order', order } : { kind: 'unsupported' }
    }
    case 'article': {
      const article = articleHeadOf(own(content, 'article'))
      return article
        ? {
            kind: 'article',
            article: {
              ...article,
              body: cleanText(own(objectOf(own(content, 'article')), 'body')),
            },
          }
        : { kind: 'unsupported' }
    }
    case 'file': {
      const upload = idOf(own(content, 'upload'))
      return upload
        ? {
            kind: 'file',
            upload,
            name: cleanFileName(own(content, 'name')) || 'picture',
          }
        : { kind: 'unsupported' }
    }
    case 'cards':
      return { kind: 'cards', cards: listOf(own(content, 'cards'), cardOf, 10) }
    case 'decided': {
      const decision = parseDecision((field) => own(content, field))
      return decision ? { kind: 'decided', ...decision, note: cleanText(decision.note).trim() } : { kind: 'unsupported' }
    }
    case 'notice': {
      const code = NOTICE_CODES.find((known) => known === own(content, 'code'))
      return code ? { kind: 'notice', code } : { kind: 'unsupported' }
    }
    default:
      return { kind: 'unsupported' }
  }
}

/** The text of the flow that a line is, so that it can be read in the agent's language. */
function keyIn(content: Outside | null): { readonly key?: string } {
  const key = own(content, 'key')
  return typeof key === 'string' && /^[\w.-]{1,200}$/.test(key) ? { key } : {}
}

/** A card by its words. Its picture and its link are addresses from a shopper's browser, and nobody's to open. */
function cardOf(value: unknown): Card | null {
  const card = objectOf(value)
  const title = cleanLine(own(card, 'title'), 200)
  const text = cleanLine(own(card, 'text'), 300)
  return title ? { title, ...(text ? { text } : {}) } : null
}

function entryOf(value: unknown): Entry | null {
  const entry = objectOf(value)
  if (!entry) return null
  const named = cleanLine(own(entry, 'name'))
  return {
    id: cleanLine(own(entry, 'id'), 200),
    turn: cleanLine(own(entry, 'turn'), 200),
    at: numberOf(own(entry, 'at')) ?? 0,
    by: byOf(own(entry, 'by')),
    content: contentOf(own(entry, 'content')),
    ...(named ? { name: named } : {}),
  }
}

function factOf(value: unknown): Fact | null {
  const fact = objectOf(value)
  const said = cleanText(own(fact, 'value'), 2_000).trim()
  if (!said) return null
  return {
    value: said,
    source: oneOf(own(fact, 'source'), ['shopper', 'page', 'desk'], 'shopper'),
    verified: own(fact, 'verified') === true,
    at: numberOf(own(fact, 'at')) ?? 0,
  }
}

/** Facts by name. `vouched` says whether their word on being verified counts: from a shopper's browser it never does. */
export function factsOf(value: unknown, vouched: boolean): Readonly<Record<string, Fact>> {
  const facts: [string, Fact][] = []
  for (const [key, item] of Object.entries(objectOf(value) ?? {}).slice(0, 60)) {
    const fact = factOf(item)
    const label = cleanLine(key, 60)
    if (fact && label && label !== '__proto__') facts.push([label, vouched ? fact : { ...fact, verified: false }])
  }
  return Object.fromEntries(facts)
}

function triedOf(value: unknown): Tried | null {
  const tried = objectOf(value)
  const article = articleHeadOf(own(tried, 'article'))
  if (!article) return null
  const helped = own(tried, 'helped')
  const missing = cleanText(own(tried, 'missing'), 1_000).trim()
  return {
    article,
    helped: typeof helped === 'boolean' ? helped : null,
    ...(missing ? { missing } : {}),
  }
}

const PRIORITIES = ['normal', 'high', 'urgent'] as const

function reasonOf(value: unknown): Reason {
  const reason = objectOf(value)
  const team = cleanLine(own(reason, 'team'))
  const priority = PRIORITIES.find((known) => known === own(reason, 'priority'))
  const request = REQUEST_KINDS.find((known) => known === own(reason, 'request'))
  return {
    code: reasonCode(own(reason, 'code')),
    because: cleanText(own(reason, 'because'), 500).trim(),
    ...(team ? { team } : {}),
    ...(priority ? { priority } : {}),
    ...(request ? { request } : {}),
    ...(own(reason, 'photos') === true ? { photos: true } : {}),
  }
}

function attachmentOf(value: unknown): Attachment | null {
  const attachment = objectOf(value)
  const upload = idOf(own(attachment, 'upload'))
  return upload ? { upload, name: cleanFileName(own(attachment, 'name')) || 'picture' } : null
}

/** The fields among these that say something, as clean lines. */
function linesOf<Name extends string>(value: unknown, names: readonly Name[]): { readonly [name in Name]?: string } {
  const object = objectOf(value)
  const lines: { [name in Name]?: string } = {}
  for (const name of names) {
    const line = cleanLine(own(object, name), 300)
    if (line) lines[name] = line
  }
  return lines
}

function productOf(value: unknown): Packet['product'] {
  const { title, ...rest } = linesOf(value, ['title', 'id', 'url'])
  return title === undefined ? null : { title, ...rest }
}

function cartOf(value: unknown): Packet['cart'] {
  const { worth, ...rest } = linesOf(value, ['worth', 'currency', 'items'])
  return worth === undefined ? null : { worth, ...rest }
}

function countOf(value: unknown): number {
  return Math.max(0, Math.round(numberOf(value) ?? 0))
}

/** The packet of a conversation. Whatever is missing in it is empty here: a card with holes is better than none. */
export function packetOf(value: unknown): Packet {
  const packet = objectOf(value)
  const timings = objectOf(own(packet, 'timings'))
  const opened = numberOf(own(packet, 'opened')) ?? 0
  const promised = numberOf(own(timings, 'promised'))
  return {
    schema: 'shopbell.handoff/1',
    conversation: idOf(own(packet, 'conversation')),
    reason: reasonOf(own(packet, 'reason')),
    priority: oneOf(own(packet, 'priority'), ['normal', 'high', 'urgent'], 'normal'),
    team: cleanLine(own(packet, 'team')) || null,
    summary: cleanText(own(packet, 'summary'), 2_000).trim(),
    facts: factsOf(own(packet, 'facts'), false),
    order: orderOf(own(packet, 'order')),
    tried: listOf(own(packet, 'tried'), triedOf, 60),
    story: listOf(own(packet, 'story'), entryOf),
    omitted: countOf(own(packet, 'omitted')),
    shortened: countOf(own(packet, 'shortened')),
    attachments: listOf(own(packet, 'attachments'), attachmentOf, 60),
    product: productOf(own(packet, 'product')),
    cart: cartOf(own(packet, 'cart')),
    customer: linesOf(own(packet, 'customer'), ['id', 'name', 'email']),
    redactions: countOf(own(packet, 'redactions')),
    page: cleanLine(own(packet, 'page'), 500) || null,
    locale: cleanLine(own(packet, 'locale'), 40),
    zone: cleanLine(own(packet, 'zone'), 60),
    opened,
    timings: {
      began: numberOf(own(timings, 'began')) ?? opened,
      sealed: numberOf(own(timings, 'sealed')) ?? opened,
      ...(promised === null ? {} : { promised }),
    },
    flow: cleanLine(own(packet, 'flow')),
  }
}
