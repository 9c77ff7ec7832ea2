import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { theme as counter } from '../skins/counter.js'
import type { Palette } from '../theme.js'
import { groundOf, type ReadablePair, readablePairsOf } from './readable-pairs.js'

const folder = new URL('../../../widget/src/styles/', import.meta.url)
const sheets = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))

/** What the widget's sheets mix for the eye only: edges, and nothing that is written on. */
const edges = [
  'currentColor 40%, transparent',
  'var(--shopbell-accent) 55%, var(--shopbell-surface)',
  'var(--shopbell-good) 60%, currentColor',
  'var(--shopbell-accent) 20%, transparent',
]
/** The inks that `currentColor` is where it tints a ground. */
const current: Readonly<Record<string, readonly (keyof Palette)[]>> = { '9': ['onHeader', 'text', 'quiet'] }

const written = sheets.flatMap((sheet) => [...sheet.matchAll(/color-mix\(in srgb, ((?:[^()]|\([^()]*\))+)\)/g)])
const mixes = [...new Set(written.map(([, mix]) => mix ?? ''))]

test('the widget mixes colours', () => {
  expect(mixes.length).toBeGreaterThan(8)
})

test.each(mixes.filter((mix) => !edges.includes(mix)))('what is written on "%s" is judged', (mix) => {
  const [, first = '', share = '', second = ''] = /^(.+) (\d+)%, (.+)$/.exec(mix) ?? []
  const token = (written: string) => /--shopbell-([a-z]+)/.exec(written)?.[1] as keyof Palette | undefined
  const [of, over] = [token(first), token(second)]
  const judged = ({ tints: [tint] = [], ground }: ReadablePair, by: keyof Palette) => {
    if (!tint) return false
    // 92 % of the accent with text is the accent with 8 % of text.
    const [base, amount] = over === 'text' ? [of, 100 - Number(share)] : [over ?? ground, Number(share)]
    return tint.of === (over === 'text' ? over : by) && ground === base && Math.round(tint.share * 100) === amount
  }
  for (const by of of ? [of] : (current[share] ?? []))
    expect(
      readablePairsOf(counter).filter((pair) => judged(pair, by)),
      by,
    ).not.toEqual([])
  expect(of ?? current[share]).toBeDefined()
})

test('a ground is mixed as the browser mixes it', () => {
  const palette = { ...counter.light, raised: '#ffffff', accent: '#000000', line: '#00000080' } as const
  const pair = { ink: 'text', ground: 'raised', tints: [{ of: 'accent', share: 0.12 }], state: 'rest', least: 4.5 } as const
  expect(groundOf(palette, pair)).toBe('#e0e0e0')
  // What is translucent lies on what it lies on.
  const dark = { ...palette, surface: '#888888' } as const
  const disabled = { ink: 'text', ground: 'line', state: 'disabled', least: 4.5 } as const
  expect(groundOf(dark, { ...disabled, over: 'raised' })).toBe('#7f7f7f')
  expect(groundOf(dark, { ...disabled, over: 'surface' })).toBe('#444444')
  const patterned = { ...pair, ground: 'surface', tints: [{ of: 'line', share: 0.5 }] } as const
  expect(groundOf(dark, patterned)).toBe('#666666')
})
