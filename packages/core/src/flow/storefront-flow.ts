import type { Flow } from './flow.js'
import { chapter as articles } from './storefront-articles.js'
import { storefrontChapters } from './storefront-chapters.js'
import { chapter as handoff } from './storefront-handoff.js'
import { troubles } from './storefront-order-troubles.js'
import { chapter as orders } from './storefront-orders.js'
import { withChapter } from './with-chapter.js'

const { chapters: _, ...beginning } = storefrontChapters

/**
 * The flow that a shop gets without writing one: order status, articles, and a person from everywhere.
 *
 * @example createChat({ site: 'demo', adapter, opening: storefrontFlow, flow: storefrontFlow })
 */
export const storefrontFlow: Flow = [orders, troubles, articles, handoff].reduce<Flow>(withChapter, beginning)
