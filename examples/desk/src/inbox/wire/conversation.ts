import type { LogFact, LogRecord, Wait } from '@shopbell/core'
import type { Colleague, Detail, EmptySearch, Insight, Me, Note, Row } from '../../agent-api.js'
import { orderOf } from './order.js'
import { idOf, listOf, numberOf, type Outside, objectOf, oneOf, own } from './outside.js'
import { byOf, contentOf, factsOf, packetOf } from './packet.js'
import { cleanLine, cleanText } from './plain-text.js'

/** An article as the inbox offers it for inserting. */
export interface InsertableArticle {
  readonly id: string
  readonly title: string
  readonly teaser: string
  readonly body: string
}

/** Whether shoppers meet people now; `forced` is the switch, null goes by the clock. */
export interface Hours {
  readonly open: boolean
  readonly forced: boolean | null
}

function factOfLog(fact: Outside | null): LogFact {
  switch (own(fact, 'kind')) {
    case 'opened':
      return {
        kind: 'opened',
        want: oneOf(own(fact, 'want'), ['live', 'ticket'], 'live'),
        packet: packetOf(own(fact, 'packet')),
      }
    case 'claimed':
      return { kind: 'claimed', agent: cleanLine(own(fact, 'agent')) }
    case 'released':
      return { kind: 'released' }
    case 'deferred':
      return {
        kind: 'deferred',
        ticket: cleanLine(own(fact, 'ticket')),
        due: numberOf(own(fact, 'due')),
      }
    case 'closed':
      return { kind: 'closed', resolved: own(fact, 'resolved') === true }
    case 'rated': {
      const score = numberOf(own(fact, 'score'))
      return score === null ? { kind: 'unsupported' } : { kind: 'rated', score }
    }
    case 'erased': {
      const seq = numberOf(own(fact, 'seq'))
      return seq === null ? { kind: 'unsupported' } : { kind: 'erased', seq }
    }
    default:
      return contentOf(fact)
  }
}

/** A line of the log, or null where it has no number to be put in order by. */
export function recordOf(value: unknown): LogRecord | null {
  const record = objectOf(value)
  const seq = numberOf(own(record, 'seq'))
  if (seq === null || !Number.isInteger(seq) || seq < 1) return null
  const cmid = idOf(own(record, 'cmid'))
  const named = cleanLine(own(record, 'name'))
  return {
    seq,
    at: numberOf(own(record, 'at')) ?? 0,
    by: byOf(own(record, 'by')),
    fact: factOfLog(objectOf(own(record, 'fact'))),
    ...(cmid ? { cmid } : {}),
    ...(named ? { name: named } : {}),
  }
}

/** A note, or null. */
export function noteOf(value: unknown): Note | null {
  const note = objectOf(value)
  const id = idOf(own(note, 'id'))
  const text = cleanText(own(note, 'text'))
  return id && text
    ? {
        id,
        at: numberOf(own(note, 'at')) ?? 0,
        agent: cleanLine(own(note, 'agent')) || 'Somebody',
        text,
      }
    : null
}

/** A line of a queue, or null. */
export function rowOf(value: unknown): Row | null {
  const row = objectOf(value)
  const id = idOf(own(row, 'id'))
  if (!row || !id) return null
  const last = objectOf(own(row, 'last'))
  return {
    id,
    status: oneOf(own(row, 'status'), ['queued', 'live', 'ticket', 'closed'], 'queued'),
    who: cleanLine(own(row, 'who')) || 'Shopper',
    reason: cleanLine(own(row, 'reason'), 60),
    summary: cleanText(own(row, 'summary'), 2_000).trim(),
    priority: oneOf(own(row, 'priority'), ['normal', 'high', 'urgent'], 'normal'),
    opened: numberOf(own(row, 'opened')) ?? 0,
    last: last && {
      at: numberOf(own(last, 'at')) ?? 0,
      text: cleanLine(own(last, 'text'), 200),
      by: byOf(own(last, 'by')),
    },
    agent: cleanLine(own(row, 'agent')) || null,
    ticket: cleanLine(own(row, 'ticket')) || null,
    due: numberOf(own(row, 'due')),
    answered: numberOf(own(row, 'answered')),
    promised: numberOf(own(row, 'promised')),
    unread: Math.max(0, Math.round(numberOf(own(row, 'unread')) ?? 0)),
  }
}

function waitOf(value: unknown): Wait | null {
  const wait = objectOf(value)
  const seconds = numberOf(own(wait, 'seconds'))
  return seconds === null
    ? null
    : {
        seconds,
        basis: oneOf(own(wait, 'basis'), ['last-hour', 'today', 'shop'], 'shop'),
      }
}

/** One conversation, or null where the answer is none. */
export function detailOf(value: unknown): Detail | null {
  const detail = objectOf(value)
  const row = rowOf(value)
  if (!row) return null
  const order = objectOf(own(detail, 'order'))
  return {
    ...row,
    packet: packetOf(own(detail, 'packet')),
    records: [...listOf(own(detail, 'records'), recordOf, 20_000)].sort((a, b) => a.seq - b.seq),
    notes: listOf(own(detail, 'notes'), noteOf),
    order: {
      found: orderOf(own(order, 'found')),
      differs: listOf(own(order, 'differs'), (item) => cleanLine(item, 200) || null, 40),
    },
    verified: factsOf(own(detail, 'verified'), true),
    wait: waitOf(own(detail, 'wait')),
    mailed: cleanLine(own(detail, 'mailed'), 200) || null,
    rating: numberOf(own(detail, 'rating')),
  }
}

/** Who is signed in, or null. */
export function meOf(value: unknown): Me | null {
  const me = objectOf(value)
  const agent = idOf(own(me, 'agent'))
  const named = cleanLine(own(me, 'name'))
  if (!agent || !named) return null
  return {
    agent,
    name: named,
    site: cleanLine(own(me, 'site')),
    passwordRequired: own(me, 'passwordRequired') === true,
    currency: /^[A-Z]{3}$/.test(cleanLine(own(me, 'currency'))) ? cleanLine(own(me, 'currency')) : 'EUR',
  }
}

/** Somebody else at the desk, or null. */
export function colleagueOf(value: unknown): Colleague | null {
  const colleague = objectOf(value)
  const agent = idOf(own(colleague, 'agent'))
  const named = cleanLine(own(colleague, 'name'))
  return agent && named ? { agent, name: named } : null
}

/** An article to insert, or null. */
export function articleOf(value: unknown): InsertableArticle | null {
  const article = objectOf(value)
  const id = cleanLine(own(article, 'id'), 200)
  const title = cleanLine(own(article, 'title'), 200)
  if (!id || !title) return null
  return {
    id,
    title,
    teaser: cleanLine(own(article, 'teaser'), 300),
    body: cleanText(own(article, 'body')),
  }
}

/** What an article failed at, or null. */
export function insightOf(value: unknown): Insight | null {
  const insight = objectOf(value)
  const article = cleanLine(own(insight, 'article'), 200)
  if (!article) return null
  const missing = listOf(own(insight, 'missing'), (item) => {
    const said = objectOf(item)
    const text = cleanText(own(said, 'text'), 1_000).trim()
    return text ? { at: numberOf(own(said, 'at')) ?? 0, text } : null
  })
  return {
    article,
    title: cleanLine(own(insight, 'title'), 200) || article,
    shown: countOf(own(insight, 'shown')),
    helped: countOf(own(insight, 'helped')),
    notHelped: countOf(own(insight, 'notHelped')),
    toPerson: countOf(own(insight, 'toPerson')),
    missing,
  }
}

/** What was searched for in vain, or null. */
export function emptySearchOf(value: unknown): EmptySearch | null {
  const search = objectOf(value)
  const words = cleanLine(own(search, 'words'))
  return words ? { words, count: countOf(own(search, 'count')) } : null
}

/** What the insights show. */
export interface Insights {
  readonly articles: readonly Insight[]
  readonly searches: readonly EmptySearch[]
}

/** The insights, or null where the answer has none. */
export function insightsOf(value: unknown): Insights | null {
  const insights = objectOf(value)
  if (!Array.isArray(own(insights, 'articles'))) return null
  return {
    articles: listOf(own(insights, 'articles'), insightOf),
    searches: listOf(own(insights, 'searches'), emptySearchOf, 100),
  }
}

/** The ticket as text, or null. */
export function ticketTextOf(value: unknown): string | null {
  return cleanText(own(objectOf(value), 'text')) || null
}

function countOf(value: unknown): number {
  return Math.max(0, Math.round(numberOf(value) ?? 0))
}

/** The hours as the desk tells them, or null. */
export function hoursOf(value: unknown): Hours | null {
  const hours = objectOf(value)
  const isOpen = own(hours, 'open')
  const forced = own(hours, 'forced')
  return typeof isOpen === 'boolean' ? { open: isOpen, forced: typeof forced === 'boolean' ? forced : null } : null
}
