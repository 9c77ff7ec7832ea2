import type { LineHeights } from './line-heights.js'

/** Lines that are in the page: from the first to before the second. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The part of the story that is seen, measured from the first line's beginning. */
export interface Sight {
  readonly top: number
  readonly height: number
}

/** How far beyond the sight lines must be, are drawn anew, and may be at most, in CSS pixels. */
const NEAR = 200
const AROUND = 400
const FAR = 700

/**
 * The lines that should be in the page. As long as those that are there reach far enough and not too far, they stay, so that scrolling
 * draws some lines at times instead of one all the time.
 */
export function nextRange(now: Range, heights: LineHeights, { top, height }: Sight): Range {
  const reach = (margin: number): Range => ({
    from: heights.lineAt(top - margin),
    to: heights.lineAt(top + height + margin) + 1,
  })
  const needed = reach(NEAR)
  const most = reach(FAR)
  const fits = now.from <= needed.from && now.to >= needed.to && now.from >= most.from && now.to <= most.to
  return fits ? now : reach(AROUND)
}
