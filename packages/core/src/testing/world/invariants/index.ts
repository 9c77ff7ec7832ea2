import type { Invariant } from '../sight.js'
import { botKeepsQuiet } from './bot-keeps-quiet.js'
import { bounded } from './bounded.js'
import { calmReconnects } from './calm-reconnects.js'
import { inOrder } from './in-order.js'
import { notesStayInside } from './notes-stay-inside.js'
import { nothingLeftBehind } from './nothing-left-behind.js'
import { nothingLost } from './nothing-lost.js'
import { once } from './once.js'
import { oneOpen } from './one-open.js'
import { onlyForward } from './only-forward.js'
import { outboxEmpties } from './outbox-empties.js'
import { ownersApart } from './owners-apart.js'
import { personOffered } from './person-offered.js'
import { replicasEqual } from './replicas-equal.js'
import { sentIsCommitted } from './sent-is-committed.js'
import { textConserved } from './text-conserved.js'

/** What must hold after every step of the world, I1 to I16. */
export const INVARIANTS: readonly Invariant[] = [
  // First: to a replica it is also a record that the log does not have.
  notesStayInside,
  nothingLost,
  once,
  inOrder,
  replicasEqual,
  sentIsCommitted,
  onlyForward,
  ownersApart,
  textConserved,
  outboxEmpties,
  bounded,
  personOffered,
  oneOpen,
  calmReconnects,
  nothingLeftBehind,
  botKeepsQuiet,
]
