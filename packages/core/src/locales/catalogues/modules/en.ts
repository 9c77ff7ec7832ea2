import { enFlowChanges } from '../../en.flow-changes.js'
import { enFlowDamaged } from '../../en.flow-damaged.js'
import { enFlowMessage } from '../../en.flow-message.js'
import { enFlowPresale } from '../../en.flow-presale.js'
import { enFlowReturns } from '../../en.flow-returns.js'
import { enFlowSafety } from '../../en.flow-safety.js'
import type { ModuleTextName } from '../../text-name.js'

/** English: the sentences of the modules. */
export const moduleTexts: Readonly<Record<ModuleTextName, string>> = {
  ...enFlowChanges,
  ...enFlowDamaged,
  ...enFlowMessage,
  ...enFlowPresale,
  ...enFlowReturns,
  ...enFlowSafety,
}
