import type * as link from '../../../delivery/link.js'
import type * as log from '../../../delivery/log.js'
import type * as outbox from '../../../delivery/outbox.js'
import type * as presence from '../../../delivery/presence.js'
import type * as queueCommands from '../../../delivery/queue-commands.js'
import type * as keepPromises from '../../../live/keep-promises.js'
import type * as patience from '../../../live/patience.js'
import type { Habits, Rules } from '../habits.js'
import type { TabPlant } from '../tab.js'

/** Wraps exported functions of a module: each gets the real one. */
type Wrapped<Module> = { readonly [Name in keyof Module]?: (real: Module[Name]) => Module[Name] }

/** The modules of delivery whose exported functions a planted bug can stand in for. */
export interface Seams {
  readonly outbox?: Wrapped<typeof outbox>
  readonly log?: Wrapped<typeof log>
  readonly link?: Wrapped<typeof link>
  readonly presence?: Wrapped<typeof presence>
  readonly 'queue-commands'?: Wrapped<typeof queueCommands>
  readonly patience?: Wrapped<typeof patience>
  readonly 'keep-promises'?: Wrapped<typeof keepPromises>
}

/** A bug, put into a world from outside: the product's code stays as it is. */
export interface Plant {
  readonly tab?: TabPlant
  rules?(real: Rules): Rules
  readonly habits?: Partial<Habits>
  readonly seams?: Seams
}
