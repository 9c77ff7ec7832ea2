import type { State } from '../conversation/state.js'
import { knownFact } from '../facts/fact-value.js'
import type { ReasonCode } from '../handoff/reason.js'
import { type Evidence, together } from './evidence.js'

/** The part of a conversation's state that tells whether the bot is the wrong tool. */
export type Behaviour = Pick<State, 'nos' | 'tries' | 'unplaced' | 'prompt' | 'facts' | 'taps'>

/** Evidence for a person, and the reason that it gives. */
export interface Sign extends Evidence {
  readonly reason: ReasonCode
}

// Who writes more than this where buttons wait tells a story.
const LONG = 280

// Taps on one button, each right after the other, that are no longer a slip of the finger.
const MANY_TAPS = 3

// Facts that only the shop's own server can know. What a page or a text says of them is not heard.
const VALUED = ['vip', 'highValue']

/**
 * What the conversation has been like, as evidence for a person: answers that did not help, forms that did not check, texts that
 * found no place, a button tapped in anger, a long text where buttons wait, and a shopper whom the desk knows to be of
 * high value. One sign alone is seldom enough; together they are.
 */
export function behaviourOf({ nos, tries, unplaced, prompt, facts, taps }: Behaviour, text: string): readonly Sign[] {
  const failures = Object.values(tries).reduce((sum, count) => sum + count, 0)
  const buttons = prompt !== null && prompt.kind !== 'form' && prompt.kind !== 'review'
  const isLong = buttons && text.trim().length > LONG
  return [
    sign('no', 'not-helped', 0.35, nos),
    sign('failed-form', 'failed-form', 0.2, failures),
    sign('unplaced', 'unplaced', 0.2, unplaced),
    sign('rage-taps', 'not-helped', 0.4, taps && taps.times >= MANY_TAPS ? 1 : 0),
    sign('long-text', 'complex', 0.6, isLong ? 1 : 0),
    sign('valued', 'other', 0.6, VALUED.filter((name) => isVouchedFor(facts, name)).length),
  ].filter(({ score }) => score > 0)
}

function isVouchedFor(facts: Behaviour['facts'], name: string): boolean {
  const fact = knownFact(facts, name)
  return fact?.verified === true && fact.value !== 'no'
}

function sign(rule: string, reason: ReasonCode, each: number, times: number): Sign {
  // Nine of a kind are as certain as ninety.
  return { rule, reason, words: `${times}`, score: together(Array<number>(Math.min(times, 9)).fill(each)) }
}
