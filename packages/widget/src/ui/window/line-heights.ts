/** How many lines are summed up together, so that a place is found without adding up all that is above it. */
const BLOCK = 64

/** The heights of all lines of a story, measured or guessed, from which follows where each one is. All lengths are CSS pixels. */
export interface LineHeights {
  readonly count: number
  readonly total: number
  /** Makes it so many lines; new ones have the guessed height. */
  resize(count: number): void
  set(line: number, height: number): void
  /** How far below the first line's beginning this one begins. One after the last begins where the last ends. */
  topOf(line: number): number
  /** The line at a place: the first above the beginning, the last below the end. */
  lineAt(y: number): number
}

/** Heights of no lines yet. `guess` is what a line has that was never drawn. */
export function lineHeights(guess: number): LineHeights {
  const heights: number[] = []
  const sums: number[] = []
  const blockOf = (line: number) => Math.floor(line / BLOCK)
  const add = (line: number, height: number) => {
    sums[blockOf(line)] = (sums[blockOf(line)] ?? 0) + height
  }

  return {
    get count() {
      return heights.length
    },
    get total() {
      return sums.reduce((total, sum) => total + sum, 0)
    },
    resize(count) {
      while (heights.length < count) {
        add(heights.length, guess)
        heights.push(guess)
      }
      while (heights.length > count) add(heights.length - 1, -(heights.pop() ?? 0))
      sums.length = Math.ceil(count / BLOCK)
    },
    set(line, height) {
      const before = heights[line]
      if (before === undefined || before === height) return
      add(line, height - before)
      heights[line] = height
    },
    topOf(line) {
      const block = Math.min(blockOf(line), sums.length)
      let top = 0
      for (let index = 0; index < block; index++) top += sums[index] ?? 0
      for (let index = block * BLOCK; index < Math.min(line, heights.length); index++) top += heights[index] ?? 0
      return top
    },
    lineAt(y) {
      let line = 0
      let left = y
      for (let block = 0; block < sums.length - 1 && left >= (sums[block] ?? 0); block++) {
        left -= sums[block] ?? 0
        line += BLOCK
      }
      while (line < heights.length - 1 && left >= (heights[line] ?? 0)) {
        left -= heights[line] ?? 0
        line++
      }
      return line
    },
  }
}
