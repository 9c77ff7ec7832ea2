import { describe, expect, it } from 'vitest'
import { articleInsert, findArticles } from './article-insert.js'
import { addressOf, piecesOf } from './links.js'
import { compareOrders } from './order-comparison.js'
import { fragmentOf, placeOf } from './place.js'
import { fillName, findSavedReplies, greetingName, SAVED_REPLIES } from './saved-replies.js'
import { SHORTCUTS, shortcutOf } from './shortcuts.js'
import { slashAt } from './slash.js'

describe('links', () => {
  it.each([
    ['see https://shop.example/a.', ['see ', '<https://shop.example/a>', '.']],
    ['(https://shop.example/a)', ['(', '<https://shop.example/a>', ')']],
    ['https://a.example https://b.example', ['<https://a.example>', ' ', '<https://b.example>']],
    ['http://shop.example', ['http://shop.example']],
    ['javascript:alert(1)', ['javascript:alert(1)']],
    ['https://', ['https://']],
    ['https://user@evil.example/', ['https://user@evil.example/']],
    ['https://a.example/\u202Egnp', ['https://a.example/\u202Egnp']],
    ['https://a.example"><img src=x>', ['<https://a.example>', '"><img src=x>']],
    ['', ['']],
  ])('cuts %j into its pieces', (text, pieces) => {
    const cut = piecesOf(text)
    expect(cut.map((piece) => (piece.href === null ? piece.text : `<${piece.text}>`))).toEqual(pieces)
    expect(cut.map((piece) => piece.text).join('')).toBe(text)
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://a.example/x',
    'http://a.example',
    '//a.example',
    'java\tscript:x',
  ])('follows nothing like %j', (address) => {
    expect(addressOf(address)).toBeNull()
  })

  it('takes time in proportion to the text', () => {
    const bomb = 'https://'.repeat(6_000)
    const began = performance.now()
    expect(
      piecesOf(bomb)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(bomb)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('the slash', () => {
  it.each([
    ['/', 1, { from: 0, query: '' }],
    ['/la', 3, { from: 0, query: 'la' }],
    ['hello /la', 9, { from: 6, query: 'la' }],
    ['and/or', 6, null],
    ['https://', 8, null],
    ['/la te', 6, null],
    ['/la', 0, null],
    ['no', 2, null],
  ])('finds in %j at %i: %j', (text, caret, slash) => {
    expect(slashAt(text, caret)).toEqual(slash)
  })
})

describe('saved replies', () => {
  it('has six, each with the shopper’s name', () => {
    expect(SAVED_REPLIES).toHaveLength(6)
    for (const reply of SAVED_REPLIES) expect(reply.text).toContain('{name}')
  })

  it('greets by the first name, and reads well without one', () => {
    for (const reply of findSavedReplies('', 'Marieke de Vries')) expect(reply.text).toContain('Marieke')
    for (const reply of findSavedReplies('', null)) {
      expect(reply.text).not.toMatch(/\{name\}| ,| \.|,\./)
    }
  })

  it.each(['$&', '{name}', '$1', '\\'])('puts the name %j in as it is', (hostile) => {
    expect(fillName('Hello {name}.', hostile)).toBe(`Hello ${hostile}.`)
  })

  it.each([
    ['sam@example.com', null],
    ['  ', null],
    [undefined, null],
    ['Sam', 'Sam'],
  ])('greets %j by %j', (given, name) => {
    expect(greetingName(given)).toBe(name)
  })

  it('finds them by words', () => {
    expect(findSavedReplies('late', null).map(({ id }) => id)).toEqual(['late'])
    expect(findSavedReplies('zebra', null)).toEqual([])
  })
})

describe('articles', () => {
  const article = (title: string, body: string, teaser = '') => ({ id: title, title, teaser, body })

  it('inserts title and first paragraph as plain words', () => {
    const inserted = articleInsert(article('Back', '## Heading\n\n**Bold** and [label](https://a.example/l).\n\nSecond.'))
    expect(inserted).toBe('Back\nBold and label (https://a.example/l).')
  })

  it('cuts a long paragraph at a word', () => {
    const inserted = articleInsert(article('Long', 'word '.repeat(300)))
    expect(inserted.length).toBeLessThan(340)
    expect(inserted.endsWith('word…')).toBe(true)
  })

  it('lists a title’s match before a body’s', () => {
    const found = findArticles([article('Other', 'about sizes'), article('Sizes', 'x')], 'sizes')
    expect(found.map(({ title }) => title)).toEqual(['Sizes', 'Other'])
  })
})

describe('the order at the desk and for the shopper', () => {
  const order = (city: string, delivered?: number) => ({
    number: 'SB-1',
    placed: 0,
    city,
    parcels: [{ reached: { ordered: 0, ...(delivered === undefined ? {} : { delivered }) } }],
  })

  it('marks what differs, and only that', () => {
    const lines = compareOrders(order('Ghent', 86_400_000), order('Ghent'))
    expect(lines.filter((line) => line.differs).map(({ label }) => label)).toEqual(['Delivered'])
  })

  it('marks nothing where only one side has an order', () => {
    expect(compareOrders(null, order('Ghent')).some((line) => line.differs)).toBe(false)
    expect(compareOrders(null, null)).toEqual([])
  })

  it('names parcels where there are several', () => {
    const two = { ...order('Ghent'), parcels: [{ reached: {} }, { reached: {}, lost: true }] }
    expect(compareOrders(two, null).map(({ label }) => label)).toContain('Parcel 2: lost')
  })
})

describe('places', () => {
  it.each(['#/queue', '#/mine/c-1', '#/tickets', '#/closed/x_2', '#/insights'])('keeps the place %s', (fragment) => {
    expect(fragmentOf(placeOf(fragment))).toBe(fragment)
  })

  it.each(['', '#', '#/nowhere', '#/queue/../../x', '#/queue/<img>'])('leads from %j to the queue', (fragment) => {
    expect(fragmentOf(placeOf(fragment))).toMatch(/^#\/queue/)
    expect(placeOf(fragment).conversation ?? '').not.toMatch(/[<>]|^\.\.$/)
  })
})

describe('shortcuts', () => {
  const press = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, busy: false }

  it.each(SHORTCUTS.map(({ key, does }) => [key, does] as const))('takes %s for %s', (key, does) => {
    expect(shortcutOf({ ...press, key })).toBe(does)
  })

  it.each([{ busy: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])(
    'leaves the key alone with %j',
    (over) => {
      for (const { key } of SHORTCUTS) expect(shortcutOf({ ...press, ...over, key })).toBeNull()
    },
  )
})
