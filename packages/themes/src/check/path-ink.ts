import type { Point } from './path-outline.js'

/** How finely the square from 0,0 to 24,24 is looked at: this many points in each direction. */
const points = 96

/** How often shapes go around a point: 0 is outside (the rule `nonzero`, by which pictures are filled). */
function turnsAround(shapes: readonly (readonly Point[])[], x: number, y: number): number {
  let turns = 0
  for (const shape of shapes) {
    let [fromX, fromY] = shape.at(-1) ?? [0, 0]
    for (const [toX, toY] of shape) {
      if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) turns += toY > fromY ? 1 : -1
      ;[fromX, fromY] = [toX, toY]
    }
  }
  return turns
}

/** How much of its square a picture fills, 0 to 1. */
export function inkOf(shapes: readonly (readonly Point[])[]): number {
  const step = 24 / points
  let filled = 0
  for (let row = 0; row < points; row++)
    for (let column = 0; column < points; column++)
      if (turnsAround(shapes, (column + 0.5) * step, (row + 0.5) * step) !== 0) filled++
  return filled / points ** 2
}
