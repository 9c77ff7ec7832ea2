import { expect, test } from 'vitest'
import { parsePathData } from '../path-data.js'
import { extentOf } from './path-extent.js'
import { inkOf } from './path-ink.js'
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
  ['what lies beyond the square', 'M30 30h24v24h-24z', 0],
])('%s fills what it fills', (_, path, share) => {
  // Curves are cut into lines, and the square is looked at in points.
  expect(Math.abs(inkOf(shapes(path)) - (share === Math.PI / 2 ? clippedEllipse : share))).toBeLessThan(0.01)
})

/** The ellipse is 24 wide and 12 high once it is turned, scaled until its ends fit: 48 by 24, cut off left and right. */
const clippedEllipse = (2 * (12 * Math.sqrt(1 - 0.25) * 24 * 0.5 + 12 * 24 * Math.asin(0.5))) / 576

test('the bulge of an arc counts, and control points that a curve never reaches do not', () => {
  expect(extentOf(shapes('M12 0a12 12 0 0 1 0 24z')).size).toBe(24)
  expect(extentOf(shapes('M6 0a6 12 0 0 0 0 24z')).least).toBeCloseTo(0, 1)
  expect(extentOf(shapes('M0 12Q12 48 24 12z')).most).toBeCloseTo(30, 0)
})
