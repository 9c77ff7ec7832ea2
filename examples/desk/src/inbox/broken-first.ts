import type { Row } from '../agent-api.js'

/** Whether the time that the shopper was told has passed without an answer. */
export function isBroken({ promised }: Pick<Row, 'promised'>, now: number): boolean {
  return promised !== null && promised < now
}

/** The rows as the desk ordered them, with those first whose promise was broken meanwhile; what is urgent stays before them. */
export function brokenFirst(rows: readonly Row[], now: number): readonly Row[] {
  const rank = (row: Row) => (row.priority === 'urgent' ? 0 : isBroken(row, now) ? 1 : 2)
  return rows.every((row, index) => index === 0 || rank(rows[index - 1] ?? row) <= rank(row))
    ? rows
    : [...rows].sort((left, right) => rank(left) - rank(right))
}
