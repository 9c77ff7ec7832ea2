import { describe, expect, it } from 'vitest'
import { canonicalEmail, canonicalNumber, mailboxOf } from './canonical.js'

/** What can be slipped in anywhere without changing what is asked for. */
const UNSEEN = ['\0', '\u0007', '\ud800', '\udfff', '\u200b', '\u2060', '\u202e', '\ufeff', '\u00a0', '\u3000', '\t', '\n']

describe('an order number has one spelling', () => {
  it.each([
    '1004',
    '#1004',
    ' 1004 ',
    '1０04',
    '1OO4',
    '1oo4',
    '001004',
    '10-04',
    '10–04',
    '1.004',
    'Order #1004',
    'No. 1004',
    'NR1004',
  ])('%j is 1004', (number) => expect(canonicalNumber(number)).toBe('1004'))

  it.each(UNSEEN)('whatever is slipped in: %j', (unseen) => {
    for (const number of [`${unseen}1004`, `10${unseen}04`, `1004${unseen.repeat(30)}`, `Order${unseen} ${unseen}1004`])
      expect(canonicalNumber(number)).toBe('1004')
    // Between a letter and its accent it must not keep the two apart either.
    expect(canonicalNumber(`E${unseen}\u0301-7`)).toBe(canonicalNumber('\u00c9-7'))
  })

  it('holds nothing that a column of text refuses', () => {
    expect(canonicalNumber(`${UNSEEN.join('x')}`)).toMatch(/^X+$/)
  })
})

describe('an e-mail address has one spelling', () => {
  it.each(UNSEEN)('whatever is slipped in: %j', (unseen) => {
    expect(canonicalEmail(`${unseen}Ada${unseen}@example.com${unseen}`)).toBe('ada@example.com')
    expect(mailboxOf(`ada${unseen}+1${unseen}@example.com`)).toBe('ada@example.com')
  })
})
