import type { State } from '../conversation/state.js'
import { factValue } from '../facts/fact-value.js'
import type { Flow } from '../flow/flow.js'
import { factsInWords } from '../flow/in-words.js'
import { textOf } from '../flow/text-of.js'
import { LIMITS } from '../limits.js'
import type { Reason } from './reason.js'

/** Cuts on a whole character and marks the cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** The one sentence that a person reads first: the matter, the order if there is one, and the shopper's own words. */
export function summarise(flow: Flow, state: State, reason: Reason): string {
  const facts = factsInWords(flow, state.facts)
  const matter = textOf(flow, `summary.${reason.code}`, facts)
  const order = factValue(state.facts, 'orderNumber')
  const about = order === '' || matter.includes(order) ? '' : ` ${textOf(flow, 'summary.about', facts)}`
  const words = reason.because === '' ? '' : ` “${reason.because}”`
  return shorten(`${matter}${about}${words}`, LIMITS.summary)
}
