import type { TraceStep } from '../chat-contract.js'
import type { Effect } from '../conversation/effect.js'
import type { ChatEvent, Intent } from '../conversation/event.js'
import type { Prompt } from '../conversation/prompt.js'
import { initialState } from '../conversation/start.js'
import type { State } from '../conversation/state.js'
import { transition } from '../conversation/transition.js'
import { fitFlow } from '../flow/fit-flow.js'
import type { Flow } from '../flow/flow.js'
import type { Recording } from './recording.js'
import { placed, type Replay } from './replay.js'
import { optionsOf, tellStep } from './tell-step.js'

/** A turn of a conversation: what the shopper or the shop did, and all that came of it. */
export interface Turn {
  readonly event: ChatEvent
  readonly lines: readonly string[]
  readonly after: State
}

/** What a shopper did that another flow leaves no room for. */
export interface Stuck {
  /** Which event of the recording it was, from 0. */
  readonly turn: number
  readonly why: string
  /** The option that is not there, if that is what it was. */
  readonly option?: { readonly step: string; readonly label: string }
}

/** A recorded conversation as another flow would have had it, as far as that can be known. */
export interface Followed {
  readonly turns: readonly Turn[]
  readonly effects: readonly Effect[]
  readonly stuck: Stuck | null
}

type Call = Extract<Effect, { do: 'call' }>
type CallAnswer = Extract<Intent, { type: 'call.done' | 'call.failed' }>

/**
 * Leads the shopper of a recording through another flow: the same words, the same taps by their names, the same answers of the
 * shop, whatever the prompts and calls are called there. It ends where the shopper would have had to do something else.
 */
export function follow(flow: Flow, recording: Recording, was: Replay): Followed {
  const fitting = fitFlow(flow, new Set(recording.has))
  const turns: Turn[] = []
  const effects: Effect[] = []
  const answers = answersOf(was)
  let state = recording.from ?? initialState(fitting)
  let call: Call | undefined

  /** One event and, where the flow asks something that the old one did not ask now, the answer that the shop once gave. */
  function happen(event: ChatEvent, unasked: boolean): Stuck | null {
    const before = state
    const [after, entries, done] = transition(fitting, before, placed(event))
    state = after
    effects.push(...done)
    call = done.find((effect): effect is Call => effect.do === 'call') ?? call
    const step: TraceStep = { event, before, after, entries, effects: done }
    const last = turns.at(-1)
    const lines = tellStep(step)
    if (last?.event.id === event.id) turns[turns.length - 1] = { event, lines: [...last.lines, ...lines], after }
    else turns.push({ event, lines, after })
    if (!unasked || !after.pending || !call) return null
    const answer =
      answers.find(({ name, input }) => name === call?.name && input === JSON.stringify(call.input)) ??
      answers.find(({ name }) => name === call?.name)
    if (!answer) return { turn: turns.length - 1, why: `nothing in the recording answers ${call.name}` }
    return happen({ ...answer.answer, call: call.call, id: event.id, at: event.at }, true)
  }

  for (const step of was.steps) {
    const led = lead(step, state, was, call)
    if ('why' in led) return { turns, effects, stuck: { turn: turns.length, ...led } }
    const stuck = happen(led.event, step.after.pending === null)
    if (stuck) return { turns, effects, stuck }
  }
  return { turns, effects, stuck: null }
}

/** The event as it would be now: aimed at what waits in the other conversation. */
function lead(
  { event, before }: TraceStep,
  state: State,
  was: Replay,
  call: Call | undefined,
): { readonly event: ChatEvent } | Omit<Stuck, 'turn'> {
  if (event.type === 'call.done' || event.type === 'call.failed') {
    const asked = callOf(was, event.call)
    const fits = state.pending && asked && call?.name === asked.name
    return { event: fits ? { ...event, call: call.call } : event }
  }
  if ((event.type !== 'choose' && event.type !== 'submit') || event.prompt !== before.prompt?.id) return { event }
  const { prompt } = state
  if (event.type === 'submit') {
    if (prompt && (prompt.kind === 'form' || prompt.kind === 'review' || prompt.kind === 'articles')) {
      return { event: { ...event, prompt: prompt.id } }
    }
    return { why: `no form is open for what the shopper filled in (${Object.keys(event.values).join(', ')})` }
  }
  const { id, label } = optionsOf(before.prompt).find((one) => one.id === event.option) ?? {
    id: event.option,
    label: event.option,
  }
  const now = optionsOf(prompt)
  const option =
    now.find((one) => one.id === id && one.label === label) ??
    now.find((one) => one.label === label) ??
    now.find((one) => one.id === id)
  if (prompt && option) return { event: { ...event, prompt: prompt.id, option: option.id } }
  return { why: `“${label}” cannot be tapped any more`, option: { step: before.prompt.step, label } }
}

function callOf(was: Replay, id: string): Call | undefined {
  return was.steps.flatMap(({ effects }) => effects).find((effect): effect is Call => effect.do === 'call' && effect.call === id)
}

/** What the shop has answered in the recording, by the name of the call and what it was asked. */
function answersOf(was: Replay): readonly { readonly name: string; readonly input: string; readonly answer: CallAnswer }[] {
  return was.steps.flatMap(({ event }) => {
    if (event.type !== 'call.done' && event.type !== 'call.failed') return []
    const asked = callOf(was, event.call)
    if (!asked) return []
    const { id: _, at: __, ...answer } = event
    return [{ name: asked.name, input: JSON.stringify(asked.input), answer }]
  })
}

/** What is offered by which step, in a turn. */
export function offersOf(prompt: Prompt | null): readonly { readonly step: string; readonly label: string }[] {
  return prompt ? optionsOf(prompt).map(({ label }) => ({ step: prompt.step, label })) : []
}
