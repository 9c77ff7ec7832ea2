/** A run of words inside a block. */
export type Piece = { readonly text: string; readonly bold?: boolean; readonly address?: string }

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] }

/**
 * Reads the small part of Markdown that articles use; see `Article`. Anything else stays the characters it is. It looks at
 * every character a bounded number of times.
 */
export function parseRichText(body: string): readonly Block[] {
  const blocks: Block[] = []
  for (const part of body.replaceAll('\r', '').split(/\n{2,}/)) {
    let lines: string[] = []
    let items: Piece[][] = []
    const flush = () => {
      if (lines.length > 0) blocks.push({ kind: 'paragraph', pieces: parsePieces(lines.join('\n')) })
      if (items.length > 0) blocks.push({ kind: 'list', items })
      lines = []
      items = []
    }
    for (const line of part.split('\n')) {
      if (line.startsWith('- ')) {
        if (lines.length > 0) flush()
        items.push(parsePieces(line.slice(2)))
      } else if (line.startsWith('## ')) {
        flush()
        blocks.push({ kind: 'heading', pieces: parsePieces(line.slice(3)) })
      } else if (line.trim() !== '') {
        if (items.length > 0) flush()
        lines.push(line)
      }
    }
    flush()
  }
  return blocks
}

// Bounded on both sides, so that a row of opening brackets costs no more than its length.
const MARKED = /\*\*([^*\n]{1,500})\*\*|\[([^[\]\n]{1,300})\]\(([^\s()[\]]{1,1000})\)/g

function parsePieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(MARKED)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    const [whole, bold, words, address] = match
    pieces.push(bold === undefined ? { text: words ?? '', address: address ?? '' } : { text: bold, bold: true })
    from = match.index + whole.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}
