import { expect, test } from 'vitest'
import { cleanName } from './clean-name.js'

test.each([
  ['Mira Okafor', 'Mira Okafor'],
  ['\u202Eevil\u202C', 'evil'],
  ['zero\u200Bwidth\u2066', 'zerowidth'],
  ['two\nlines\u0000', 'twolines'],
  ['  José  ', 'José'],
  ['x'.repeat(10_000), 'x'.repeat(80)],
])('%j is shown as it may be', (name, shown) => {
  expect(cleanName(name)).toBe(shown)
})
