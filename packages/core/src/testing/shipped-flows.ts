import { composeFlow } from '../flow/compose-flow.js'
import { fitFlow } from '../flow/fit-flow.js'
import type { Flow, FlowModule } from '../flow/flow.js'
import { articles } from '../flow/modules/articles.js'
import { changes } from '../flow/modules/changes.js'
import { damaged } from '../flow/modules/damaged.js'
import { message } from '../flow/modules/message.js'
import { orders } from '../flow/modules/orders.js'
import { presale } from '../flow/modules/presale.js'
import { returns } from '../flow/modules/returns.js'
import { safety } from '../flow/modules/safety.js'
import { storefrontFlow } from '../flow/storefront-flow.js'

/** The modules that come with Shopbell, by their names. */
export const shippedModules: Readonly<Record<string, FlowModule>> = {
  orders,
  returns,
  changes,
  damaged,
  presale,
  articles,
  message,
  safety,
}

const alone = Object.entries(shippedModules).map(
  ([id, module]) => [id, composeFlow({ id, version: 1, modules: [module] })] as const,
)

/**
 * Every flow that comes with Shopbell: the default one, all modules together, each by itself, and the default one in a shop that
 * has neither desk nor tickets. What is promised of flows is tested on all of them.
 */
export const shippedFlows: Readonly<Record<string, Flow>> = {
  storefront: storefrontFlow,
  everything: composeFlow({ id: 'everything', version: 1, modules: Object.values(shippedModules) }),
  'storefront by mail': fitFlow(storefrontFlow, new Set(['orders', 'faqs'])),
  ...Object.fromEntries(alone),
}
