import type { Facts } from '../facts/facts.js'
import type { Opening, TextKey } from './flow.js'

/**
 * The words for a key, `{fact}` filled in from what is known. A key that the flow has no text for is shown as it stands. Facts
 * are put in as they are and never read again as a template.
 */
export function textOf(flow: Opening, key: TextKey, facts: Facts): string {
  const text = Object.hasOwn(flow.texts, key) ? (flow.texts[key] ?? key) : key
  // Most have nothing to fill in, and to look for it takes longer than the rest of a turn.
  if (!text.includes('{')) return text
  // As `factValue` does, which the greeting has no other use for: it would be a file of its own, shared with later parts.
  return text.replace(/\{([\w-]+)\}/g, (_, name: string) => (Object.hasOwn(facts, name) ? (facts[name]?.value ?? '') : ''))
}
