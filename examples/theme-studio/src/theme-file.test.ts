import { checkTheme, type Theme } from '@shopbell/themes'
import { theme as kite } from '@shopbell/themes/skins/kite'
import { theme as onyx } from '@shopbell/themes/skins/onyx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { themeFile } from './theme-file.js'
import { choices, colours } from './tokens.js'

/** What a file defines, read as the plain literal that it is. */
function read(file: string): unknown {
  const literal = /defineTheme\((.*)\)\n$/s.exec(file)?.[1] ?? ''
  return JSON.parse(
    literal
      .replace(/'((?:[^'\\]|\\.)*)'/g, (_, text: string) => `"${text.replaceAll("\\'", "'").replaceAll(/(?<!\\)"/g, '\\"')}"`)
      .replace(/^(\s*)([a-z]\w*):/gim, '$1"$2":')
      .replace(/,(\s*})/g, '$1'),
  )
}

test.each([kite, onyx])('writes $name as an author would have', (theme) => {
  const file = themeFile(theme)
  expect(read(file)).toEqual(theme)
  expect(checkTheme(read(file))).toEqual([])
})

test('begins as every theme file does', () => {
  const file = themeFile({ name: 'plum', description: 'Plum.', parts: { 'quick-replies': { size: 52 } } })
  expect(file).toBe(`import { defineTheme } from '@shopbell/themes'

export const theme = defineTheme({
  name: 'plum',
  description: 'Plum.',
  parts: {
    'quick-replies': {
      size: 52,
    },
  },
})
`)
})

test('whatever is written in a line stays in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (description) => {
      const file = themeFile({ name: 'plum', description })
      expect(file.split('\n')).toHaveLength(7)
      const literal = /description: ('.*'),$/m.exec(file)?.[1] ?? ''
      expect(literal.slice(1, -1)).not.toMatch(/(?<!\\)(\\\\)*'/)
    }),
  )
})

test('has every token that there is, once', () => {
  const theme: Required<Pick<Theme, 'light'>> = {
    light: Object.fromEntries(Object.keys(colours).map((name) => [name, '#123456'])),
  }
  expect(Object.keys(theme.light)).toHaveLength(13)
  expect(Object.keys(choices)).toHaveLength(11)
  // A value that the contract does not know would be a finding.
  for (const [choice, { values }] of Object.entries(choices))
    for (const value of Object.keys(values))
      expect(checkTheme({ name: 'plum', description: 'Plum.', [choice]: value }).filter(({ rule }) => rule === 'value')).toEqual(
        [],
      )
})
