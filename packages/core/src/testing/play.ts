import type { Effect } from '../conversation/effect.js'
import type { Entry } from '../conversation/entry.js'
import type { CallResult, ChatEvent, Intent } from '../conversation/event.js'
import type { Prompt } from '../conversation/prompt.js'
import { initialState } from '../conversation/start.js'
import type { State } from '../conversation/state.js'
import { transition } from '../conversation/transition.js'
import type { Flow } from '../flow/flow.js'
import { optionsOf, tellEntry } from './tell-step.js'

/** A conversation played by hand: the machine alone, no adapter, with ids and a clock that count. */
export interface Play {
  readonly state: State
  readonly entries: readonly Entry[]
  /** The effects of the last event. */
  readonly effects: readonly Effect[]
  /** Every event so far, for a replay. */
  readonly events: readonly ChatEvent[]
  send(intent: Intent): Play
  /** Taps the option with this id or these words. */
  tap(option: string): Play
  /** Fills in the form that waits. */
  fill(values: Readonly<Record<string, string>>): Play
  /** Answers the call that is under way. */
  answer(result: CallResult): Play
  /** What was said, `who: words` a line. */
  lines(): readonly string[]
}

/**
 * Plays a flow by hand, from the beginning or from a state that was kept.
 *
 * @example
 * const play = playFlow(storefrontFlow, Date.parse('2026-11-21')).send({ type: 'start' }).tap('Order Status')
 * play.state.prompt // the form that asks for order number and e-mail
 */
export function playFlow(flow: Flow, now = 0, from: State = initialState(flow)): Play {
  let state = from
  let effects: readonly Effect[] = []
  const entries: Entry[] = []
  const events: ChatEvent[] = []

  function waiting(): Prompt {
    if (!state.prompt) throw new Error(`nothing waits for the shopper in phase ${state.phase}`)
    return state.prompt
  }

  const play: Play = {
    get state() {
      return state
    },
    get effects() {
      return effects
    },
    entries,
    events,
    send(intent) {
      const event: ChatEvent = {
        ...intent,
        id: `e${events.length + 1}`,
        at: now + events.length * 1_000,
      }
      const [next, lines, done] = transition(flow, state, event)
      events.push(event)
      state = next
      effects = done
      entries.push(...lines)
      return play
    },
    tap(wanted) {
      const prompt = waiting()
      const option = optionsOf(prompt).find(({ id, label }) => id === wanted || label === wanted)
      if (!option) throw new Error(`no option "${wanted}" among ${JSON.stringify(optionsOf(prompt).map(({ label }) => label))}`)
      return play.send({
        type: 'choose',
        prompt: prompt.id,
        option: option.id,
      })
    },
    fill: (values) => play.send({ type: 'submit', prompt: waiting().id, values }),
    answer(result) {
      if (!state.pending) throw new Error('no call is under way')
      return play.send({ type: 'call.done', call: state.pending.call, result })
    },
    lines: () => entries.map(tellEntry),
  }
  return play
}
