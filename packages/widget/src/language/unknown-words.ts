import type { KnownKeys } from '@shopbell/core'

/** A name in the shop's own words that nothing is called by. */
export interface UnknownWord {
  readonly kind: 'words' | 'texts'
  readonly name: string
}

const PLURAL = /\.(zero|one|two|few|many|other)$/
const DEEPEST = 6

/** Finds the names that lead nowhere. `own` are the texts of the shop's own flow, which may be named too. */
export function unknownWords(
  { words, texts }: { readonly words?: unknown; readonly texts?: unknown },
  known: KnownKeys,
  own: readonly (object | undefined)[] = [],
): readonly UnknownWord[] {
  const places = new Set(known.words)
  const sentences = new Set([...known.texts, ...own.flatMap((its) => Object.keys(its ?? {}))])
  return [
    ...namesIn(words)
      .filter((name) => !places.has(name) && !places.has(name.replace(PLURAL, '')))
      .map((name) => ({ kind: 'words', name }) as const),
    ...(typeof texts === 'object' && texts !== null ? Object.keys(texts) : [])
      .filter((name) => !sentences.has(name))
      .map((name) => ({ kind: 'texts', name }) as const),
  ]
}

function namesIn(value: unknown, before = '', depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEEPEST) return before ? [before] : []
  return Object.entries(value).flatMap(([key, inner]) => namesIn(inner, before ? `${before}.${key}` : key, depth + 1))
}
