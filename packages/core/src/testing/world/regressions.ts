/** A seed that once broke a promise, and what was wrong. Each has a small test of its own beside what was mended, too. */
export interface Regression {
  readonly seed: number
  readonly was: string
}

/** A seed is a world only as long as worlds are made the same way; it is kept as long as it costs nothing. */
export const REGRESSIONS: readonly Regression[] = [
  { seed: 4, was: 'after a wipe, what was typed in a tab that was open fell into a void' },
  { seed: 6, was: 'a page from the start that came late moved the cursor back' },
  { seed: 55, was: 'a late frame of a log that a restore had thrown away brought it back, four times a second, for ever' },
  { seed: 40, was: 'a conversation that a restore had opened again was shown twice' },
  { seed: 91, was: 'a story that two tabs had kept apart showed the lines of a log twice' },
  { seed: 119, was: 'a failed line of a shopper who had left was sent again for the next one' },
  { seed: 121, was: 'a copy that was numbered anew left a gap, for which the desk asked again and again' },
  { seed: 139, was: 'a clock that was set back let a tab connect more often than twelve times a minute' },
]
