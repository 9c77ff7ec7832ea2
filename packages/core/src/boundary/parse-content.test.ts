import { describe, expect, test } from 'vitest'
import { LIMITS } from '../limits.js'
import { parseContent } from './parse-content.js'

const cards = (...all: readonly unknown[]) => parseContent({ kind: 'cards', cards: all })

describe('cards from outside', () => {
  test('come through whole, and as new objects', () => {
    const card = {
      title: 'Fern',
      text: 'Two cups',
      image: 'https://shop.example/fern.jpg?w=400',
      link: 'https://shop.example/fern',
    }
    const parsed = cards(card)
    expect(parsed).toEqual({ kind: 'cards', cards: [card] })
    expect(parsed.kind === 'cards' && parsed.cards[0]).not.toBe(card)
  })

  test('are ten at most', () => {
    const parsed = cards(...Array.from({ length: 40 }, (_, index) => ({ title: `${index}` })))
    expect(parsed.kind === 'cards' && parsed.cards.map(({ title }) => title)).toEqual([...'0123456789'])
  })

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' https://shop.example',
    'https://shop.example/a b',
    'https:\\\\evil.example',
    '//evil.example',
    '/\\evil.example',
    'http://shop.example',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://shop.example/1',
    `https://shop.example/${'a'.repeat(2_000)}`,
    7,
    { toString: () => 'https://shop.example' },
  ])('lead nowhere at %s', (link) => {
    expect(cards({ title: 'A', link })).toEqual({ kind: 'cards', cards: [{ title: 'A' }] })
  })

  test.each(['https://shop.example/fern', '/kettles/fern', 'mailto:a@shop.example', 'tel:+49301'])('may lead to %s', (link) => {
    expect(cards({ title: 'A', link })).toEqual({ kind: 'cards', cards: [{ title: 'A', link }] })
  })

  test.each([
    'http://shop.example/a.jpg',
    'data:image/png;base64,AA',
    'javascript:x',
    '/a.jpg',
    'https://shop.example/"x',
    '',
    null,
  ])('have no picture from %s', (image) => {
    expect(cards({ title: 'A', image })).toEqual({ kind: 'cards', cards: [{ title: 'A' }] })
  })

  test('without a title are left out, and none at all is nothing that can be shown', () => {
    expect(cards({ text: 'x' }, null, 'card', ['a'], { title: 'A' })).toEqual({ kind: 'cards', cards: [{ title: 'A' }] })
    expect(cards({ text: 'x' })).toEqual({ kind: 'unsupported' })
    expect(parseContent({ kind: 'cards', cards: { length: 1 } })).toEqual({ kind: 'unsupported' })
  })

  test('are cut at the length of a message', () => {
    const long = 'a'.repeat(LIMITS.message + 1)
    expect(cards({ title: long, text: long })).toEqual({
      kind: 'cards',
      cards: [{ title: long.slice(1), text: long.slice(1) }],
    })
  })

  test('have only what is their own', () => {
    const inherited = Object.create({ image: 'https://shop.example/a.jpg', title: 'B' })
    expect(cards(inherited)).toEqual({ kind: 'unsupported' })
    inherited.title = 'A'
    expect(cards(inherited)).toEqual({ kind: 'cards', cards: [{ title: 'A' }] })
  })
})
