/** How many letters must be added, taken or changed to get from `one` to `other`. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed)
    }
    row = next
  }
  return row[other.length] ?? 0
}

/**
 * The known name that was probably meant, or nothing if none is near.
 *
 * @example nearestName('asks', ['ask', 'say']) // 'ask'
 */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  // Longer names come from somewhere else, and comparing them would only cost time.
  if (written.length > 80) return undefined
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of known) {
    if (Math.abs(name.length - written.length) > name.length / 3 + 1) continue
    const far = distance(written, name)
    if (far < least && far <= Math.max(1, Math.floor(name.length / 3))) {
      best = name
      least = far
    }
  }
  return best
}
