import { factValue } from '../facts/fact-value.js'
import type { ArticlesStep, AskStep, CallStep, Step } from '../flow/flow.js'
import type { Id } from './entry.js'
import { fieldView } from './field-view.js'
import { toOptions } from './greet.js'
import { holds } from './holds.js'
import type { Turn } from './turn.js'

// A flow that goes round in a circle without asking the shopper anything is broken; after this many steps a person takes it.
const MOST_STEPS = 100

function ask(turn: Turn, id: Id, step: AskStep): void {
  turn.say(step.text)
  turn.ask(id, {
    kind: 'form',
    fields: step.fields.map((name) => fieldView(turn, name)),
    submit: turn.flow.texts[step.submit] ?? step.submit,
    options: toOptions(turn.flow, step.options ?? [], turn.state.facts),
  })
}

function call(turn: Turn, id: Id, step: CallStep): void {
  const input: Record<string, string> = {}
  for (const name of step.input) input[name] = factValue(turn.state.facts, name)
  const pending = { call: `${turn.event.id}.c`, step: id }
  turn.change({ phase: 'calling', step: id, prompt: null, pending })
  turn.do({ do: 'call', call: pending.call, name: step.action, input, timeout: step.timeout })
}

/** Shelves are options whose ids say so, since the shelf is opened without asking the shop again. */
export const SHELF = 'shelf:'

function articles(turn: Turn, id: Id, step: ArticlesStep): Id | undefined {
  const { state, flow } = turn
  const tried = new Set(state.tried.map((one) => one.article.id))
  const list = step.untried ? state.articles.filter((article) => !tried.has(article.id)) : state.articles
  const shelves = list.length > 0 || step.untried ? [] : state.topics
  if (list.length === 0 && shelves.length === 0) return step.empty
  turn.say(step.text)
  turn.ask(id, {
    kind: 'articles',
    articles: list,
    query: factValue(state.facts, 'query'),
    options: [
      ...shelves.map((topic) => ({ id: `${SHELF}${topic.id}`, label: topic.title })),
      ...toOptions(flow, step.options, state.facts),
    ],
  })
  return undefined
}

/** Runs the flow from a step to the first one that waits for somebody. */
export function enterStep(turn: Turn, from: Id): void {
  let id: Id | undefined = from
  for (let left = MOST_STEPS; id !== undefined; left--) {
    const step = turn.stepOf(id)
    // A step that is not there is the flow's fault, not the shopper's: a person takes over.
    if (!step || left === 0) return turn.callPerson({ code: 'other', because: '' })
    if (step.set) turn.learn(step.set, 'page')
    if (turn.state.phase !== 'bot') turn.change({ phase: 'bot' })
    id = enterOne(turn, id, step)
  }
}

function enterOne(turn: Turn, id: Id, step: Step): Id | undefined {
  const { flow, state } = turn
  switch (step.type) {
    case 'say':
      turn.say(step.text)
      return step.next
    case 'goto':
      return step.step
    case 'branch':
      return step.cases.find((one) => holds(one.when, turn.state))?.next ?? step.otherwise
    case 'choose':
      turn.say(id === flow.menu ? 'menu.again' : step.text)
      turn.ask(id, {
        kind: 'choice',
        look: id === flow.menu ? 'chips' : (step.look ?? 'chips'),
        options: toOptions(flow, step.options, state.facts),
      })
      return undefined
    case 'ask':
      ask(turn, id, step)
      return undefined
    case 'call':
      call(turn, id, step)
      return undefined
    case 'articles':
      return articles(turn, id, step)
    case 'helped':
      turn.say(step.text)
      turn.ask(id, { kind: 'helped', options: toOptions(flow, YES_NO, state.facts) })
      return undefined
    case 'handoff':
      turn.say(step.text)
      turn.callPerson({ code: step.reason, because: '' })
      return undefined
    case 'end':
      turn.say(step.text)
      turn.change({ step: flow.menu, tries: {}, previous: null })
      turn.ask(flow.menu, { kind: 'choice', look: 'chips', options: toOptions(flow, flow.greeting.options, state.facts) })
      return undefined
  }
}

const YES_NO = [
  { id: 'yes', label: 'helped.yes', next: '' },
  { id: 'no', label: 'helped.no', next: '' },
] as const
