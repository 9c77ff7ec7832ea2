import { useCounter } from '../counter.js'
import { laterParts } from './later-parts.js'

/** Lies over the transcript while an article is read. The article's own line has fetched the part by then. */
export function ArticleInHand() {
  const { here } = laterParts(useCounter().view).articles
  const part = here.value
  return part && <part.parts.ArticleView words={part.words} />
}
