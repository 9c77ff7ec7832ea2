/** How many letters must be added, taken, changed or swapped with their neighbour to get from `one` to `other`. */
function distance(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next[j] = least
    }
    before = row
    row = next
  }
  return row[other.length] ?? 0
}

/**
 * The known name that `written` was probably meant to be, or `undefined` if none is near. Case does not count.
 *
 * @example
 * nearestName('bakend', ['backend', 'theme']) // 'backend'
 */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  // Longer names come from somewhere else, and comparing them would only cost time.
  if (written.length > 40) return undefined
  const from = written.toLowerCase()
  const near = known
    .map((name) => ({ name, far: distance(from, name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(name.length / 3)))
    .sort((one, other) => one.far - other.far)
  return near[0]?.name
}
