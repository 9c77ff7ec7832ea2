/** An object that came from outside. Read it only through `own`, so that nothing inherited counts as said. */
export type Outside = Readonly<Record<string, unknown>>

/** The value as an object, or null where it is none. */
export function objectOf(value: unknown): Outside | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Outside) : null
}

/** What the object itself says under a name. */
export function own(object: Outside | null, key: string): unknown {
  return object !== null && Object.hasOwn(object, key) ? object[key] : undefined
}

/** A finite number, or null. */
export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** An id, or nothing where it is none. It goes into addresses, so it must not begin like `..`. */
export function idOf(value: unknown): string {
  return typeof value === 'string' && value.length <= 200 && /^[\w-][\w.:~-]*$/.test(value) ? value : ''
}

/** Each item that `parse` understands; the others are left out. */
export function listOf<T>(value: unknown, parse: (item: unknown) => T | null, most = 2_000): readonly T[] {
  if (!Array.isArray(value)) return []
  const items: T[] = []
  for (const item of value.slice(0, most)) {
    const parsed = parse(item)
    if (parsed !== null) items.push(parsed)
  }
  return items
}

/** The value if it is one of the words, else the word given for that case. */
export function oneOf<const T extends string>(value: unknown, words: readonly T[], otherwise: NoInfer<T>): T {
  return words.find((word) => word === value) ?? otherwise
}
