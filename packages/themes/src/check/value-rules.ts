import { looks } from '../looks.js'
import { partValues, type Range } from '../parts.js'
import type { Finding } from '../theme.js'
import type { Rule } from './rule.js'
import { shown, writtenAt } from './written-at.js'

const isNumberOf = (allowed: readonly string[] | Range | undefined): allowed is Range =>
  allowed !== undefined && 'least' in allowed

/** What may stand at a path of a part's property or of a choice. */
function allowedAt(path: string): readonly string[] | Range | undefined {
  const [place = '', part = '', property = ''] = path.split('.')
  if (place === 'parts') return partValues[part as keyof typeof partValues][property]
  return Object.hasOwn(looks, place) ? Object.keys(looks[place as keyof typeof looks]) : undefined
}

/** What only a style sheet would obey: functions, ends of declarations, escapes, comments, at-rules, markup. */
const asStyle = /[;{}\\<>@(]|\/\*|^\s*--|javascript:|data:|!important|\uFEFF/i

/** How much of a value is looked at. No value is longer, and a word of 60,000 letters must not take a minute to judge. */
const looked = 200

/** A colour as a style sheet writes it: no attempt at anything, but none that the contract knows. */
const asColour = /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\([\d\s.,%/a-z+-]+\)$/i

const isStyle = (value: unknown): value is string => {
  if (typeof value !== 'string') return false
  const start = value.slice(0, looked)
  return asStyle.test(start) && !asColour.test(start.trim())
}

/** `rgb(28, 90, 74)`, `hsl(164, 53%, 23%)`, or `1c5a4a` without its mark, as the contract writes it, where that is known. */
function asHex(value: unknown): string {
  const written = String(value).slice(0, looked).trim()
  const digits = /^#?((?:[0-9a-f]{3}){1,2}|[0-9a-f]{8})$/i.exec(written)?.[1]
  if (digits) return `: #${digits.toLowerCase()}`
  const channels = channelsOf(written)
  if (!channels?.every((one) => one < 256)) return ''
  return `: #${channels.map((one) => one.toString(16).padStart(2, '0')).join('')}`
}

/** Red, green and blue of a colour that is written by numbers and has no share of anything behind it. */
function channelsOf(written: string): readonly number[] | undefined {
  const rgb = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/i.exec(written)
  if (rgb) return rgb.slice(1).map(Number)
  const hsl = /^hsl\(\s*(\d{1,3})(?:deg)?[\s,]+(\d{1,3})%[\s,]+(\d{1,3})%\s*\)$/i.exec(written)
  if (!hsl) return undefined
  const [hue = 0, saturation = 0, lightness = 0] = hsl.slice(1).map(Number)
  const light = Math.min(lightness, 100) / 100
  const spread = (Math.min(saturation, 100) / 100) * Math.min(light, 1 - light)
  return [0, 8, 4].map((nth) => {
    const at = (nth + hue / 30) % 12
    return Math.round(255 * (light - spread * Math.max(-1, Math.min(at - 3, 9 - at, 1))))
  })
}

/** Without what computers add: 48 - 47.9 is 0.1. */
const rounded = (px: number): number => Math.round(px * 100) / 100

const isImage = (path: string) => path.startsWith('images.')

/** What is wrong with the values in a theme, pictures apart. A value is judged by one of these only. */
export const valueRules: readonly Rule[] = [
  {
    name: 'smuggled',
    judge: ({ written, dropped }) =>
      dropped
        .filter((path) => !isImage(path) && isStyle(writtenAt(written, path)))
        .map((path): Finding => {
          const problem = `holds CSS (${shown(String(writtenAt(written, path)))}), and a theme is data only`
          return { rule: 'smuggled', path, problem, mend: 'Write one plain value of the contract.' }
        }),
  },
  {
    name: 'size',
    judge: ({ written, dropped }) =>
      dropped.flatMap((path): Finding[] => {
        const [allowed, value] = [allowedAt(path), writtenAt(written, path)]
        if (!isNumberOf(allowed) || isStyle(value)) return []
        const { least, most } = allowed
        const nearest = typeof value === 'number' && value > most ? most : least
        const px = /^\s*(\d{1,3})\s*(?:px)?\s*$/i.exec(typeof value === 'string' ? value : '')?.[1]
        if (px !== undefined) {
          const number = Math.min(most, Math.max(least, Number(px)))
          const mend = `Write ${number}, without ${/px/i.test(String(value)) ? 'px' : 'quotes'}.`
          return [{ rule: 'size', path, problem: 'is a text, and a size is a number', mend, nearest: { [path]: number } }]
        }
        const problem =
          typeof value !== 'number' || Number.isNaN(value)
            ? 'is no number of px'
            : value < least
              ? `is ${value} px, ${rounded(least - value)} px too small for a finger`
              : `is ${value} px, ${rounded(value - most)} px more than fits a small window or one at 200 % zoom`
        return [
          { rule: 'size', path, problem, mend: `The nearest that passes: ${path} ${nearest}.`, nearest: { [path]: nearest } },
        ]
      }),
  },
  {
    name: 'value',
    judge: ({ written, dropped }) =>
      dropped
        .filter((path) => !isImage(path) && !isStyle(writtenAt(written, path)) && !isNumberOf(allowedAt(path)))
        .map((path): Finding => {
          const allowed = allowedAt(path)
          if (!allowed || isNumberOf(allowed))
            return {
              rule: 'value',
              path,
              problem: 'is not a colour',
              mend: `Write it as #rgb, #rrggbb or #rrggbbaa${asHex(writtenAt(written, path))}.`,
            }
          return { rule: 'value', path, problem: 'is none of its values', mend: `Write one of ${allowed.join(', ')}.` }
        }),
  },
]
