import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { checkTheme } from './check-theme.js'
import { luminance } from './colour.js'
import { compileTheme } from './compile.js'
import { resolveTheme } from './resolve-theme.js'
import type { Theme } from './theme.js'

// Found by convention: a file in skins/ is a skin, and is judged. There is no list to add it to.
const skins = Object.entries(import.meta.glob<Record<string, Theme>>('./skins/*.ts', { eager: true }))

test('there are skins', () => {
  expect(skins.length).toBeGreaterThanOrEqual(3)
})

describe.each(skins)('%s', (path, module) => {
  const { theme } = module

  test('exports one theme, called theme', () => {
    expect(Object.keys(module)).toEqual(['theme'])
  })

  test('has the name of its file', () => {
    expect(`./skins/${theme?.name}.ts`).toBe(path)
  })

  test('can be read by everyone, in light and dark', () => {
    expect(checkTheme(theme)).toEqual([])
  })

  test('is data only: JSON keeps all of it', () => {
    expect(JSON.parse(JSON.stringify(theme))).toEqual(theme)
  })

  test('loses nothing when it is settled', () => {
    expect(resolveTheme(theme)).toMatchObject(theme ?? {})
  })

  test('has a dark scheme of its own: a dark ground, and raised things lighter than it', () => {
    const { dark, light } = resolveTheme(theme)
    expect(luminance(dark.surface)).toBeLessThan(0.05)
    expect(luminance(dark.raised)).toBeGreaterThan(luminance(dark.surface))
    expect(dark.accent).not.toBe(light.accent)
  })

  test('is at most 0.6 kB of the download', () => {
    const sheet = JSON.stringify(theme && compileTheme(theme))
    expect(brotliCompressSync(`export const css=${sheet},pill=false\n`).length).toBeLessThanOrEqual(600)
  })

  test('compiles', () => {
    expect(theme && compileTheme(theme)).toContain(`--shopbell-accent:${theme?.light?.accent}`)
  })
})

test('no two skins look alike', () => {
  const sheets = skins.map(([, { theme }]) => theme && compileTheme(theme))
  expect(new Set(sheets).size).toBe(skins.length)
})
