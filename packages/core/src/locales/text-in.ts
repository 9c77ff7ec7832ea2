import type { Content } from '../conversation/entry.js'
import type { Catalogue } from './catalogue.js'
import { fill } from './fill.js'

/**
 * What a line of the story says in another language, or `null` where that cannot be told: a text that somebody typed, a sentence
 * of the shop's own, or one with something filled in that is not among `values`. So an agent can read the shopper's taps and the
 * bot's sentences in the agent's own language; show the shopper's own words beside it or at a tap, for they are what was said.
 *
 * @example
 * const { catalogue } = await import('@shopbell/core/locales/de')
 * textIn(catalogue, { kind: 'answered', to: 'p', text: 'No, I don’t have it', key: 'order.delivered.no' }) // 'Nein, sie ist nicht da'
 */
export function textIn(catalogue: Catalogue, content: Content, values: Readonly<Record<string, string>> = {}): string | null {
  if (content.kind === 'notice') {
    const notices: Readonly<Record<string, string | undefined>> = { ...catalogue.person?.notices }
    return notices[content.code] ?? null
  }
  if ((content.kind !== 'text' && content.kind !== 'answered') || content.key === undefined) return null
  const texts: Readonly<Record<string, string | undefined>> = catalogue.texts
  const text = Object.hasOwn(texts, content.key) ? texts[content.key] : undefined
  if (text === undefined) return null
  const known = [...text.matchAll(/\{([\w-]+)\}/g)].every(([, name = '']) => Object.hasOwn(values, name))
  return known ? fill(text, values) : null
}
