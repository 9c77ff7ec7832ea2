import type { Article, Topic } from '../facts/article.js'
import type { Hours } from '../flow/flow.js'
import { parseArticle } from './parse-article.js'
import { list, name, optional, reader, text } from './read.js'

const MOST_ARTICLES = 200
const MOST_DAYS = 400
const MOST_SPANS = 6
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** A shop's answers as a file holds them: on shelves, and each by its name. */
export interface Help {
  readonly topics: readonly Topic[]
  readonly articles: readonly Article[]
}

/**
 * Reads a file of questions and answers: a list of `{ question, answer }`, or of shelves `{ title, articles: [...] }`, or an object that
 * has such a list as `faqs`. `null` where there is nothing to read in it.
 */
export function parseHelp(value: unknown): Help | null {
  const read = reader(value)
  const items = Array.isArray(value) ? value : read?.('faqs')
  const topics: Topic[] = []
  const articles: Article[] = []
  const loose: Article[] = []
  list(items, MOST_ARTICLES, (item) => {
    const shelf = reader(item)
    const title = text(shelf?.('title'), 200)
    const held = list(shelf?.('articles'), MOST_ARTICLES, parseAnswer)
    if (title !== null && held.length > 0) topics.push({ id: name(shelf?.('id')) ?? title, title, articles: held.map(headOf) })
    const single = parseAnswer(item)
    if (single) loose.push(single)
    articles.push(...held, ...(single ? [single] : []))
    return item
  })
  const title = text(read?.('title'), 200) ?? 'FAQs'
  if (loose.length > 0) topics.push({ id: 'faqs', title, articles: loose.map(headOf) })
  return topics.length > 0 ? { topics, articles } : null
}

/** An article under its own names, or as a question and its answer. */
function parseAnswer(value: unknown): Article | null {
  const read = reader(value)
  const title = read?.('title') ?? read?.('question')
  return parseArticle({
    id: read?.('id') ?? text(title, 200),
    title,
    teaser: read?.('teaser'),
    body: read?.('body') ?? read?.('answer'),
  })
}

function headOf({ body: _body, ...head }: Article) {
  return head
}

/** Reads opening hours, or an object that has them as `hours`; `null` where one of them cannot be read, since half a week would lie. */
export function parseHours(value: unknown): Hours | null {
  const read = reader(reader(value)?.('hours') ?? value)
  const zone = name(read?.('zone'))
  const week = reader(read?.('week'))
  if (zone === null || !isZone(zone) || !week) return null
  const days: Record<string, readonly Span[]> = {}
  const open: { [Day in (typeof WEEK)[number]]?: readonly Span[] } = {}
  for (const day of WEEK) {
    const spans = week(day) === undefined ? [] : parseSpans(week(day))
    if (!spans) return null
    open[day] = spans
  }
  const others = read?.('days')
  for (const date of Object.keys(reader(others) ? Object(others) : {}).slice(0, MOST_DAYS)) {
    const spans = DATE.test(date) && parseSpans(reader(others)?.(date))
    if (!spans) return null
    days[date] = spans
  }
  return { zone, week: open, ...optional('days', others === undefined ? null : days) }
}

interface Span {
  readonly from: string
  readonly to: string
}

function parseSpans(value: unknown): readonly Span[] | null {
  const spans = list(value, MOST_SPANS, (item) => {
    const read = reader(item)
    const [from, to] = [text(read?.('from'), 5), text(read?.('to'), 5)]
    return from !== null && to !== null && TIME.test(from) && TIME.test(to) ? { from, to } : null
  })
  return Array.isArray(value) && spans.length === value.length ? spans : null
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null
  } catch {
    return false
  }
}
