import { expect, test } from 'vitest'
import { withValue } from './with-value.js'

const plum = { name: 'plum', light: { accent: '#7a2f5b', text: '#000000' }, radius: 'soft' }

test.each([
  ['another value', 'light.accent', '#123456', { ...plum, light: { accent: '#123456', text: '#000000' } }],
  ['a new value', 'dark.accent', '#123456', { ...plum, dark: { accent: '#123456' } }],
  ['a value two deep', 'parts.launcher.size', 60, { ...plum, parts: { launcher: { size: 60 } } }],
  ['nothing', 'radius', undefined, { name: 'plum', light: plum.light }],
  ['nothing, where nothing was', 'dark.accent', undefined, plum],
])('writes %s', (_, path, value, expected) => {
  expect(withValue(plum, path.split('.'), value)).toEqual(expected)
})

test('keeps the order in which the file was written', () => {
  expect(Object.keys(Object(withValue(plum, ['name'], 'pear')))).toEqual(['name', 'light', 'radius'])
})

test('takes out a group with its last value', () => {
  expect(withValue({ name: 'plum', light: { accent: '#000' } }, ['light', 'accent'], undefined)).toEqual({ name: 'plum' })
})

test('changes nothing of what it was given', () => {
  const before = structuredClone(plum)
  withValue(plum, ['light', 'text'], '#111111')
  expect(plum).toEqual(before)
})
