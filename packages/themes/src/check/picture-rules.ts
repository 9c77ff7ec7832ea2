import { ownValue } from '../own-value.js'
import { parsePathData } from '../path-data.js'
import type { Finding } from '../theme.js'
import { extentOf } from './path-extent.js'
import { inkOf } from './path-ink.js'
import { outlineOf } from './path-outline.js'
import type { Rule } from './rule.js'
import { writtenAt } from './written-at.js'

/** Of its square, in per cent: what a bell drawn with the finest line fills twice over. */
const leastInk = 4

const finding = (rule: Finding['rule'], path: string, problem: string, mend: string): Finding => ({ rule, path, problem, mend })

/** What is wrong with the pictures of a theme. */
export const pictureRules: readonly Rule[] = [
  {
    name: 'path',
    judge: ({ written, dropped }) =>
      dropped
        .filter((path) => path.startsWith('images.') && ownValue(writtenAt(written, path), 'address') === undefined)
        .map((path) => {
          const value = writtenAt(written, path)
          const data = ownValue(value, 'path') ?? value
          return typeof data === 'string' && /<|&/.test(data)
            ? finding(
                'path',
                path,
                'is markup, and a picture is path data only',
                "Write what stands in the path's d: { path: 'M4 4h16v16H4z' }.",
              )
            : finding(
                'path',
                path,
                'is not path data',
                typeof data === 'string' && /\de[+-]?\d/i.test(data)
                  ? 'Write its numbers without exponents: 16, not 1.6e1.'
                  : "Write { path: 'M4 4h16v16H4z' }: letters and numbers, at most 400 steps.",
              )
        }),
  },
  {
    name: 'address',
    judge: ({ written, dropped, hosts }) =>
      dropped
        .filter((path) => ownValue(writtenAt(written, path), 'address') !== undefined)
        .map((path) =>
          path === 'images.avatar'
            ? finding('address', path, 'is a photo, and could pass for a person', 'Draw the mark as path data.')
            : finding(
                'address',
                path,
                'is not on a host that the shop allows',
                `Write a plain https address that ends like a picture, .svg or .png, without a query${hosts.length ? ` on ${hosts.join(' or ')}` : ', and let the shop allow its host'}; or path data.`,
              ),
        ),
  },
  {
    name: 'extent',
    judge: ({ settled: { images } }) =>
      Object.entries(images).flatMap(([name, picture]): Finding[] => {
        const segments = 'path' in picture ? parsePathData(picture.path) : undefined
        if (!segments) return []
        const shapes = outlineOf(segments)
        const { least, most, size } = extentOf(shapes)
        const path = `images.${name}`
        const square = 'Draw it in the square from 0,0 to 24,24.'
        if (least < -0.5 || most > 24.5)
          return [finding('extent', path, `reaches from ${least} to ${most}, beyond its square`, square)]
        if (size < 8) return [finding('extent', path, `is ${size} wide or high, too small to be seen; it needs 8`, square)]
        const ink = Math.round(inkOf(shapes) * 1_000) / 10
        const mend = 'Draw shapes, not lines: what they surround is filled.'
        return ink < leastInk
          ? [finding('extent', path, `fills ${ink} % of its square, too little to be seen; it needs ${leastInk}`, mend)]
          : []
      }),
  },
]
