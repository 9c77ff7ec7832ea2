/** Chance that repeats itself: the same seed and name give the same draws, whatever others draw meanwhile. */
export interface Chance {
  /** Between 0 and 1. */
  next(): number
  /** True in so many of 1 cases. */
  happens(probability: number): boolean
  /** A number from `least` up to, not including, `most`. */
  between(least: number, most: number): number
  /** A whole number below `count`. */
  below(count: number): number
  /** One of a list, `undefined` of an empty one. */
  pick<Item>(items: readonly Item[]): Item | undefined
  /** A name of 22 characters, as the platform makes them. */
  id(): string
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A stream of chance of its own, so that one part of a world more or less changes nothing for the others. */
export function createChance(seed: number, name: string): Chance {
  let state = hashOf(`${seed}/${name}`)

  // Mulberry32: small, quick, and the same everywhere.
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    between: (least, most) => least + next() * (most - least),
    pick: (items) => items[below(items.length)],
    id() {
      let name = ''
      for (let length = 0; length < 22; length++) name += ALPHABET[below(64)] ?? ''
      return name
    },
  }
}

/** FNV-1a: 32 bits of a text. */
export function hashOf(text: string, before = 0x811c9dc5): number {
  let hash = before
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
