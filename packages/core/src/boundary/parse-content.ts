import { type By, type Card, type Content, type Entry, NOTICE_CODES } from '../conversation/entry.js'
import { LIMITS } from '../limits.js'
import { parseArticle, parseArticleHead } from './parse-article.js'
import { parseDecision } from './parse-decision.js'
import { parseOrder } from './parse-order.js'
import { instant, list, name, oneOf, optional, type Reader, reader, text } from './read.js'

// A person may write longer than a shopper; a frame's size is the limit that counts.
const LONGEST_TEXT = 4 * LIMITS.message
const MOST_CARDS = 10

/** Who speaks. Whoever we do not know speaks for the desk. */
export function parseBy(value: unknown): By {
  return oneOf(value, ['shopper', 'bot', 'assistant', 'agent', 'desk']) ?? 'desk'
}

/** What a line shows. A kind that we do not know (yet) keeps its place as `unsupported`. */
export function parseContent(value: unknown): Content {
  const read = reader(value)
  return (read && known(read)) ?? { kind: 'unsupported' }
}

/** A line of a story, made anew; `null` where it has no name or time. */
export function parseEntry(value: unknown): Entry | null {
  const read = reader(value)
  const id = name(read?.('id'))
  const at = instant(read?.('at'))
  if (!read || id === null || at === null) return null
  return {
    id,
    turn: name(read('turn')) ?? id,
    at,
    by: parseBy(read('by')),
    content: parseContent(read('content')),
    ...optional('name', text(read('name'), LIMITS.name)),
  }
}

function known(read: Reader): Content | null {
  const kind = read('kind')
  if (kind === 'text' || kind === 'answered') {
    const words = text(read('text'), LONGEST_TEXT)
    const to = name(read('to'))
    if (words === null) return null
    const key = optional('key', name(read('key')))
    if (kind === 'text') return { kind, text: words, ...key }
    return to === null ? null : { kind, to, text: words, ...key }
  }
  if (kind === 'order') {
    const order = parseOrder(read('order'))
    return order && { kind, order }
  }
  if (kind === 'article') {
    const article = parseArticleHead(read('article'))
    // In a packet an article goes by its title: the desk has the text.
    return (
      article && {
        kind,
        article: parseArticle(read('article')) ?? { ...article, body: '' },
      }
    )
  }
  if (kind === 'file') {
    const upload = name(read('upload'))
    return upload === null
      ? null
      : {
          kind,
          upload,
          name: text(read('name'), LIMITS.field) ?? '',
          ...optional('url', pictureUrl(read('url'))),
        }
  }
  if (kind === 'cards') {
    const cards = list(read('cards'), MOST_CARDS, parseCard)
    return cards.length > 0 ? { kind, cards } : null
  }
  if (kind === 'decided') {
    const decision = parseDecision(read)
    return decision && { kind, ...decision }
  }
  if (kind === 'notice') {
    const code = oneOf(read('code'), NOTICE_CODES)
    return code && { kind, code }
  }
  return null
}

function parseCard(value: unknown): Card | null {
  const read = reader(value)
  const title = text(read?.('title'), LIMITS.message)
  if (!read || title === null) return null
  return {
    title,
    ...optional('text', text(read('text'), LIMITS.message)),
    ...optional('image', cardPicture(read('image'))),
    ...optional('link', linkUrl(read('link'))),
  }
}

/** A card's picture comes from anywhere, so it comes encrypted. The desk's own pictures may be on a machine without certificates. */
function cardPicture(value: unknown): string | null {
  const url = pictureUrl(value)
  return url?.startsWith('https://') ? url : null
}

/** What a shopper may be led to: the web over https, a mail, a call, or a page of the shop's own site. */
function linkUrl(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 2_000 && /^(https:\/\/|mailto:|tel:|\/(?![/\\]))[^\s\\]*$/.test(value)
    ? value
    : null
}

/** Only what a browser loads as a picture over the web; no `data:`, no `javascript:`. */
function pictureUrl(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 2_000 && /^https?:\/\/[^\s"'<>]+$/i.test(value) ? value : null
}
