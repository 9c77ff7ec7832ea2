/** Lines as they are kept, not yet looked at: as text (`packCommit`), or as the list itself. `null` where they cannot be read. */
export function unpackLines(kept: unknown): unknown {
  if (typeof kept !== 'string') return kept
  try {
    return JSON.parse(kept)
  } catch {
    return null
  }
}
