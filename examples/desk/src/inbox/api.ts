import type { Id, LogRecord, Outcome } from '@shopbell/core'
import type { Colleague, Detail, Me, Note, Row } from '../agent-api.js'
import {
  articleOf,
  colleagueOf,
  detailOf,
  type Hours,
  hoursOf,
  type InsertableArticle,
  type Insights,
  insightsOf,
  meOf,
  noteOf,
  recordOf,
  rowOf,
  ticketTextOf,
} from './wire/conversation.js'
import { listOf, numberOf, objectOf, own } from './wire/outside.js'
import { cleanLine } from './wire/plain-text.js'

/** The lists of conversations, as the desk names them. */
export type View = 'queue' | 'mine' | 'tickets' | 'all' | 'closed'

/** Why the desk said no, or could not say anything. */
export type Refusal =
  | { readonly why: 'signed-out'; readonly passwordRequired: boolean }
  | { readonly why: 'taken' | 'away'; readonly by: string }
  | { readonly why: 'moved'; readonly head: number | null }
  | { readonly why: 'decided'; readonly by: string }
  | {
      readonly why: 'closed' | 'too-long' | 'rate-limited' | 'gone' | 'refused' | 'unreachable'
    }

/** What came of a call: the value, or why there is none. It never throws. */
export type Answer<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Refusal)

/** A decision on its way: `id` makes it one however often it is sent, `base` is what its author had read. */
export interface Deciding {
  readonly id: Id
  readonly outcome: Outcome
  readonly amount?: number
  readonly note: string
  readonly base: number
  readonly replaces?: number
}

/** Everything that the inbox asks of the desk over HTTP. */
export interface Api {
  me(): Promise<Answer<Me>>
  login(as: string, password: string): Promise<Answer<true>>
  logout(): Promise<Answer<true>>
  rows(view: View): Promise<Answer<readonly Row[]>>
  /** Conversations by the shopper's name, e-mail or order number. */
  find(words: string): Promise<Answer<readonly Row[]>>
  detail(id: Id): Promise<Answer<Detail>>
  claim(id: Id): Promise<Answer<Detail>>
  release(id: Id): Promise<Answer<Detail>>
  colleagues(): Promise<Answer<readonly Colleague[]>>
  transfer(id: Id, to: Id): Promise<Answer<Detail>>
  conclude(id: Id, resolved: boolean): Promise<Answer<Detail>>
  reply(id: Id, reply: { readonly id: Id; readonly text: string; readonly base: number }): Promise<Answer<LogRecord>>
  decide(id: Id, decision: Deciding): Promise<Answer<LogRecord>>
  /** The ticket as plain text, decisions included. */
  text(id: Id): Promise<Answer<string>>
  note(id: Id, note: { readonly id: Id; readonly text: string }): Promise<Answer<Note>>
  articles(): Promise<Answer<readonly InsertableArticle[]>>
  insights(): Promise<Answer<Insights>>
  hours(): Promise<Answer<Hours>>
  setHours(forced: boolean | null): Promise<Answer<Hours>>
}

/** Where a picture of a conversation lies. Same origin, so that nothing is ever loaded from elsewhere. */
export function pictureAddress(upload: Id): string {
  return `/agent/uploads/${encodeURIComponent(upload)}`
}

/** How long a call may take, in milliseconds, before the desk counts as unreachable. */
const PATIENCE = 10_000

/** The desk over `fetch`. Every answer is read into fresh values; one that makes no sense counts as unreachable. */
export function createApi(fetching: typeof fetch): Api {
  async function call<T>(
    method: 'GET' | 'POST',
    path: string,
    read: (body: unknown) => T | null,
    body?: object,
  ): Promise<Answer<T>> {
    try {
      const response = await fetching(`/agent/${path}`, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE),
        ...(method === 'POST'
          ? {
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify(body ?? {}),
            }
          : {}),
      })
      const said = await bodyOf(response)
      if (!response.ok) return { ok: false, ...refusalOf(response.status, said) }
      const value = read(said)
      return value === null ? { ok: false, why: 'unreachable' } : { ok: true, value }
    } catch {
      return { ok: false, why: 'unreachable' }
    }
  }

  const of = (id: Id, rest = '') => `conversations/${encodeURIComponent(id)}${rest}`
  const done = () => true as const

  return {
    me: () => call('GET', 'me', meOf),
    login: (as, password) => call('POST', 'login', done, { name: as, password }),
    logout: () => call('POST', 'logout', done),
    rows: (view) => call('GET', `conversations?view=${view}`, listIn('rows', rowOf)),
    find: (words) => call('GET', `conversations?find=${encodeURIComponent(words)}`, listIn('rows', rowOf)),
    detail: (id) => call('GET', of(id), detailOf),
    claim: (id) => call('POST', of(id, '/claim'), detailOf),
    release: (id) => call('POST', of(id, '/release'), detailOf),
    colleagues: () => call('GET', 'colleagues', listIn('colleagues', colleagueOf)),
    transfer: (id, to) => call('POST', of(id, '/transfer'), detailOf, { to }),
    conclude: (id, resolved) => call('POST', of(id, '/close'), detailOf, { resolved }),
    reply: (id, reply) => call('POST', of(id, '/reply'), recordOf, reply),
    decide: (id, decision) => call('POST', of(id, '/decide'), recordOf, decision),
    text: (id) => call('GET', of(id, '/text'), ticketTextOf),
    note: (id, note) => call('POST', of(id, '/note'), noteOf, note),
    articles: () => call('GET', 'articles', listIn('articles', articleOf)),
    insights: () => call('GET', 'insights', insightsOf),
    hours: () => call('GET', 'hours', hoursOf),
    setHours: (forced) => call('POST', 'hours', hoursOf, { open: forced }),
  }
}

function listIn<T>(key: string, parse: (item: unknown) => T | null) {
  return (body: unknown): readonly T[] | null => {
    const list = own(objectOf(body), key)
    return Array.isArray(list) ? listOf(list, parse) : null
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function refusalOf(status: number, said: unknown): Refusal {
  const body = objectOf(said)
  const error = own(body, 'error')
  if (status === 401)
    return {
      why: 'signed-out',
      passwordRequired: own(body, 'passwordRequired') === true,
    }
  if (status === 409 && error === 'moved') return { why: 'moved', head: numberOf(own(body, 'head')) }
  if (status === 409 && error === 'closed') return { why: 'closed' }
  if (status === 409 && error === 'decided') return { why: 'decided', by: cleanLine(own(body, 'by')) || 'Somebody else' }
  if (status === 409 && error === 'away') return { why: 'away', by: cleanLine(own(body, 'by')) || 'Your colleague' }
  if (status === 409 && (error === 'no-request' || error === 'not-yours')) return { why: 'refused' }
  if (status === 409) return { why: 'taken', by: cleanLine(own(body, 'by')) || 'Somebody else' }
  if (status === 413 || (status === 422 && error === 'too_long')) return { why: 'too-long' }
  if (status === 404) return { why: 'gone' }
  if (status === 429) return { why: 'rate-limited' }
  return { why: status >= 500 ? 'unreachable' : 'refused' }
}
