import type { Flow } from '../flow/flow.js'
import { answerCall, failCall } from './calls.js'
import { enterStep } from './enter-step.js'
import type { Id } from './entry.js'
import type { ChatEvent } from './event.js'
import type { Kind } from './kinds/kind.js'
import { kindOf } from './kinds/kinds.js'
import type { Parts } from './parts.js'
import type { Option, Prompt } from './prompt.js'
import type { Transition } from './start.js'
import type { State } from './state.js'
import { beginTurn, type Turn } from './turn.js'

// Milliseconds between two taps of one who does not read what comes.
const QUICK = 2_000

/**
 * One event reduced with what is there of the flow and of the machine. `missing` names the steps and parts that it came to and
 * did not find; whoever can fetch one throws `done` away, and reduces the same event again.
 */
export interface Attempt {
  readonly done: Transition
  readonly missing: readonly string[]
}

/** The machine, but for the first opening and free text, and for those of its parts that most never need. */
export function reduce(flow: Flow, state: State, event: ChatEvent, parts: Partial<Parts>): Attempt {
  const turn = beginTurn(flow, state, event, parts)
  const { phase } = state
  react(turn, event)
  // By now the bot has had its say; what is left concerns those who are on their way to a person.
  if (phase === 'review' || phase === 'handed' || event.type === 'talk-to-agent' || event.type === 'attach') {
    turn.part('handoff')?.react(turn, event)
  }
  return turn.attempt()
}

function react(turn: Turn, event: ChatEvent): void {
  switch (event.type) {
    case 'choose': {
      const prompt = promptOf(turn, event.prompt)
      const option = prompt && optionsOf(prompt).find(({ id }) => id === event.option)
      if (!prompt || !option) return
      countTap(turn, option.id, event.at)
      return answer(turn, prompt, (kind, step) => kind.choose?.(turn, step, option, prompt))
    }
    case 'submit':
      return submit(turn, event)
    case 'start':
      return turn.part('own')?.begin(turn, event)
    case 'back':
      return back(turn)
    case 'call.done':
      return answerCall(turn, event)
    case 'call.failed':
      return failCall(turn, event)
    case 'resumed':
      return turn.part('resume')?.(turn)
    case 'page.changed':
      return turn.learn(event.facts, 'page')
    case 'availability.changed':
      if (!same(turn.state.availability, event.availability)) turn.change({ availability: event.availability })
  }
}

/** One button over and over, faster than anybody reads, is anger: triage hears of it. */
function countTap(turn: Turn, option: Id, at: number): void {
  const { taps } = turn.state
  const again = taps?.option === option && at - taps.at < QUICK
  turn.change({ taps: { option, at, times: again ? taps.times + 1 : 1 } })
}

/** The prompt that waits, if it is the one that is meant: a used button and an old form change nothing. */
function promptOf({ state: { prompt } }: Turn, id: Id): Prompt | null {
  return prompt?.id === id ? prompt : null
}

function optionsOf(prompt: Prompt): readonly Option[] {
  if (!('options' in prompt)) return []
  return prompt.kind === 'articles'
    ? [...prompt.articles.map(({ id, title }) => ({ id, label: title })), ...prompt.options]
    : prompt.options
}

/** The shopper sends the form or the search that waits. The review is not the bot's business. */
export function submit(turn: Turn, event: Extract<ChatEvent, { type: 'submit' }>): void {
  const prompt = promptOf(turn, event.prompt)
  if (prompt?.kind !== 'form' && prompt?.kind !== 'articles') return
  answer(turn, prompt, (kind, step) => kind.submit?.(turn, step, event, prompt))
}

type WithStep<Answer> = (
  kind: Kind<NonNullable<ReturnType<Turn['stepOf']>>>,
  step: NonNullable<ReturnType<Turn['stepOf']>>,
) => Answer

function answer(turn: Turn, prompt: Prompt, way: WithStep<Id | undefined>): void {
  const step = turn.stepOf(prompt.step)
  const kind = step && kindOf(turn, step)
  const next = kind && way(kind, step)
  if (next !== undefined) enterStep(turn, next)
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** From the article back to its list, from the review back to what was there before, or to the menu. */
function back(turn: Turn): void {
  const { previous, phase } = turn.state
  if (phase === 'review') turn.change({ phase: 'bot', reason: null, previous: null })
  else if (phase !== 'bot' || previous === null) return
  if (!previous) return enterStep(turn, turn.flow.menu)
  turn.change({ step: previous.step, previous: null, reason: null, prompt: { ...previous, id: `${turn.event.id}.p` } })
}
