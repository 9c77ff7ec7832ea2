import { describe, expect, test } from 'vitest'
import { resolveTheme } from './resolve-theme.js'
import type { Theme } from './theme.js'

const skins = Object.values(import.meta.glob<{ theme: Theme }>('./skins/*.ts', { eager: true })).map(({ theme }) => theme)

/** What makes a look besides its colours, an axis each. */
const axesOf = (theme: Theme) => {
  const { radius, launcher, font, titleFont, scale, density, bubble, headerStyle, motion } = resolveTheme(theme)
  return {
    shape: `${radius} ${launcher}`,
    type: `${font} ${titleFont} ${scale}`,
    density,
    bubble,
    header: headerStyle,
    motion,
  }
}

const apart = (one: Theme, other: Theme): readonly string[] => {
  const [mine, theirs] = [axesOf(one), axesOf(other)]
  return (Object.keys(mine) as (keyof typeof mine)[]).filter((axis) => mine[axis] !== theirs[axis])
}

const pairs = skins.flatMap((one, index) => skins.slice(index + 1).map((other) => ({ one, other })))

test('there is a skin for eight kinds of shops, and the base', () => {
  expect(skins.length).toBeGreaterThanOrEqual(9)
})

describe('any two skins differ in at least four of shape, type, density, bubble, header and motion', () => {
  test.each(pairs)('$one.name and $other.name', ({ one, other }) => {
    expect(apart(one, other).length, apart(one, other).join(', ')).toBeGreaterThanOrEqual(4)
  })
})

test('another colour is not another look', () => {
  const [counter] = skins
  expect(apart(counter ?? ({} as Theme), { ...counter, name: 'blue', description: 'Blue.', light: { accent: '#00f' } })).toEqual(
    [],
  )
})
