// What an order is shown with, reached by one dynamic import only (see ../later-parts.ts).
export { orderWords as words } from '@shopbell/core'
export { default as css } from '../../../styles/orders.css?inline'
export { OrderCard } from './order-card.js'
