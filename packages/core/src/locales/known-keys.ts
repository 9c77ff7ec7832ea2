import type { Catalogue, ModuleTexts } from './catalogue.js'

/** The names of everything that can be said in other words. */
export interface KnownKeys {
  /** Of words, by their way down: `person.queue.title`. A sentence by count is one name. */
  readonly words: readonly string[]
  /** Of the sentences of flows. */
  readonly texts: readonly string[]
}

/** What a catalogue and the modules' sentences have words for. */
export function keysOf(
  { opening, answer, orders, articles, own, bubble, person, texts }: Catalogue,
  modules: ModuleTexts,
): KnownKeys {
  return {
    words: waysThrough({ opening, answer, orders, articles, own, bubble, person }),
    texts: [...Object.keys(texts), ...Object.keys(modules)],
  }
}

function waysThrough(value: unknown, before = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'other' in value) return [before]
  return Object.entries(value).flatMap(([key, inner]) => waysThrough(inner, before ? `${before}.${key}` : key))
}
