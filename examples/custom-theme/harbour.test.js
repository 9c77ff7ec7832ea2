import assert from 'node:assert/strict'
import test from 'node:test'
import { checkTheme } from '@shopbell/themes'
import { theme } from './harbour.js'

test('harbour can be read by everyone, in light and dark', () => {
  assert.deepEqual(checkTheme(theme), [])
})

test('harbour is data only: JSON keeps all of it', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(theme)), theme)
})
