import type { Frame, Hint, Page, Refused, Verdict, Wait, Welcome } from '../delivery/protocol.js'
import { LIMITS } from '../limits.js'
import { parseWait } from './parse-availability.js'
import { parseBy } from './parse-content.js'
import { parseRecord } from './parse-record.js'
import { AUTH_CODES, parseVerdict, parseWaiting } from './parse-verdict.js'
import { count, instant, list, name, oneOf, optional, reader, text } from './read.js'

const NO_ANSWER: Refused = { t: 'refused', code: 'unavailable' }

/** What the desk sent unasked, made anew; `null` for what this version does not know. */
export function parseFrame(value: unknown): Frame | null {
  const read = reader(value)
  if (!read) return null
  const t = read('t')
  const conversation = name(read('conversation'))
  const epoch = name(read('epoch'))
  if (t === 'record' && conversation !== null && epoch !== null) {
    const record = parseRecord(read('record'))
    return record && { t, conversation, epoch, record }
  }
  if (t === 'head' && conversation !== null && epoch !== null) {
    const seq = count(read('seq'))
    return seq === null ? null : { t, conversation, epoch, seq }
  }
  if (t === 'hint') {
    const hint = parseHint(read('hint'))
    return hint && { t, hint }
  }
  if (t === 'going-away') return { t, after: parseWaiting(read('after')) ?? 0 }
  return null
}

/** The answer to hello. What cannot be read is a desk that is not there. */
export function parseWelcome(value: unknown): Welcome | Refused {
  const read = reader(value)
  const expectedN = count(read?.('expectedN'))
  if (read?.('t') !== 'welcome' || expectedN === null) return parseRefused(value)
  return {
    t: 'welcome',
    verdicts: list<Verdict>(read('verdicts'), LIMITS.outbox, parseVerdict),
    pages: list(read('pages'), LIMITS.page, parseOnePage),
    expectedN,
    now: instant(read('now')) ?? 0,
  }
}

/** The answer to a question for records. */
export function parsePage(value: unknown): Page | Refused {
  return parseOnePage(value) ?? parseRefused(value)
}

function parseOnePage(value: unknown): Page | null {
  const read = reader(value)
  const conversation = name(read?.('conversation'))
  const epoch = name(read?.('epoch'))
  const head = count(read?.('head'))
  if (!read || conversation === null || epoch === null || head === null) return null
  return {
    conversation,
    epoch,
    head,
    records: list(read('records'), LIMITS.page, parseRecord),
    ...optional('reset', read('reset') === true ? true : null),
  }
}

function parseRefused(value: unknown): Refused {
  const read = reader(value)
  const code = oneOf(read?.('code'), ['origin', 'auth', 'upgrade', 'busy', 'invalid', 'unavailable'])
  if (read?.('t') !== 'refused' || !code) return NO_ANSWER
  return {
    t: 'refused',
    code,
    ...optional('why', oneOf(read('why'), AUTH_CODES)),
    ...optional('after', parseWaiting(read('after'))),
  }
}

function parseHint(value: unknown): Hint | null {
  const read = reader(value)
  const conversation = name(read?.('conversation'))
  if (!read || conversation === null) return null
  const type = read('type')
  if (type === 'typing')
    return {
      type,
      conversation,
      by: parseBy(read('by')),
      ...optional('name', text(read('name'), LIMITS.name)),
    }
  if (type === 'queue') {
    const position = count(read('position'))
    const wait: Wait | null = parseWait(read('wait'))
    return position === null ? null : { type, conversation, position, wait }
  }
  if (type === 'read') {
    const seq = count(read('seq'))
    return seq === null ? null : { type, conversation, by: parseBy(read('by')), seq }
  }
  return null
}
