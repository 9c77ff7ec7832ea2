import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requests as ar } from './requests/ar.js'
import { requests as de } from './requests/de.js'
import { requests as es } from './requests/es.js'
import { requests as fr } from './requests/fr.js'
import { requests as ja } from './requests/ja.js'
import { requests as ptBR } from './requests/pt-BR.js'
import { requests as zhHans } from './requests/zh-Hans.js'
import { triage } from './triage.js'

const ALL = [ar, de, es, fr, ja, ptBR, zhHans]
const CORPORA = process.env['SHOPBELL_CORPORA'] ?? ''

const texts = fc.oneof(
  fc.string({ maxLength: 3_000, unit: 'binary' }),
  fc.string({ maxLength: 300, unit: 'grapheme' }),
  // What the rules are made of, in any order.
  fc
    .array(
      fc.constantFrom(
        'order',
        'my',
        'talk',
        'to',
        'a',
        'human',
        'where',
        'is',
        'refund',
        '?',
        '.',
        'mit',
        'persona',
        '人',
        ' ',
        'not',
        'when',
      ),
      { maxLength: 400 },
    )
    .map((words) => words.join(' ')),
)

test('any text is placed, and the same text in the same way', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(null, ...ALL), (text, requests) => {
      const route = triage(text, { requests })
      expect(triage(text, { requests })).toEqual(route)
      for (const { score } of route.evidence) expect(score >= 0 && score <= 1).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('only the first thousand characters are read', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1_000, maxLength: 1_200, unit: 'grapheme-ascii' }), fc.string(), (text, more) => {
      expect(triage(`${text}${more}`)).toEqual(triage(text))
    }),
    { numRuns: 200 },
  )
})

/** Milliseconds for all languages: the best of three, since other work on the machine is not the text's fault. */
const slow = (text: string): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const began = performance.now()
      for (const requests of ALL) triage(text, { requests })
      return performance.now() - began
    }),
  )

// A slow machine takes a few milliseconds for all seven languages; backtracking that grows with a power takes seconds.
const LONGEST = 250

test.each([
  'a',
  ' ',
  'talk ',
  'talk to ',
  'no bot ',
  'where is my ',
  'not not ',
  "n't ",
  'I want a real live actual ',
  'need me to me to ',
  'and also ',
  '. ',
  '!?',
  'A A ',
  'الموظف ',
  '人に',
  '人工',
  'ﷺ',
  'mit einem ',
  'change ',
  'is .*? ',
  'é',
])('a thousand times “%s” takes no longer than an ordinary text of that length', (part) => {
  const text = part.repeat(1_000)
  slow(text)
  expect(slow(text)).toBeLessThan(LONGEST)
})

describe.skipIf(!existsSync(`${CORPORA}/hostile`))('what others use to break programs (SHOPBELL_CORPORA)', () => {
  test.each(['dompurify-payloads', 'naughty-strings', 'xss-payloads'])('%s: is placed, quickly', (name) => {
    const payloads: unknown = JSON.parse(readFileSync(`${CORPORA}/hostile/${name}.json`, 'utf8'))
    const strings = Array.isArray(payloads) ? payloads.filter((one): one is string => typeof one === 'string') : []
    expect(strings.length).toBeGreaterThan(0)
    for (const text of strings) {
      expect(triage(text).evidence.every(({ rule }) => typeof rule === 'string')).toBe(true)
      expect(slow(text), text).toBeLessThan(LONGEST)
    }
  })
})
