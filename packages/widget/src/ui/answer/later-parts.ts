import type { ArticleWords, OrderWords, OwnWords } from '@shopbell/core'
import { fetchPart, type LaterPart } from '../fetch-part.js'
import type { View } from '../view.js'

/** What only some of the bot's answers are drawn with. */
export interface LaterParts {
  readonly orders: LaterPart<typeof import('./orders/index.js'), OrderWords>
  readonly articles: LaterPart<typeof import('./articles/index.js'), ArticleWords>
  readonly own: LaterPart<typeof import('./own/index.js'), OwnWords>
}

const ofView = new WeakMap<View, LaterParts>()

/** The later parts of one widget on the page: each is fetched when its first answer is to be drawn. */
export function laterParts(view: View): LaterParts {
  const known = ofView.get(view)
  if (known) return known
  const parts: LaterParts = {
    orders: fetchPart('orders', () => import('./orders/index.js'), view),
    articles: fetchPart('articles', () => import('./articles/index.js'), view),
    own: fetchPart('own', () => import('./own/index.js'), view),
  }
  ofView.set(view, parts)
  return parts
}
