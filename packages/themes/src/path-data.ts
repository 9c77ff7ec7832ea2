/** One step of a path: a letter and its numbers. */
export type Segment = readonly [command: string, ...numbers: number[]]

/** How many numbers follow each letter. An arc's fourth and fifth are flags. */
const counts: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }
const mostCharacters = 4_000
const mostSegments = 400
/** No number of a path in a square of 24 by 24 is larger. */
const farthest = 100

/** Path data as segments; undefined for what is none, or would be no small picture. Nothing of the text itself is kept. */
export function parsePathData(text: unknown): readonly Segment[] | undefined {
  if (typeof text !== 'string' || text.length > mostCharacters || !/^\s*m/i.test(text)) return undefined
  const segments: Segment[] = []
  let at = 0
  const take = (shape: RegExp): string | undefined => {
    shape.lastIndex = at
    const found = shape.exec(text)
    if (found) at = shape.lastIndex
    return found?.[1]
  }
  let command = ''
  while (at < text.length) {
    const letter = take(/\s*([mlhvcsqtaz])\s*/giy)
    // Numbers without a letter go on with the one before; after a move, they are lines.
    if (!letter && !(counts[command.toLowerCase()] && segments.length)) return undefined
    command = letter ?? command.replace('m', 'l').replace('M', 'L')
    const numbers: number[] = []
    const isArc = command.toLowerCase() === 'a'
    for (let nth = 0; nth < (counts[command.toLowerCase()] ?? 0); nth++) {
      const flag = isArc && (nth === 3 || nth === 4)
      const written = take(flag ? /[\s,]*([01])/y : /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+))/y)
      const number = Number(written)
      if (written === undefined || Math.abs(number) > farthest * (isArc && nth === 2 ? 4 : 1)) return undefined
      numbers.push(number)
    }
    segments.push([command, ...numbers])
    take(/(\s+)/y)
    if (segments.length > mostSegments) return undefined
  }
  return segments
}

/** Segments as path data again, every number times `scale` and with at most two decimals. */
export const writePathData = (segments: readonly Segment[], scale = 1): string =>
  segments
    .map(([command, ...numbers]) => {
      // An arc's turn and flags are no lengths.
      const fixed = (nth: number) => command.toLowerCase() === 'a' && nth >= 2 && nth <= 4
      return command + numbers.map((number, nth) => Math.round(number * (fixed(nth) ? 1 : scale) * 100) / 100).join(' ')
    })
    .join('')
