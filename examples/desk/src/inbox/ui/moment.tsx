import { clockTime, momentWords } from '../words/time-words.js'

/** A point in time: the clock by day, the whole moment on hover and for programs. */
export function Moment({ at, whole = false }: { at: number; whole?: boolean }) {
  const known = Math.abs(at) < 8.64e15 && at > 0
  return (
    <time class="moment" dateTime={known ? new Date(at).toISOString() : undefined} title={momentWords(at)}>
      {whole ? momentWords(at) : clockTime(at)}
    </time>
  )
}
