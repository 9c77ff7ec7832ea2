import { factValue, isKnown } from '../facts/fact-value.js'
import type { BranchStep, CallStep, Condition, FlowCard } from '../flow/flow.js'
import { isOpen } from '../handoff/hours.js'
import type { Json } from '../json.js'
import { LIMITS } from '../limits.js'
import { enterStep } from './enter-step.js'
import type { Card } from './entry.js'
import type { ChatEvent } from './event.js'
import { toOptions } from './greet.js'
import type { Turn } from './turn.js'

type When = BranchStep['cases'][number]['when']

/** What only a shop's own flow makes use of: its openings, cards, conditions on amounts and hours, and what its own actions answer. */
export interface OwnFlow {
  begin(turn: Turn, event: Extract<ChatEvent, { type: 'start' }>): void
  showCards(turn: Turn, cards: readonly FlowCard[]): void
  holds(turn: Turn, when: When): boolean
  save(turn: Turn, places: NonNullable<CallStep['save']>, value: Json): boolean
}

export const own: OwnFlow = { begin, showCards, holds, save }

/**
 * An opening of the flow's own was taken up: what it said is the first line. A step that is not there leaves the menu. In the middle of
 * a conversation the page leads on to the step; never away from a person, or from what is about to be passed on to one.
 */
function begin(turn: Turn, { step = '', say }: Extract<ChatEvent, { type: 'start' }>): void {
  const { flow, state } = turn
  const { menu, greeting } = flow
  if (say === undefined && /bot|calling/.test(state.phase)) {
    if (step !== menu && !turn.stepOf(step)) return
    turn.drop()
    return enterStep(turn, step)
  }
  if (state.phase !== 'idle') return
  turn.do({ do: 'look-who-is-there' })
  turn.change({ phase: 'bot' })
  turn.say(say ?? greeting.text)
  const options = toOptions(flow, greeting.options, state.facts)
  turn.ask(menu, { kind: 'choice', look: greeting.look ?? 'rows', options })
  if (step !== menu && turn.stepOf(step)) enterStep(turn, step)
}

function showCards(turn: Turn, cards: readonly FlowCard[]): void {
  turn.add('bot', {
    kind: 'cards',
    cards: cards.map(({ title, text, ...rest }): Card => {
      return { ...rest, title: turn.text(title), ...(text === undefined ? {} : { text: turn.text(text) }) }
    }),
  })
}

/** One condition, or all of several. */
function holds(turn: Turn, when: When): boolean {
  return 'length' in when ? when.every((one) => holdsOne(turn, one)) : holdsOne(turn, when)
}

function holdsOne({ flow, event, state: { facts, availability } }: Turn, condition: Condition): boolean {
  const there = availability?.open ?? true
  if ('desk' in condition) return there === (condition.desk === 'open')
  if ('hours' in condition) return (flow.hours ? isOpen(flow.hours, event.at) : there) === (condition.hours === 'open')
  if ('known' in condition) return isKnown(facts, condition.known)
  if ('unknown' in condition) return !isKnown(facts, condition.unknown)
  const value = factValue(facts, condition.fact)
  if ('in' in condition) return condition.in.includes(value)
  if ('notIn' in condition) return !condition.notIn.includes(value)
  // What is not there, or is no number, is neither at least nor below one.
  const amount = value === '' ? Number.NaN : Number(value)
  return 'atLeast' in condition ? amount >= condition.atLeast : amount < condition.below
}

/**
 * Takes facts from what an action has answered. What is not there, or is neither text nor number, teaches nothing; says whether
 * anything was there at all.
 */
function save(turn: Turn, places: NonNullable<CallStep['save']>, value: Json): boolean {
  let isAnswer = false
  for (const [name, place] of Object.entries(places)) {
    const found = at(value, place)
    if (found === undefined || found === null || typeof found === 'object') continue
    isAnswer = true
    turn.learn({ [name]: `${found}`.slice(0, LIMITS.message) }, 'desk')
  }
  return isAnswer
}

function at(value: Json, place: string): Json | undefined {
  let found: Json | undefined = value
  for (const name of place.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as { readonly [name: string]: Json })[name]
  }
  return found
}
