import { expect, test } from 'vitest'
import { parseColour } from './colour.js'
import { contrast } from './contrast.js'
import type { Colour } from './theme.js'

test.each<[Colour, Colour, number]>([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#000000', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#949494', '#ffffff', 3.03],
  ['#ff0000', '#ffffff', 4.0],
  ['#0000ff', '#ffffff', 8.59],
  ['#fff', '#767676', 4.54],
])('%s on %s has the contrast that WCAG 2 gives it: %d', (ink, ground, ratio) => {
  expect(contrast(ink, ground)).toBeCloseTo(ratio, 1)
})

test('a translucent ink is seen through to its ground', () => {
  expect(contrast('#00000080', '#ffffff')).toBeCloseTo(contrast('#7f7f7f', '#ffffff'), 1)
  expect(contrast('#00000000', '#ffffff')).toBe(1)
  expect(contrast('#000000ff', '#ffffff')).toBeCloseTo(21)
})

test('what is no colour has no contrast', () => {
  expect(contrast('#12', '#ffffff')).toBeNaN()
})

test.each([
  ['#ABC', '#aabbcc'],
  ['#AaBbCc', '#aabbcc'],
  ['#0f1E2d80', '#0f1e2d80'],
])('the colour %s is written anew as %s', (written, parsed) => {
  expect(parseColour(written)).toBe(parsed)
})

test.each([
  '',
  '#',
  '#12',
  '#1234',
  '#12345',
  '#1234567',
  '#123456789',
  '#ggg',
  'red',
  '#fff;}',
  '#fff\n',
  ' #fff',
  '#fff ',
  '##ff',
  '#ﬀﬀﬀ',
  '#١٢٣',
  'rgb(0 0 0)',
  'var(--x)',
  0xffffff,
  null,
  undefined,
  ['#fff'],
  { toString: () => '#fff' },
  Symbol('#fff'),
])('%s is not a colour', (value) => {
  expect(parseColour(value)).toBeUndefined()
})
