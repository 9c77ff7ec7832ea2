import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type EvaluationRow, evaluateTriage, readEvaluationRows } from '../testing/evaluate-triage.js'
import { fold } from './fold.js'
import { matterOf } from './matter.js'
import { PROMPTED } from './prompted.test.data.js'
import type { Route } from './route.js'
import { RULES, type Rule } from './rules.js'

const file = `${process.env['SHOPBELL_CORPORA'] ?? ''}/triage-dev.jsonl`

/** The rules without what a source has prompted. */
function rulesWithout(source: string): readonly Rule[] {
  return RULES.map((rule) => {
    const alternatives = (PROMPTED[source] ?? []).filter(([name]) => name === rule.name).map(([, alternative]) => alternative)
    const left = alternatives.reduce((words, alternative) => words.replace(`|${alternative}`, ''), rule.words.source)
    return { ...rule, words: new RegExp(left) }
  })
}

const placeBy =
  (rules: readonly Rule[]) =>
  (text: string): Route => {
    const matter = matterOf(fold(text), rules)
    return matter?.to === 'person'
      ? { to: 'person', reason: matter.reason ?? 'other', evidence: [matter.evidence] }
      : { to: matter?.to ?? 'ask', evidence: [] }
  }

test('every alternative that a source has prompted is one of the rules’', () => {
  for (const [name, alternative] of Object.values(PROMPTED).flat()) {
    expect(RULES.find((rule) => rule.name === name)?.words.source, `${name}: ${alternative}`).toContain(`|${alternative}`)
  }
})

describe.skipIf(!existsSync(file))('measured on openings of real and written conversations (SHOPBELL_CORPORA)', () => {
  const { rows, faults } = existsSync(file) ? readEvaluationRows(readFileSync(file, 'utf8')) : { rows: [], faults: [] }
  // Joined texts are made of all the other sources' texts, so nothing of them can be held out.
  const single = rows.filter(({ source }) => source !== 'join')

  test('every row can be read', () => {
    expect(faults).toEqual([])
    expect(rows.length).toBeGreaterThan(3_000)
  })

  test('each source, judged by rules that it has had no part in: 68 % are placed right all in all, and 85 % of those sent to a person belong there', () => {
    const places = new Map(
      [...new Set(rows.map(({ source }) => source))].map((source) => [source, placeBy(rulesWithout(source))]),
    )
    const place = (text: string, { source }: EvaluationRow): Route => places.get(source)?.(text) ?? { to: 'ask', evidence: [] }
    const { accuracy, person } = evaluateTriage(single, place)
    expect(accuracy).toBeGreaterThanOrEqual(0.68)
    expect(person.precision).toBeGreaterThanOrEqual(0.85)
  })

  test('all rules on all texts: at least 77 % are placed right', () => {
    expect(evaluateTriage(rows).accuracy).toBeGreaterThanOrEqual(0.77)
  })
})
