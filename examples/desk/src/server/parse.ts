import { LIMITS } from '@shopbell/core'

/** What came from outside is not what it should be. `why` is for programs: too long, or not of the shape. */
export class Malformed extends Error {
  constructor(
    readonly why: 'invalid' | 'too_long' = 'invalid',
    what = 'value',
  ) {
    super(`${what}: ${why}`)
  }
}

/** Reads one field by name. */
export type Read = (name: string) => unknown

/** The fields of a plain object: own properties only, so that nothing inherited or polluted is ever read. */
export function fieldsOf(value: unknown): Read {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed('invalid', 'object')
  return (name) => (Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined)
}

/** A string of at most `max` UTF-16 units. */
export function asText(value: unknown, max: number, min = 0): string {
  if (typeof value !== 'string' || value.length < min) throw new Malformed('invalid', 'text')
  if (value.length > max) throw new Malformed('too_long', 'text')
  return value
}

/** The name of something: 128 bits or more, URL-safe. */
export function asId(value: unknown): string {
  if (typeof value !== 'string' || !/^[\w-]{22,64}$/.test(value)) throw new Malformed('invalid', 'id')
  return value
}

/** The name of a line, a prompt or an article: short, printable, no more is asked. */
export function asName(value: unknown): string {
  if (typeof value !== 'string' || !/^[\w.@:#/-]{1,200}$/.test(value)) throw new Malformed('invalid', 'name')
  return value
}

/** A whole number from `min` to `max`. */
export function asInteger(value: unknown, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
    throw new Malformed('invalid', 'number')
  return value
}

/** A moment: milliseconds since 1970, within what a Date can hold. */
export function asTime(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 8.64e15) throw new Malformed('invalid', 'time')
  return value
}

export function asBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Malformed('invalid', 'boolean')
  return value
}

/** One of the given words. */
export function asOneOf<Word extends string>(value: unknown, words: readonly Word[]): Word {
  const found = words.find((word) => word === value)
  if (found === undefined) throw new Malformed('invalid', 'word')
  return found
}

/** A list of at most `max`, each item parsed. */
export function asList<Item>(value: unknown, max: number, parse: (item: unknown) => Item): Item[] {
  if (!Array.isArray(value)) throw new Malformed('invalid', 'list')
  if (value.length > max) throw new Malformed('too_long', 'list')
  return Array.from(value, (item) => parse(item))
}

/** Parses what is there; `undefined` and `null` are nothing. */
export function ifThere<Value>(value: unknown, parse: (value: unknown) => Value): Value | undefined {
  return value === undefined || value === null ? undefined : parse(value)
}

/** Refuses a JSON value that nests deeper than the limit. Does not recurse, so that depth itself cannot hurt. */
export function refuseDepth(value: unknown, limit: number = LIMITS.nesting): void {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null || next.value instanceof Uint8Array) continue
    if (next.depth >= limit) throw new Malformed('invalid', 'depth')
    for (const child of Object.values(next.value)) waiting.push({ value: child, depth: next.depth + 1 })
  }
}

/** JSON from a stranger, at most 32 deep. */
export function parseJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Malformed('invalid', 'json')
  }
  refuseDepth(value)
  return value
}

/** A name as it may be shown: one line, no control or direction characters, at most 80 long. */
export function asDisplayName(value: unknown): string {
  const text = asText(value, 1_000)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') throw new Malformed('invalid', 'name')
  return [...text].slice(0, LIMITS.name).join('')
}
