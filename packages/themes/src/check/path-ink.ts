import type { Point } from './path-outline.js'

/** Into how many cells each side of the square from 0,0 to 24,24 is cut. */
const cells = 192
const side = 24 / cells
/** A cell with less than this share filled is an edge, or has a hair in it. */
const whole = 0.98

interface Edge {
  readonly top: number
  readonly bottom: number
  readonly turn: 1 | -1
  readonly across: (y: number) => number
}

function edgesOf(shapes: readonly (readonly Point[])[]): Edge[] {
  return shapes.flatMap((shape) =>
    shape.flatMap(([toX, toY], nth): Edge[] => {
      const [fromX, fromY] = shape.at(nth - 1) ?? [0, 0]
      if (fromY === toY) return []
      const slope = (toX - fromX) / (toY - fromY)
      const across = (y: number) => fromX + (y - fromY) * slope
      return [{ top: Math.min(fromY, toY), bottom: Math.max(fromY, toY), turn: toY > fromY ? 1 : -1, across }]
    }),
  )
}

/** The heights between which no edge begins or ends and no row of cells does. */
function levelsOf(edges: readonly Edge[]): number[] {
  const levels = new Set(Array.from({ length: cells + 1 }, (_, row) => row * side))
  for (const { top, bottom } of edges) for (const y of [top, bottom]) if (y > 0 && y < 24) levels.add(y)
  return [...levels].sort((one, other) => one - other)
}

/**
 * How much of each cell is filled, 0 to 1, row by row, by the rule `nonzero`, by which pictures are filled. Exact but where edges cross:
 * what is filled is looked at between any two heights at which something begins or ends, so nothing is thin enough to be missed or to
 * count for more than it is.
 */
export function coverageOf(shapes: readonly (readonly Point[])[]): Float64Array {
  const coverage = new Float64Array(cells * cells)
  const edges = edgesOf(shapes).sort((one, other) => one.top - other.top)
  const fill = (row: number, from: number, to: number, share: number) => {
    const [left, right] = [Math.max(0, from) / side, Math.min(24, to) / side]
    for (let column = Math.floor(left); column < right; column++) {
      const at = row * cells + column
      coverage[at] = (coverage[at] ?? 0) + (Math.min(column + 1, right) - Math.max(column, left)) * share
    }
  }
  const levels = levelsOf(edges)
  let crossed: { edge: Edge; x: number }[] = []
  let next = 0
  for (const [nth, from] of levels.entries()) {
    const to = levels[nth + 1]
    if (to === undefined) break
    const middle = (from + to) / 2
    crossed = crossed.filter(({ edge }) => edge.bottom > middle)
    for (let edge = edges[next]; edge && edge.top < middle; edge = edges[++next])
      if (edge.bottom > middle) crossed.push({ edge, x: 0 })
    for (const one of crossed) one.x = one.edge.across(middle)
    crossed.sort((one, other) => one.x - other.x)
    const row = Math.floor(middle / side)
    let turns = 0
    let begin = 0
    for (const { edge, x } of crossed) {
      if (turns === 0) begin = x
      turns += edge.turn
      if (turns === 0 && x > 0 && begin < 24) fill(row, begin, x, (to - from) / side)
    }
  }
  return coverage
}

/** How much of its square a picture fills, 0 to 1. */
export const inkOf = (coverage: Float64Array): number => coverage.reduce((sum, share) => sum + share, 0) / coverage.length

/**
 * The same of what is nowhere thinner than a width in units of the square: hairs fill something, but where a device draws them, nobody
 * sees them.
 */
export function bodyOf(coverage: Float64Array, width: number): number {
  const span = Math.max(1, Math.floor(width / side))
  // How many cells are whole up to each corner, so that a square of any size is four of these numbers.
  const stride = cells + 1
  const upTo = (of: (at: number) => boolean): Float64Array => {
    const sums = new Float64Array(stride * stride)
    for (let row = 1; row <= cells; row++)
      for (let column = 1; column <= cells; column++) {
        const [above, before] = [(row - 1) * stride + column, row * stride + column - 1]
        const own = of((row - 1) * cells + column - 1) ? 1 : 0
        sums[row * stride + column] = (sums[above] ?? 0) + (sums[before] ?? 0) - (sums[above - 1] ?? 0) + own
      }
    return sums
  }
  const within = (sums: Float64Array, top: number, left: number, bottom: number, right: number): number => {
    const at = (row: number, column: number) => sums[row * stride + column] ?? 0
    return at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left)
  }
  const filled = upTo((at) => (coverage[at] ?? 0) >= whole)
  // Where a whole square of that width begins; then every cell that is in one.
  const begins = upTo((at) => {
    const [row, column] = [Math.floor(at / cells), at % cells]
    if (row + span > cells || column + span > cells) return false
    return within(filled, row, column, row + span, column + span) === span * span
  })
  let body = 0
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++)
      if (within(begins, Math.max(0, row - span + 1), Math.max(0, column - span + 1), row + 1, column + 1) > 0) body++
  return body / (cells * cells)
}
