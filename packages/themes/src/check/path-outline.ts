import type { Segment } from '../path-data.js'

/** A point of the square that a picture is drawn in. */
export type Point = readonly [x: number, y: number]

/** Into how many straight lines each curve is cut. */
const cuts = 16

const between = (from: number, to: number, share: number): number => from + (to - from) * share

/** A curve with its control points, as the points that it goes through after the first. */
function curve(points: readonly Point[]): Point[] {
  return Array.from({ length: cuts }, (_, nth) => {
    const share = (nth + 1) / cuts
    let left = points
    while (left.length > 1)
      left = left
        .slice(1)
        .map(([x, y], index): Point => [between(left[index]?.[0] ?? 0, x, share), between(left[index]?.[1] ?? 0, y, share)])
    return left[0] ?? [0, 0]
  })
}

/** An arc of an ellipse, as SVG 2 reckons it (appendix B.2.4). */
function arc([x, y]: Point, numbers: readonly number[], [endX, endY]: Point): Point[] {
  const [radiusX = 0, radiusY = 0, turn = 0, large = 0, sweep = 0] = numbers
  let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)]
  if (rx === 0 || ry === 0 || (x === endX && y === endY)) return [[endX, endY]]
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const [halfX, halfY] = [(x - endX) / 2, (y - endY) / 2]
  const [ownX, ownY] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX]
  const stretch = Math.max(1, Math.hypot(ownX / rx, ownY / ry))
  rx *= stretch
  ry *= stretch
  const far = (rx * ownY) ** 2 + (ry * ownX) ** 2
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, (rx * ry) ** 2 - far) / far)
  const [midX, midY] = [(factor * rx * ownY) / ry, (-factor * ry * ownX) / rx]
  const from = Math.atan2((ownY - midY) / ry, (ownX - midX) / rx)
  const whole = Math.atan2((-ownY - midY) / ry, (-ownX - midX) / rx) - from
  const angle = sweep ? (whole + 2 * Math.PI) % (2 * Math.PI) : (whole - 2 * Math.PI) % (2 * Math.PI) || -2 * Math.PI
  return Array.from({ length: cuts }, (_, nth) => {
    if (nth === cuts - 1) return [endX, endY] as const
    const at = from + (angle * (nth + 1)) / cuts
    const [a, b] = [rx * Math.cos(at) + midX, ry * Math.sin(at) + midY]
    return [cos * a - sin * b + (x + endX) / 2, sin * a + cos * b + (y + endY) / 2] as const
  })
}

/** A path as closed shapes of straight lines, each a list of corners: what is filled when it is drawn. */
export function outlineOf(segments: readonly Segment[]): readonly (readonly Point[])[] {
  const shapes: Point[][] = []
  let at: Point = [0, 0]
  // What `s` and `t` mirror: the last control point, if the step before was of their kind.
  let control: { readonly of: 'c' | 'q'; readonly point: Point } | undefined
  for (const [command, ...numbers] of segments) {
    const kind = command.toLowerCase()
    const [fromX, fromY] = command === kind ? at : [0, 0]
    const point = (nth: number): Point => [fromX + (numbers[nth] ?? 0), fromY + (numbers[nth + 1] ?? 0)]
    const mirrored = (of: 'c' | 'q'): Point =>
      control?.of === of ? [2 * at[0] - control.point[0], 2 * at[1] - control.point[1]] : at
    let shape = shapes.at(-1)
    let next: typeof control
    let through: readonly Point[] = []
    if (kind === 'm') {
      at = point(0)
      shapes.push([at])
    } else if (kind === 'z') {
      at = shape?.[0] ?? at
      shapes.push([at])
    } else if (kind === 'h') through = [[fromX + (numbers[0] ?? 0), at[1]]]
    else if (kind === 'v') through = [[at[0], (command === 'v' ? at[1] : 0) + (numbers[0] ?? 0)]]
    else if (kind === 'l') through = [point(0)]
    else if (kind === 'a') through = arc(at, numbers, point(5))
    else if (kind === 'c' || kind === 's') {
      const first = kind === 'c' ? point(0) : mirrored('c')
      const [second, end] = kind === 'c' ? [point(2), point(4)] : [point(0), point(2)]
      through = curve([at, first, second, end])
      next = { of: 'c', point: second }
    } else {
      const middle = kind === 'q' ? point(0) : mirrored('q')
      through = curve([at, middle, kind === 'q' ? point(2) : point(0)])
      next = { of: 'q', point: middle }
    }
    control = next
    if (through.length === 0) continue
    shape ??= shapes[shapes.push([at]) - 1]
    shape?.push(...through)
    at = through.at(-1) ?? at
  }
  return shapes
}
