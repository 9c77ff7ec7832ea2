import type { FindingCode } from '../../finding.js'
import type { Flow } from '../../flow.js'
import type { Graph, Way } from '../explore.js'

/** What rules look at. */
export interface Subject {
  readonly flow: Flow
  readonly graph: Graph
  /** Facts that may come from outside: from the page, or as the caller of the checker says. */
  readonly given: ReadonlySet<string>
  /** The words of other languages, by language and key. */
  readonly languages: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A fault, and the path through the graph that shows it. */
export interface Fault {
  readonly path: string
  readonly says: string
  readonly ways?: readonly Way[]
}

/** One thing that must not be. */
export interface Rule {
  readonly code: FindingCode
  find(subject: Subject): readonly Fault[]
}
