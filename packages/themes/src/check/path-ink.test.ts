import { expect, test } from 'vitest'
import { parsePathData } from '../path-data.js'
import { extentOf } from './path-extent.js'
import { bodyOf, coverageOf, inkOf } from './path-ink.js'
import { outlineOf } from './path-outline.js'

const shapes = (path: string) => outlineOf(parsePathData(path) ?? [])

test.each([
  ['the whole square', 'M0 0h24v24H0z', 1],
  ['half of it, left open', 'M0 0H24V24', 0.5],
  ['a circle of two arcs', 'M12 0a12 12 0 0 1 0 24a12 12 0 0 1 0-24', Math.PI / 4],
  ['the same circle, turned the other way', 'M12 0A12 12 0 0 0 12 24A12 12 0 0 0 12 0', Math.PI / 4],
  ['a large arc and its chord', 'M12 0A12 12 0 1 1 0 12z', (Math.PI * 144 * 0.75 + 72) / 576],
  ['an arc whose radii are too short for its ends', 'M0 12a1 1 0 0 1 24 0z', (Math.PI * 72) / 576],
  ['a turned ellipse', 'M12 0a6 12 90 0 1 0 24a6 12 90 0 1 0-24', Math.PI / 2],
  ['a parabola', 'M0 24Q12-24 24 24z', (24 * 24 * 2) / 3 / 576],
  ['two of them, the second mirrored', 'M0 12Q6 0 12 12T24 12z', (2 * 12 * 6 * 2) / 3 / 576],
  ['a curve and its mirror image', 'M0 12C0 0 12 0 12 12S24 24 24 12z', (2 * 0.6 * 12 * 12 * 1) / 576],
  ['two squares that turn against each other', 'M0 0v24h24v-24zM0 0h24v24h-24z', 0],
  ['two squares that turn the same way', 'M0 0h24v24h-24zM6 6h12v12h-12z', 1],
  ['a hair', 'M0 0L24 24L23.99 24z', 0],
  ['four hairs', 'M0 1.12h24v.02H0zM0 8.12h24v.02H0zM0 15.12h24v.02H0zM0 22.12h24v.02H0z', 0.08 / 24],
  ['hairs upright', 'M1.12 0v24h.02V0zM8.12 0v24h.02V0zM15.12 0v24h.02V0z', 0.06 / 24],
  ['one hair, drawn two hundred times', 'M0 1.12h24v.02H0z'.repeat(200), 0.02 / 24],
  ['what lies beyond the square', 'M30 30h24v24h-24z', 0],
])('%s fills what it fills', (_, path, share) => {
  // Curves are cut into lines.
  expect(Math.abs(inkOf(coverageOf(shapes(path))) - (share === Math.PI / 2 ? clippedEllipse : share))).toBeLessThan(0.01)
})

/** The ellipse is 24 wide and 12 high once it is turned, scaled until its ends fit: 48 by 24, cut off left and right. */
const clippedEllipse = (2 * (12 * Math.sqrt(1 - 0.25) * 24 * 0.5 + 12 * 24 * Math.asin(0.5))) / 576

test('the bulge of an arc counts, and control points that a curve never reaches do not', () => {
  expect(extentOf(shapes('M12 0a12 12 0 0 1 0 24z')).size).toBe(24)
  expect(extentOf(shapes('M6 0a6 12 0 0 0 0 24z')).least).toBeCloseTo(0, 1)
  expect(extentOf(shapes('M0 12Q12 48 24 12z')).most).toBeCloseTo(30, 0)
})

test.each([
  ['a line of one', 'M0 4h24v1H0z', 1, 1 / 24],
  ['a line of a half', 'M0 4h24v.5H0z', 1, 0],
  ['many hairs', Array.from({ length: 40 }, (_, nth) => `M0 ${nth * 0.6}h24v.3H0z`).join(''), 0.6, 0],
  ['a square with a hair at its side', 'M0 0h12v12H0zM12 6h12v.1H12z', 1, 0.25],
  ['all of it', 'M0 0h24v24H0z', 1.6, 1],
])('%s has the body that it has', (_, path, width, share) => {
  expect(bodyOf(coverageOf(shapes(path)), width)).toBeCloseTo(share, 2)
})

test('the most that a picture can hold is measured in a moment', () => {
  const zigzag = `M0 0${Array.from({ length: 398 }, (_, nth) => `T${nth % 23} ${nth % 2 ? 0 : 24}`).join('')}`
  const before = performance.now()
  coverageOf(shapes(zigzag))
  // Far more than it takes, and a tenth of what looking at every point took.
  expect(performance.now() - before).toBeLessThan(3_000)
})
