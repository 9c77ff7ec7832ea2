import { enFlowOpening } from '../../locales/en.flow-opening.js'
import type { FlowModule } from '../flow.js'
import { type OrderTroubleStepId, troubles } from '../storefront-order-troubles.js'
import { chapter, type OrderStepId } from '../storefront-orders.js'

/** Order status: number and e-mail, the shipment's timeline, and an honest answer for each situation. */
export const orders: FlowModule<OrderStepId | OrderTroubleStepId> = {
  name: 'order',
  entry: { id: 'order', label: 'menu.order', hint: 'menu.order.hint', icon: 'parcel', next: 'order-ask', needs: 'orders' },
  steps: { ...chapter.steps, ...troubles.steps },
  texts: {
    ...chapter.texts,
    ...troubles.texts,
    'menu.order': enFlowOpening['menu.order'],
    'menu.order.hint': enFlowOpening['menu.order.hint'],
  },
  routes: { order: 'order-ask' },
}
