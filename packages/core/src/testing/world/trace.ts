import { hashOf } from './chance.js'

/** What has happened in a world, line by line. The same seed gives the same lines, and so the same hash, in every process. */
export interface Trace {
  add(line: string): void
  /** More about it for people, made only where everything is kept; not part of the hash. */
  note(tell: () => string): void
  hash(): string
  /** The last lines, oldest first; all of them where they are kept. */
  lines(): readonly string[]
}

const LAST = 40

/** A trace that keeps its hash and its end, or, for people to read, all of it. */
export function createTrace(keepsAll: boolean): Trace {
  let one = 0x811c9dc5
  let other = 0x9747b28c
  let kept: string[] = []
  return {
    add(line) {
      one = hashOf(line, one)
      other = hashOf(line, other ^ 0x5bd1e995)
      kept.push(line)
      if (!keepsAll && kept.length > 4 * LAST) kept = kept.slice(-LAST)
    },
    note(tell) {
      if (keepsAll) kept.push(`    ${tell()}`)
    },
    hash: () => one.toString(16).padStart(8, '0') + other.toString(16).padStart(8, '0'),
    lines: () => (keepsAll ? kept : kept.slice(-LAST)),
  }
}
