import { describe, expect, it } from 'vitest'
import { articleOf, detailOf, hoursOf, insightOf, meOf, noteOf, recordOf, rowOf } from './conversation.js'
import { contentOf, packetOf } from './packet.js'
import { cleanFileName, cleanLine, cleanText } from './plain-text.js'

const NO_OBJECTS = [null, undefined, 7, 'text', true, [], [{}], () => ({}), { constructor: undefined }]

describe('plain text', () => {
  it.each([
    ['a\u0000b\u0007c\u001b[31m', 'abc[31m'],
    ['a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['tab\there', 'tab\there'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['\u202Efdp.exe', '\u202Efdp.exe'],
  ])('keeps the words of %j', (given, kept) => {
    expect(cleanText(given)).toBe(kept)
  })

  it.each([
    ['  Ada\n\nLovelace ', 'Ada Lovelace'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['A\u200Bd\u2060a\uFEFF', 'Ada'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    [{ toString: (): string => 'x' }, ''],
  ])('makes one honest line of %j', (given, line) => {
    expect(cleanLine(given)).toBe(line)
  })

  it('cuts a line at 80 characters without cutting an emoji in two', () => {
    const line = cleanLine('😀'.repeat(200))
    expect([...line]).toHaveLength(80)
    expect(line).not.toMatch(/[\ud800-\udfff]/u)
    expect(line.endsWith('…')).toBe(true)
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.png', 'a.png'],
    ['a.pdf\u202Egpj.exe', 'a.pdfgpj.exe'],
  ])('takes only the name of the file %j', (given, named) => {
    expect(cleanFileName(given)).toBe(named)
  })

  it('keeps the ending of a long file name in sight', () => {
    expect(cleanFileName(`${'a'.repeat(4_000)}.png`)).toMatch(/^a{44}….*\.png$/)
  })
})

describe('what the desk answers', () => {
  it.each(NO_OBJECTS)('finds nothing in %j', (value) => {
    for (const parse of [rowOf, detailOf, meOf, recordOf, noteOf, articleOf, insightOf, hoursOf]) expect(parse(value)).toBeNull()
  })

  it.each([
    ...NO_OBJECTS,
    { kind: 'text' },
    { kind: 'text', text: { text: 'x' } },
    { kind: 'hologram', text: 'x' },
    { kind: 'file', upload: '../x' },
  ])('shows the content %j as one that it does not know', (value) => {
    expect(contentOf(value)).toEqual({ kind: 'unsupported' })
  })

  it.each([{ seq: 0 }, { seq: 1.5 }, { seq: '1' }, { seq: Number.NaN }])('leaves out a record without a number: %j', (value) => {
    expect(recordOf(value)).toBeNull()
  })

  it('keeps the place of a record of a kind that it does not know', () => {
    expect(recordOf({ seq: 3, at: 5, by: 'shopper', fact: { kind: 'hologram' } })).toEqual({
      seq: 3,
      at: 5,
      by: 'shopper',
      fact: { kind: 'unsupported' },
    })
  })

  it('never believes a shopper’s browser that a fact is verified', () => {
    const facts = { email: { value: 'a@b.example', source: 'desk', verified: true, at: 1 } }
    expect(packetOf({ facts }).facts['email']?.verified).toBe(false)
    expect(detailOf({ id: 'c1', verified: facts })?.verified['email']?.verified).toBe(true)
  })

  it('gives a card with holes rather than none', () => {
    const detail = detailOf({ id: 'c1', packet: { reason: 'nonsense', story: 'x', tried: [null, { article: {} }], facts: [] } })
    expect(detail?.who).toBe('Shopper')
    expect(detail?.packet.reason).toEqual({ code: 'other', because: '' })
    expect(detail?.packet.story).toEqual([])
    expect(detail?.packet.tried).toEqual([])
  })

  it('leaves no trace of names that mean something to the language', () => {
    const hostile = JSON.parse(
      '{"id":"c1","__proto__":{"who":"x"},"packet":{"facts":{"__proto__":{"value":"x"},"constructor":{"value":"y"}}}}',
    )
    const detail = detailOf(hostile)
    expect(detail?.who).toBe('Shopper')
    expect(Object.getPrototypeOf(detail?.packet.facts)).toBe(Object.prototype)
    expect(detail?.packet.facts['constructor']?.value).toBe('y')
    expect(({} as { who?: string }).who).toBeUndefined()
  })

  it('puts records in order by their number', () => {
    const records = [
      { seq: 2, fact: {} },
      { seq: 1, fact: {} },
    ]
    expect(detailOf({ id: 'c1', records })?.records.map(({ seq }) => seq)).toEqual([1, 2])
  })

  it.each([['../x'], ['a b'], ['x'.repeat(201)], ['<b>'], [7]])('takes %j for no id', (id) => {
    expect(rowOf({ id })).toBeNull()
  })
})
