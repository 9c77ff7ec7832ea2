import type { Catalogue, WordGroups } from '../catalogue.js'
import { articleWords } from '../en.articles.js'
import { bubbleWords } from '../en.bubble.js'
import { deviceWords } from '../en.device.js'
import { enFlow } from '../en.flow.js'
import { enFlowArticles } from '../en.flow-articles.js'
import { enFlowFields } from '../en.flow-fields.js'
import { enFlowHandoff } from '../en.flow-handoff.js'
import { enFlowOpening } from '../en.flow-opening.js'
import { enFlowOrderTroubles } from '../en.flow-order-troubles.js'
import { enFlowOrders } from '../en.flow-orders.js'
import { words } from '../en.js'
import { openingWords } from '../en.opening.js'
import { orderWords } from '../en.orders.js'
import { ownWords } from '../en.own.js'
import { personWords } from '../en.person.js'
import type { DefaultTextName } from '../text-name.js'

// Register: plain and warm, British spelling. English lies beside the code that says it, so that it comes along with each part of
// the widget; this puts it together for whoever wants all of it.

/** English, which every other language is held against. */
export const catalogue: Catalogue & WordGroups & { readonly texts: Readonly<Record<DefaultTextName, string>> } = {
  locale: 'en',
  name: 'English',
  review: 'native',
  direction: 'ltr',
  opening: openingWords,
  answer: words,
  orders: orderWords,
  articles: articleWords,
  own: ownWords,
  bubble: bubbleWords,
  device: deviceWords,
  person: personWords,
  texts: {
    ...enFlowOpening,
    ...enFlow,
    ...enFlowOrders,
    ...enFlowOrderTroubles,
    ...enFlowArticles,
    ...enFlowHandoff,
    ...enFlowFields,
  },
}
