import { pictureSizes } from '../images.js'
import { ownValue } from '../own-value.js'
import { parsePathData } from '../path-data.js'
import type { Finding, ResolvedTheme } from '../theme.js'
import { extentOf } from './path-extent.js'
import { bodyOf, coverageOf, inkOf } from './path-ink.js'
import { outlineOf } from './path-outline.js'
import type { Rule } from './rule.js'
import { writtenAt } from './written-at.js'

/** Of its square, in per cent: what a bell drawn with the finest line fills twice over. */
const leastInk = 4
/** The same of what is no thinner than a line that a device draws, which corners and narrow ends are. */
const leastBody = 2
/** How wide that line is, in px: one that leans fills no square of its own width. */
const finest = 0.6

interface Measures extends ReturnType<typeof extentOf> {
  readonly ink: number
  readonly body: number
}

/** The pictures that were measured last: whoever edits a theme asks again at each key, and seldom of another picture. */
const measured = new Map<string, Measures>()
const mostMeasured = 30

function measure(path: string, size: number): Measures | undefined {
  const key = `${size} ${path}`
  const known = measured.get(key)
  if (known) return known
  const segments = parsePathData(path)
  if (!segments) return undefined
  const shapes = outlineOf(segments)
  const coverage = coverageOf(shapes)
  const percent = (share: number) => Math.round(share * 1_000) / 10
  const measures = {
    ...extentOf(shapes),
    ink: percent(inkOf(coverage)),
    body: percent(bodyOf(coverage, (finest * 24) / size)),
  }
  if (measured.size >= mostMeasured) measured.clear()
  measured.set(key, measures)
  return measures
}

const finding = (rule: Finding['rule'], path: string, problem: string, mend: string): Finding => ({ rule, path, problem, mend })

/** Pictures that are path data only, and why. */
const drawn: Readonly<Record<string, readonly [problem: string, mend: string]>> = {
  'images.avatar': ['is a photo, and could pass for a person', 'Draw the mark as path data.'],
  'images.launcher': ['is fetched, and a launcher whose picture does not come would be empty', 'Draw it as path data.'],
}

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
          drawn[path]
            ? finding('address', path, ...drawn[path])
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
      (Object.entries(images) as [keyof ResolvedTheme['images'], object][]).flatMap(([name, picture]): Finding[] => {
        const data = 'path' in picture && typeof picture.path === 'string' ? picture.path : ''
        const measures = measure(data, pictureSizes[name])
        if (!measures) return []
        const { least, most, size, ink, body } = measures
        const path = `images.${name}`
        const square = 'Draw it in the square from 0,0 to 24,24.'
        if (least < -0.5 || most > 24.5)
          return [finding('extent', path, `reaches from ${least} to ${most}, beyond its square`, square)]
        if (size < 8) return [finding('extent', path, `is ${size} wide or high, too small to be seen; it needs 8`, square)]
        const shapes = 'Draw shapes, not lines: what they surround is filled.'
        if (ink < leastInk)
          return [finding('extent', path, `fills ${ink} % of its square, too little to be seen; it needs ${leastInk}`, shapes)]
        const thin = `is drawn in hairs, too little to be seen at ${pictureSizes[name]} px`
        return body < leastBody ? [finding('extent', path, thin, shapes)] : []
      }),
  },
]
