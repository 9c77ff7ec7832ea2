/** A slash that asks for a saved reply: where it stands, and what was typed after it. */
export interface Slash {
  readonly from: number
  readonly query: string
}

/** The slash before the caret, if it begins a word: `/late` does, the ones in `https://` and `and/or` do not. */
export function slashAt(text: string, caret: number): Slash | null {
  const from = text.lastIndexOf('/', caret - 1)
  if (from === -1 || caret <= from) return null
  if (from > 0 && !/\s/.test(text.charAt(from - 1))) return null
  const query = text.slice(from + 1, caret)
  return query.length > 30 || /\s/.test(query) ? null : { from, query }
}
