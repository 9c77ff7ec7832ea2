import type { Point } from './path-outline.js'

/** How far shapes reach: the least and most of any coordinate, and the larger side. */
export function extentOf(shapes: readonly (readonly Point[])[]): {
  readonly least: number
  readonly most: number
  readonly size: number
} {
  const points = shapes.flat()
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    least: round(Math.min(left, top)),
    most: round(Math.max(right, bottom)),
    size: round(Math.max(right - left, bottom - top)),
  }
}
