/** Reads one own field of an outside object. Inherited ones (a polluted prototype) are not there. */
export type Reader = (field: string) => unknown

/** A reader of `value`'s fields, or `null` where it is no object. */
export function reader(value: unknown): Reader | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const fields = value as Readonly<Record<string, unknown>>
  return (field) => (Object.hasOwn(fields, field) ? fields[field] : undefined)
}

/** A string of at most `most` characters, cut there; `null` for anything else. */
export function text(value: unknown, most: number): string | null {
  return typeof value === 'string' ? cut(value, most) : null
}

/** A name that a machine gave: not empty, not overlong, never cut. */
export function name(value: unknown): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= 200 ? value : null
}

/** One of `words`, or `null`. */
export function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word | null {
  return words.find((word) => word === value) ?? null
}

/** A whole number from 0 on. */
export function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}

/** Milliseconds since 1970 that a calendar can show. */
export function instant(value: unknown): number | null {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15 ? value : null
}

/** Up to `most` parsed items; the ones that cannot be read are left out. */
export function list<Item>(value: unknown, most: number, parse: (item: unknown) => Item | null): readonly Item[] {
  if (!Array.isArray(value)) return []
  const items: Item[] = []
  for (const item of value.slice(0, most)) {
    const parsed = parse(item)
    if (parsed !== null) items.push(parsed)
  }
  return items
}

/** `{ [field]: value }`, or nothing where there is no value: for optional fields. */
export function optional<Field extends string, Value>(
  field: Field,
  value: Value | null | undefined,
): { readonly [F in Field]?: Value } {
  if (value === null || value === undefined) return {}
  return { [field]: value } as { readonly [F in Field]?: Value }
}

/** Never between the two halves of one character. */
function cut(value: string, most: number): string {
  if (value.length <= most) return value
  const last = value.charCodeAt(most - 1)
  return value.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most)
}
