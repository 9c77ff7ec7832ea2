import type { enFlow } from './en.flow.js'
import type { enFlowArticles } from './en.flow-articles.js'
import type { enFlowChanges } from './en.flow-changes.js'
import type { enFlowDamaged } from './en.flow-damaged.js'
import type { enFlowFields } from './en.flow-fields.js'
import type { enFlowHandoff } from './en.flow-handoff.js'
import type { enFlowMessage } from './en.flow-message.js'
import type { enFlowOpening } from './en.flow-opening.js'
import type { enFlowOrderTroubles } from './en.flow-order-troubles.js'
import type { enFlowOrders } from './en.flow-orders.js'
import type { enFlowPresale } from './en.flow-presale.js'
import type { enFlowReturns } from './en.flow-returns.js'
import type { enFlowSafety } from './en.flow-safety.js'

/** The key of a sentence that the default flow says, or the machine in any flow. */
export type DefaultTextName =
  | keyof typeof enFlow
  | keyof typeof enFlowArticles
  | keyof typeof enFlowFields
  | keyof typeof enFlowHandoff
  | keyof typeof enFlowOpening
  | keyof typeof enFlowOrders
  | keyof typeof enFlowOrderTroubles

/** The key of a sentence in one of the modules that a shop can compose into its flow. */
export type ModuleTextName =
  | keyof typeof enFlowChanges
  | keyof typeof enFlowDamaged
  | keyof typeof enFlowMessage
  | keyof typeof enFlowPresale
  | keyof typeof enFlowReturns
  | keyof typeof enFlowSafety

/** The key of any sentence that Shopbell ships. A shop's own flow may have others. */
export type TextName = DefaultTextName | ModuleTextName
