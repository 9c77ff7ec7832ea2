import type { Entry } from './entry.js'

/** How many entries a sealed chunk holds. */
export const CHUNK = 64

/** Entries in chunks of 64 and a tail, so that appending costs the same at 10 and at 10,000. */
export interface Transcript {
  readonly length: number
  readonly chunks: readonly (readonly Entry[])[]
  readonly tail: readonly Entry[]
}

/** A transcript without entries. */
export const emptyTranscript: Transcript = { length: 0, chunks: [], tail: [] }

/** A transcript with `entries` at its end; the given one is not touched, and full chunks are shared. */
export function append(transcript: Transcript, entries: readonly Entry[]): Transcript {
  if (entries.length === 0) return transcript
  const open = [...transcript.tail, ...entries]
  let { chunks } = transcript
  let from = 0
  for (; open.length - from >= CHUNK; from += CHUNK) chunks = [...chunks, open.slice(from, from + CHUNK)]
  return { length: transcript.length + entries.length, chunks, tail: open.slice(from) }
}

/** Its entries as one array, first to last. */
export function toArray(transcript: Transcript): readonly Entry[] {
  return transcript.chunks.length === 0 ? transcript.tail : [...transcript.chunks.flat(), ...transcript.tail]
}
