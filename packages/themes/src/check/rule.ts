import type { Flaw } from '../read-document.js'
import type { Finding, ResolvedTheme } from '../theme.js'

/** What a rule judges. */
export interface Subject {
  /** The theme as it was written; undefined where it is no theme at all, which `flaw` says. */
  readonly written: unknown
  readonly flaw: Flaw | undefined
  /** The theme as it would be worn. */
  readonly settled: ResolvedTheme
  /** The paths of values that were dropped. */
  readonly dropped: readonly string[]
  /** The hosts from which the shop allows pictures. */
  readonly hosts: readonly string[]
}

/** One thing that can be wrong with a theme. */
export interface Rule {
  readonly name: Finding['rule']
  judge(subject: Subject): readonly Finding[]
}
