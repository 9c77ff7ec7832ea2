import { describe, expect, it } from 'vitest'
import { factLabel, factOrigin, factValue } from './fact-words.js'
import { hoursWords, noticeWords } from './notice-words.js'
import { REASON_CODES, REASON_WORDS, reasonCode } from './reason-words.js'
import { calendarDay, clockTime, dueWords, shopperTime, spanWords, spokenSpan, waitWarmth } from './time-words.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('reasons', () => {
  it.each(REASON_CODES)('words %s in two words, and no two reasons alike', (code) => {
    const { short, long } = REASON_WORDS[code]
    expect(short.split(' ')).toHaveLength(2)
    expect(long.length).toBeGreaterThan(short.length - 1)
    expect(REASON_CODES.filter((other) => REASON_WORDS[other].short === short)).toEqual([code])
  })

  it('words every reason that there is', () => {
    expect(REASON_CODES).toHaveLength(24)
  })

  it.each([['nonsense'], [null], [{}], ['__proto__'], ['constructor']])('takes %j for another reason', (value) => {
    expect(reasonCode(value)).toBe('other')
  })
})

describe('waiting', () => {
  it.each([
    [0, 'now', 'less than a minute', 0],
    [59_999, 'now', 'less than a minute', 0],
    [MINUTE, '1 min', '1 minute', 0],
    [2 * MINUTE, '2 min', '2 minutes', 1],
    [5 * MINUTE, '5 min', '5 minutes', 2],
    [10 * MINUTE, '10 min', '10 minutes', 3],
    [HOUR + 5 * MINUTE, '1 h 05', '1 hour', 3],
    [25 * HOUR, '1 d', '1 day', 3],
  ] as const)('says %i ms as %s, aloud as %s, with warmth %i', (span, shown, spoken, warmth) => {
    expect(spanWords(span)).toBe(shown)
    expect(spokenSpan(span)).toBe(spoken)
    expect(waitWarmth(span)).toBe(warmth)
  })

  it.each([
    [5 * HOUR, 'due 5 h 00', 0],
    [2 * HOUR, 'due 2 h 00', 1],
    [30 * MINUTE, 'due 30 min', 2],
    [0, 'due now', 2],
    [-1, '1 min late', 3],
    [-2 * HOUR, '2 h 00 late', 3],
  ] as const)('says an answer due in %i ms as %s, with warmth %i', (left, text, warmth) => {
    expect(dueWords(1_000_000_000 + left, 1_000_000_000)).toEqual({ text, warmth })
  })
})

describe('the clock', () => {
  const noon = Date.UTC(2026, 10, 26, 12)

  it('shows what the clock on the shopper’s wall says', () => {
    expect(shopperTime(noon, 'America/New_York')).toContain('07:00')
    expect(shopperTime(Date.UTC(2026, 10, 26, 23), 'Pacific/Auckland')).toContain('Fri 27 Nov')
  })

  it.each(['', 'Not/AZone', '<b>'])('says nothing of the zone %j', (zone) => {
    expect(shopperTime(noon, zone)).toBeNull()
  })

  it('survives a time that is no date', () => {
    expect(clockTime(9e15)).toBe('–')
  })

  it('keeps a calendar day on its day wherever it is read', () => {
    expect(calendarDay('2026-11-26')).toBe('Thu 26 Nov')
    expect(calendarDay('2026-99-99')).toBe('2026-99-99')
  })
})

describe('facts', () => {
  it.each([
    ['shopper', false, 'typed by the shopper, not verified'],
    ['page', false, 'told by the shop’s page, not verified'],
    ['desk', true, 'verified by the shop'],
  ] as const)('says of a fact from %s, verified %s: %s', (source, verified, words) => {
    expect(factOrigin('email', { source, verified })).toBe(words)
  })

  it('does not say that a shopper typed what the bot has shown', () => {
    expect(factOrigin('situation', { source: 'shopper', verified: false })).toBe('as the bot showed it, not verified')
  })

  it('says of what the bot has shown that the desk agrees, where it does', () => {
    expect(factOrigin('situation', { source: 'shopper', verified: false }, true)).toBe('agrees with the desk’s order')
    expect(factOrigin('email', { source: 'shopper', verified: false }, true)).toBe('typed by the shopper, not verified')
  })

  it('makes a label of a name that it does not know', () => {
    expect(factLabel('orderNumber')).toBe('Order number')
    expect(factLabel('giftCard')).toBe('Gift card')
    expect(factValue('situation', 'stuck')).toBe('stopped moving')
    expect(factValue('name', 'stuck')).toBe('stuck')
  })
})

describe('notices', () => {
  it.each([
    [{ kind: 'claimed', agent: 'Ada' }, 'You took this'],
    [{ kind: 'claimed', agent: 'Grace' }, 'Grace took this'],
    [{ kind: 'released' }, 'Back in the queue'],
    [{ kind: 'closed', resolved: true }, 'Closed as resolved'],
    [{ kind: 'closed', resolved: false }, 'Closed, not resolved'],
    [{ kind: 'rated', score: 4 }, 'The shopper rated this 4 of 5'],
    [{ kind: 'deferred', ticket: 'T-7', due: null }, 'Turned into ticket T-7'],
    [{ kind: 'text', text: 'hello' }, null],
  ] as const)('says %j as %s', (fact, words) => {
    expect(noticeWords(fact, 'Ada')).toBe(words)
  })

  it.each([
    [{ open: true, forced: null }, 'Open by the clock', 'talk to a person'],
    [{ open: true, forced: true }, 'Open by hand', 'talk to a person'],
    [{ open: false, forced: false }, 'Closed by hand', 'ticket'],
    [{ open: false, forced: null }, 'Closed by the clock', 'ticket'],
  ] as const)('says what shoppers see for %j', (hours, now, effect) => {
    expect(hoursWords(hours, true).now).toBe(now)
    expect(hoursWords(hours, true).effect).toContain(effect)
  })
})
