type Segment = readonly [command: string, ...numbers: number[]]

/** How far the points of a path reach, control points among them: the least and most of any coordinate, and the larger side. */
export function extentOf(segments: readonly Segment[]): { readonly least: number; readonly most: number; readonly size: number } {
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const xs: number[] = []
  const ys: number[] = []
  for (const [command, ...numbers] of segments) {
    const kind = command.toLowerCase()
    const [fromX, fromY] = command === kind ? [x, y] : [0, 0]
    if (kind === 'z') [x, y] = [startX, startY]
    else if (kind === 'h') x = fromX + (numbers[0] ?? 0)
    else if (kind === 'v') y = fromY + (numbers[0] ?? 0)
    else {
      // Of an arc only the end is a point.
      const points = kind === 'a' ? numbers.slice(5) : numbers
      for (let at = 0; at + 1 < points.length; at += 2) {
        x = fromX + (points[at] ?? 0)
        y = fromY + (points[at + 1] ?? 0)
        xs.push(x)
        ys.push(y)
      }
      if (kind === 'm') [startX, startY] = [x, y]
    }
    xs.push(x)
    ys.push(y)
  }
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    least: round(Math.min(left, top)),
    most: round(Math.max(right, bottom)),
    size: round(Math.max(right - left, bottom - top)),
  }
}
