import type { Entry } from './entry.js'
import { CHUNK, type Transcript } from './transcript.js'

/**
 * The entries of a transcript from one place to before another, like an array's `slice`: a `from` below 0 is counted from the end. It
 * takes as long as the part that is wanted.
 *
 * @example
 * slice(chat.getSnapshot().transcript, -20)
 */
export function slice({ length, chunks, tail }: Transcript, from: number, to = length): readonly Entry[] {
  const start = from < 0 ? Math.max(0, length + from) : from
  const first = Math.floor(start / CHUNK)
  const parts = [...chunks, tail].slice(first, Math.ceil(to / CHUNK))
  return parts.flat().slice(start - first * CHUNK, to - first * CHUNK)
}
