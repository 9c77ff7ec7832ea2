import type { RuleName } from '../theme.js'

/** A theme that somebody might send, and what the checker says of it, exactly. The files here are for tests, and are not published. */
export interface HostileTheme {
  /** The row of the list of faults that it stands for. */
  readonly id: `H0${number}`
  /** What it tries, as the rest of a test's name. */
  readonly tries: string
  readonly theme: unknown
  readonly finds: readonly (readonly [rule: RuleName, path: string])[]
}

/** What a theme must have, so that nothing else is found. */
export const named = { name: 'gift', description: 'A friendly theme' } as const
