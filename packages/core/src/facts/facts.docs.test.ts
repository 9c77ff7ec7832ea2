import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkField } from './check-field.js'
import { redact } from './redact.js'

// Holds the code against the tables in docs/facts.md.

const page = readFileSync(new URL('../../../../docs/facts.md', import.meta.url), 'utf8')

function rows(heading: string): readonly (readonly [string, string])[] {
  const table = page.slice(page.indexOf(heading)).split('\n\n', 1)[0] ?? ''
  return [...table.matchAll(/^\| `(.+?)` \| `?(.+?)`? \|$/gm)].map(([, typed = '', result = '']) => [typed, result])
}

test.each(rows('| Typed | Read as |'))('docs/facts.md: “%s” is read as “%s”', (typed, result) => {
  const checked = checkField({ type: 'order-number', masks: ['FK-#####'] }, typed, false)
  expect('value' in checked ? checked.value : 'refused').toBe(result)
})

test.each(rows('| Typed | Leaves as |'))('docs/facts.md: “%s” leaves as “%s”', (typed, result) => {
  expect(redact(typed, []).text).toBe(result)
})

test('docs/facts.md has tables to hold the code against', () => {
  expect([rows('| Typed | Read as |').length, rows('| Typed | Leaves as |').length]).toEqual([7, 12])
})
