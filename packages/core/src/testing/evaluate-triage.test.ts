import { expect, test } from 'vitest'
import type { Route } from '../triage/route.js'
import { drawEvaluation, evaluateTriage, readEvaluationRows } from './evaluate-triage.js'

const row = (text: string, route: string, more: object = {}): string =>
  JSON.stringify({ text, route, reason: 'r', source: 'a#1', ...more })

const file = [
  row('where is my order', 'order_status'),
  row('talk to a human', 'human', { reason: 'explicit' }),
  row('flurb', 'human', { source: 'b#2' }),
  row('thanks', 'faq', { source: 'b(1 + 2)' }),
  row('what is your return policy', 'human', { source: 'b' }),
].join('\n')

test('rows are read, with their source before its number', () => {
  const { rows, faults } = readEvaluationRows(file)
  expect(faults).toEqual([])
  expect(rows.map(({ to, source }) => [to, source])).toEqual([
    ['order', 'a'],
    ['person', 'a'],
    ['person', 'b'],
    ['faq', 'b'],
    ['person', 'b'],
  ])
})

test.each([
  ['{', 'line 1: is not JSON'],
  ['[]', 'line 1: has no `text`'],
  ['\n\n{"text":"a","route":"moon"}', 'line 3: `route` is none of'],
  ['{"text":"a","route":"constructor"}', 'line 1: `route` is none of'],
  ['{"text":7,"route":"faq"}', 'line 1: has no `text`'],
])('%j is named with its line and left out', (lines, fault) => {
  const { rows, faults } = readEvaluationRows(lines)
  expect(rows).toEqual([])
  expect(faults[0]).toContain(fault)
})

test('a text that is asked about again is wrong, and neither the bot’s nor a person’s', () => {
  const { rows } = readEvaluationRows(file)
  expect(evaluateTriage(rows)).toMatchObject({
    rows: 5,
    accuracy: 3 / 5,
    askedAgain: 1 / 5,
    person: { precision: 1, recall: 1 / 3 },
    bot: { kept: 3 / 5, purity: 2 / 3 },
    sources: [
      { name: 'b', rows: 3, accuracy: 1 / 3 },
      { name: 'a', rows: 2, accuracy: 1 },
    ],
  })
})

test('any way of placing texts can be measured, and it is given the whole row', () => {
  const { rows } = readEvaluationRows(file)
  const perfect = (_: string, { to }: (typeof rows)[number]): Route =>
    to === 'person' ? { to, reason: 'other', evidence: [] } : { to, evidence: [] }
  expect(evaluateTriage(rows, perfect)).toMatchObject({ accuracy: 1, person: { precision: 1, recall: 1 } })
})

test('no rows make no figures, and no division by zero', () => {
  expect(evaluateTriage([])).toMatchObject({ rows: 0, accuracy: 0, person: { precision: 0, recall: 0 } })
})

test('the table says what was found', () => {
  const table = drawEvaluation(evaluateTriage(readEvaluationRows(file).rows))
  expect(table).toContain('placed right')
  expect(table).toMatch(/60\.0 %/)
  expect(table).toMatch(/by source[\s\S]*\bb\b\s+3/)
})
