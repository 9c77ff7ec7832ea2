import type { Commit } from '../../conversation/commit.js'
import type { Entry } from '../../conversation/entry.js'
import type { DeskConversation, DeskTables } from '../../desk/desk-rules.js'
import type { Snapshot } from '../../snapshot.js'
import type { Attempts } from './network.js'
import type { Witness } from './witness.js'

/** A tab as an invariant sees it, with how it was one step before. */
export interface TabSight {
  readonly name: string
  readonly device: string
  /** `alive`, or left in good order; crashed tabs are not seen any more. */
  readonly destroyed: boolean
  readonly snapshot: Snapshot
  /** The same array for as long as the same lines are shown. */
  readonly lines: readonly Entry[]
  readonly held: Commit | null
  /** `null` at first sight, and where nothing has changed. */
  readonly before: Pick<TabSight, 'snapshot' | 'held'> | null
  /** How many run now. */
  timers(): number
  readonly attempts: Attempts
  readonly level: 'durable' | 'memory'
  /** Nothing that happened elsewhere is unknown here: the tab's own way to the store works. */
  readonly changed: boolean
}

/** The world at rest between two steps. */
export interface Sight {
  readonly elapsed: number
  readonly tables: DeskTables
  readonly databaseChanged: boolean
  /** The conversations of the database that this step has changed. */
  readonly news: readonly DeskConversation[]
  readonly disks: readonly { readonly device: string; readonly disk: Commit | null; readonly before: Commit | null }[]
  /** Something that holds texts has changed. */
  readonly changed: boolean
  readonly tabs: readonly TabSight[]
  readonly witness: Witness
  /** The world is healed, and has been healthy for a minute. */
  readonly healed: boolean
}

/** A promise that must hold after every step. */
export interface Invariant {
  /** As in docs/delivery.md. */
  readonly id: string
  /** One sentence. */
  readonly says: string
  /** It looks at timers and connections, of which nothing is kept or shown; else it is asked only where something has changed. */
  readonly looksAlways?: boolean
  /** How it is broken, or `null`. */
  broken(sight: Sight): string | null
}
