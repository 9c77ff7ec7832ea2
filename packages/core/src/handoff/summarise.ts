import type { State } from '../conversation/state.js'
import { factValue } from '../facts/fact-value.js'
import type { Fact } from '../facts/facts.js'
import type { Flow } from '../flow/flow.js'
import { factsInWords } from '../flow/in-words.js'
import { textOf } from '../flow/text-of.js'
import { LIMITS } from '../limits.js'
import type { Reason } from './reason.js'

// Characters of an article's title in a summary.
const MOST_TITLE = 60

/** Cuts on a whole character and marks the cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** Of somebody who asks for a person after an article: which one it was, and what was missing in it. */
function readFirst(flow: Flow, { facts, tried }: State, { code }: Reason): string | undefined {
  const last = tried.at(-1)
  if (!last || last.helped || (code !== 'asked' && code !== 'not-helped')) return undefined
  const { missing } = last
  const fact = (value: string): Fact => ({ value, source: 'shopper', verified: false, at: 0 })
  // The title gives way first, so that what the shopper missed stays whole.
  const title = shorten(last.article.title, MOST_TITLE)
  const key = missing ? 'summary.missing' : 'summary.read'
  // A flow of a shop's own may not have the words.
  if (!Object.hasOwn(flow.texts, key)) return undefined
  return textOf(flow, key, {
    ...facts,
    title: fact(title),
    missing: fact(missing ?? ''),
  })
}

/** The one sentence that a person reads first: the matter, the order if there is one, and the shopper's own words. */
export function summarise(flow: Flow, state: State, reason: Reason): string {
  const facts = factsInWords(flow, state.facts)
  // A flow of a shop's own may be older than the reason.
  const key = Object.hasOwn(flow.texts, `summary.${reason.code}`) ? (`summary.${reason.code}` as const) : 'summary.other'
  const matter = readFirst(flow, state, reason) ?? textOf(flow, key, facts)
  const order = factValue(state.facts, 'orderNumber')
  const about = order === '' || matter.includes(order) ? '' : ` ${textOf(flow, 'summary.about', facts)}`
  const words = reason.because === '' ? '' : ` “${reason.because}”`
  return shorten(`${matter}${about}${words}`, LIMITS.summary)
}
