import type { FactSource } from '../facts/facts.js'
import { learn } from '../facts/learn.js'
import type { Flow, Step } from '../flow/flow.js'
import { textOf } from '../flow/text-of.js'
import type { Reason } from '../handoff/reason.js'
import type { Effect } from './effect.js'
import type { By, Content, Entry, Id } from './entry.js'
import type { ChatEvent } from './event.js'
import type { Parts } from './parts.js'
import type { Prompt } from './prompt.js'
import type { Attempt } from './reduce.js'
import type { State } from './state.js'

type WithoutNames<P> = P extends unknown ? Omit<P, 'id' | 'step'> : never

/**
 * One event's work in progress. It belongs to a single transition and is never seen outside; the state it began with is not
 * touched, but copied at the first change. Ids are counted from the event's, so that replaying the event makes the same lines.
 */
export interface Turn {
  readonly flow: Flow
  readonly event: ChatEvent
  readonly state: State
  /** A step by its id; the menu is the greeting. */
  stepOf(id: Id | null): Step | undefined
  /** A part of the machine. Without it the turn is not finished: it is taken again once the part is there. */
  part<Name extends keyof Parts>(name: Name): Parts[Name] | undefined
  callPerson(reason: Reason): void
  /** What it has come to. */
  attempt(): Attempt
  change(patch: Partial<State>): void
  do(effect: Effect): void
  add(by: By, content: Content): void
  /** The words for a key of the flow's, filled in with what is known. */
  text(key: string): string
  /** A sentence of the bot's, by its key in the flow's texts. */
  say(key: string | undefined): void
  /** The shopper's answer to a prompt, as one line. */
  answer(to: Id, text: string, key?: string): void
  /** Puts a new prompt up, which is the turn's from here on. At most one in a turn stays, so the event's id names it. */
  ask(step: Id, fresh: WithoutNames<Prompt>): void
  learn(news: Readonly<Record<string, string>>, source: FactSource): void
  /** Takes a call back that is still under way. */
  drop(): void
}

/** Begins the turn of an event. */
export function beginTurn(flow: Flow, before: State, event: ChatEvent, parts: Partial<Parts>): Turn {
  const { id: turnId, at } = event
  const entries: Entry[] = []
  const effects: Effect[] = []
  // What the turn has come to and did not find: ids of steps, and names of parts.
  const missing: Id[] = []
  let state = before

  const turn: Turn = {
    flow,
    event,
    get state() {
      return state
    },
    stepOf(id) {
      if (id === null) return undefined
      if (id === flow.menu) return flow.greeting
      const step = Object.hasOwn(flow.steps, id) ? flow.steps[id] : undefined
      if (!step) missing.push(id)
      return step
    },
    part(name) {
      const part: Partial<Parts>[typeof name] = parts[name]
      if (!part) missing.push(name)
      return part
    },
    callPerson: (reason) => turn.part('handoff')?.openReview(turn, reason),
    attempt: () => ({ done: [state, entries, effects], missing }),
    change(patch) {
      state = { ...state, ...patch }
    },
    do: (effect) => void effects.push(effect),
    add: (by, content) => void entries.push({ id: `${turnId}.${entries.length}`, turn: turnId, at, by, content }),
    text: (key) => textOf(flow, key, state.facts),
    say(key) {
      if (key !== undefined) turn.add('bot', { kind: 'text', text: turn.text(key), key })
    },
    answer(to, text, key) {
      if (text !== '') turn.add('shopper', { kind: 'answered', to, text, ...(key === undefined ? {} : { key }) })
    },
    ask: (step, fresh) => turn.change({ step, prompt: Object.assign(fresh, { id: `${turnId}.p`, step }) as Prompt }),
    learn(news, source) {
      const facts = learn(state.facts, news, source, at)
      if (facts !== state.facts) turn.change({ facts })
    },
    drop() {
      const { pending, phase } = state
      if (pending) turn.do({ do: 'abort', call: pending.call })
      turn.change({ pending: null, previous: null, phase: phase === 'calling' ? 'bot' : phase })
    },
  }
  return turn
}
