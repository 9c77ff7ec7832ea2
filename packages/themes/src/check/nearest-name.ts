/** How many letters must be put in, taken out, changed or swapped with their neighbour to get from one word to the other. */
function distance(from: string, to: string): number {
  let above: readonly number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1]
    for (let column = 1; column <= to.length; column++) {
      const kept = (row[column - 1] ?? 0) + (to[column - 1] === letter ? 0 : 1)
      const swapped = from[line - 1] === to[column - 1] && to[column - 2] === letter ? (above[column - 2] ?? kept) + 1 : kept
      next.push(Math.min(kept, swapped, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    above = row
    row = next
  }
  return row[to.length] ?? 0
}

/**
 * The known name that was probably meant; undefined where none is near.
 *
 * @param least how far apart two names may be in any case, in letters.
 */
export function nearestName(written: string, known: readonly string[], least = 1): string | undefined {
  if (written.length > 40) return undefined
  const plain = written.toLowerCase().replace(/[^a-z]/g, '')
  const [nearest] = known
    .map((name) => ({ name, apart: distance(plain, name.toLowerCase()) }))
    .filter(({ name, apart }) => apart <= Math.max(least, Math.floor(name.length / 3)))
    .sort((one, other) => one.apart - other.apart)
  return nearest?.name
}
