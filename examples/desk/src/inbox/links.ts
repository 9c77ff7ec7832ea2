/** A piece of a text: plain, or an address that may be followed. */
export type Piece = { readonly text: string; readonly href: string | null }

/** Where an address can begin. Only https: whatever else looks like a link stays text. */
const START = 'https://'
/** What does not belong to an address at its end: the sentence goes on there. */
const TRAILING = new Set('.,;:!?)]}"\'»”’')

/** Cuts a text into plain pieces and https addresses, in one pass. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let rest = 0
  let from = text.indexOf(START)
  while (from !== -1) {
    let to = from
    while (to < text.length && !/[\s<>"`\\]/.test(text.charAt(to)) && to - from < 2_000) to += 1
    while (to > from && TRAILING.has(text.charAt(to - 1))) to -= 1
    const href = addressOf(text.slice(from, to))
    if (href !== null) {
      if (from > rest) pieces.push({ text: text.slice(rest, from), href: null })
      pieces.push({ text: text.slice(from, to), href })
      rest = to
    }
    from = text.indexOf(START, Math.max(to, from + START.length))
  }
  if (rest < text.length || pieces.length === 0) pieces.push({ text: text.slice(rest), href: null })
  return pieces
}

/** The text as an address to follow, or null: https only, no user name that could pass for a host, no hidden direction marks. */
export function addressOf(text: string): string | null {
  if (/\p{Bidi_Control}/u.test(text)) return null
  try {
    const url = new URL(text)
    return url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== '' ? url.href : null
  } catch {
    return null
  }
}
