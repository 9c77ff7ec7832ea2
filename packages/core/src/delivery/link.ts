/** How the wire to the desk fares. Times are milliseconds of one clock. */
export interface Link {
  readonly state: 'off' | 'connecting' | 'up' | 'down'
  /** Attempts that came to nothing since the wire was last up. */
  readonly failures: number
  /** When attempts were made, of the last minute. */
  readonly attempts: readonly number[]
  /** The shopper has been told that the desk cannot be reached; told once, until it is up again. */
  readonly told: boolean
}

/** The first wait, and the longest, between attempts: while the page is visible, and while it is hidden. */
export const FIRST_WAIT = 1_000
export const LONGEST_VISIBLE_WAIT = 30_000
export const LONGEST_HIDDEN_WAIT = 300_000

/** After so many refusals, or so long without a desk, the shopper is offered another way. */
export const REFUSALS_UNTIL_TOLD = 3
export const DOWN_UNTIL_TOLD = 30_000

const ATTEMPTS_A_MINUTE = 12
const MINUTE = 60_000

/** A link before the first attempt. */
export const noLink: Link = {
  state: 'off',
  failures: 0,
  attempts: [],
  told: false,
}

/** The link while a new attempt is made. */
export function attempting(link: Link, now: number): Link {
  return {
    ...link,
    state: 'connecting',
    attempts: [...lastMinute(link, now), now],
  }
}

/** The link once the desk has said welcome. */
export function connected(link: Link): Link {
  return { ...link, state: 'up', failures: 0, told: false }
}

/** The link after a refusal, a timeout or a break. */
export function failed(link: Link): Link {
  return {
    ...link,
    state: 'down',
    failures: link.state === 'up' ? 0 : link.failures + 1,
  }
}

/** The link at rest: nothing waits, nobody is expected to speak. */
export function rested(link: Link): Link {
  return { ...link, state: 'off', failures: 0, told: false }
}

/**
 * How long to wait before the next attempt: full jitter over a doubling span, so that a thousand shoppers do not come back at
 * once. `random` is between 0 and 1, `least` what the desk asked for.
 */
export function reconnectWait(link: Link, now: number, random: number, visible: boolean, least = 0): number {
  const longest = visible ? LONGEST_VISIBLE_WAIT : LONGEST_HIDDEN_WAIT
  const span = Math.min(longest, FIRST_WAIT * 2 ** Math.min(link.failures, 20))
  return Math.max(least + random * span, hold(link, now))
}

/** How long an attempt must be put off even if it is wanted at once, so that there are at most twelve a minute. */
export function hold(link: Link, now: number): number {
  const recent = lastMinute(link, now)
  const oldest = recent[recent.length - ATTEMPTS_A_MINUTE]
  return oldest === undefined ? 0 : oldest + MINUTE - now
}

// A clock that was set back must not hold a link for a year: attempts of the future do not count.
function lastMinute(link: Link, now: number): readonly number[] {
  return link.attempts.filter((at) => at <= now && at > now - MINUTE)
}
