import type { Evidence } from './evidence.js'
import { RULES, type Rule } from './rules.js'

/** What a text is about: where that goes, and the evidence for it. */
export interface Matter extends Pick<Rule, 'to' | 'reason' | 'team' | 'priority'> {
  readonly evidence: Evidence
}

// Words that add a matter, and the ends of sentences.
const JOINT =
  /\b(?:and (?=(?:also|i|my|the|can|could|would|is|what|how|where|when|please|help)\b)|also|plus|as well as|another (?:thing|question|item)|besides|but (?=(?:also|it|i)\b))|[.?!;] (?=\S)/

// Texts joined on purpose are recognised nine times of ten; of ordinary ones that look so, six of ten are.
const TWO_MATTERS = 0.75

/** What a folded text is about, by the first rule that speaks. Two matters at once are a person's work, but for what goes to a person anyway. */
export function matterOf(text: string, rules = RULES): Matter | undefined {
  const whole = firstOf(text, rules)
  if (!whole || (whole.to === 'person' && whole.reason !== 'presale')) return whole
  const halves = text.split(JOINT).flatMap((half) => (half.trim().length > 8 ? (firstOf(half, rules) ?? []) : []))
  const words = new Set(halves.filter(({ to }) => to !== 'smalltalk').map(({ evidence }) => evidence.words))
  if (words.size < 2) return whole
  return { to: 'person', reason: 'complex', evidence: { rule: 'complex', words: [...words].join(' · '), score: TWO_MATTERS } }
}

function firstOf(text: string, rules: readonly Rule[]): Matter | undefined {
  for (const { name, score, words, ...rest } of rules) {
    const found = words.exec(text)
    if (found) return { ...rest, evidence: { rule: name, words: found[0].trim(), score } }
  }
  return undefined
}
