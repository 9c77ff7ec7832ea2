type Tree = { readonly [key: string]: unknown }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text for a text, as many texts for a list of them. */
function fits(before: unknown, next: unknown): boolean {
  if (typeof before === 'string') return typeof next === 'string'
  return (
    Array.isArray(before) &&
    Array.isArray(next) &&
    before.length === next.length &&
    next.every((text: unknown) => typeof text === 'string')
  )
}

/**
 * Words with some of them in other words. Keys that are not there, and values that do not fit, are left out: so it takes what a
 * page has written as well as a catalogue. A sentence by count may have more plural forms than English has.
 *
 * @example reword(openingWords, { title: 'Ask the Corner Shop' })
 */
export function reword<Words extends object>(words: Words, ...patches: readonly unknown[]): Words {
  return patches.reduce<Words>((before, patch) => merge(before as Tree, patch) as Words, words)
}

function merge(words: Tree, patch: unknown): Tree {
  if (!isTree(patch)) return words
  const byCount = typeof words['other'] === 'string' && typeof words['one'] === 'string'
  const merged: Record<string, unknown> = { ...words }
  for (const [key, next] of Object.entries(patch)) {
    const before = Object.hasOwn(words, key) ? words[key] : byCount && PLURAL.test(key) ? '' : undefined
    if (isTree(before)) merged[key] = merge(before, next)
    else if (fits(before, next)) merged[key] = next
  }
  // English has fewer forms than some; a language that has none for one must not fall back to the English one.
  if (byCount && typeof patch['other'] === 'string')
    for (const form of Object.keys(words)) if (!Object.hasOwn(patch, form)) delete merged[form]
  return merged
}

const PLURAL = /^(zero|one|two|few|many|other)$/
