import { expect, test } from 'vitest'
import { nearestName } from './nearest-name.js'

const known = ['backend', 'site', 'theme', 'locale', 'mailto', 'side', 'accent', 'talkToAgent']

test.each([
  ['bakend', 'backend'],
  ['backned', 'backend'],
  ['Backend', 'backend'],
  ['them', 'theme'],
  ['local', 'locale'],
  ['mailTo', 'mailto'],
  ['talktoagent', 'talkToAgent'],
  ['talkToAnAgent', 'talkToAgent'],
  ['sit', 'site'],
])('takes %s for %s', (written, meant) => {
  expect(nearestName(written, known)).toBe(meant)
})

test.each(['', 'x', 'colour', 'identify', '__proto__', 'b'.repeat(10_000)])('finds no name near %.20s', (written) => {
  expect(nearestName(written, known)).toBeUndefined()
})
