import type { Entry } from '../../conversation/entry.js'
import type { Intent } from '../../conversation/event.js'
import type { Prompt } from '../../conversation/prompt.js'
import { initialState } from '../../conversation/start.js'
import type { State } from '../../conversation/state.js'
import type { Graph, Machine, Way } from './explore.js'
import type { Choices } from './moves.js'
import { HOURS } from './trace-flow.js'

/** A path played again from the beginning, in words; `agrees` is false where it needs a fact to be two things at once. */
export interface Told {
  readonly lines: readonly string[]
  readonly agrees: boolean
  readonly state: State
}

/** The way to a place on which it was first reached. */
export function pathTo(graph: Graph, place: number): readonly Way[] {
  const path: Way[] = []
  for (let way = graph.first[place]; way; way = graph.first[way.from]) path.unshift(way)
  return path
}

/**
 * What each move of a path must have said for the later ones to come true: what a step read is put where it was learned. Nothing
 * where two steps would have to read different things of the same.
 */
function settled(path: readonly Way[]): readonly Choices[] | undefined {
  const choices = path.map((way) => new Map(way.choices))
  const last = new Map<string, number>()
  for (const [index, way] of path.entries()) {
    for (const [name, value] of way.choices) {
      const learner = way.move.learns?.has(name) ? index : last.get(name)
      if (learner === undefined) continue
      const known = choices[learner]?.get(name)
      if (learner !== index && known !== undefined && known !== value) return undefined
      choices[learner]?.set(name, value)
    }
    for (const name of way.move.learns?.keys() ?? []) last.set(name, index)
  }
  return choices
}

/** Plays a path with the machine as it is, and tells it as a shopper would. */
export function tell(graph: Graph, machine: Machine, path: readonly Way[]): Told {
  const choices = settled(path)
  const lines: string[] = []
  let state = initialState(graph.flow)
  const hours = path.map((way) => way.choices.get(HOURS)).find((one) => one !== undefined) ?? 'open'
  const start = (hours === 'closed' ? graph.moments.closed : graph.moments.open) ?? graph.moments.closed ?? 0
  if (hours === 'closed') lines.push('(it is after hours)')
  let number = 0
  for (const [index, way] of path.entries()) {
    for (const intent of way.move.intents(choices?.[index] ?? way.choices)) {
      number++
      const event = { ...named(intent, state), id: `e${number}`, at: start + number * 1_000 }
      const [next, entries] = machine(graph.flow, state, event)
      const spoken = entries.some(({ by }) => by === 'shopper')
      lines.push(...happened(intent, state, spoken), ...entries.flatMap(lineOf))
      state = next
    }
  }
  if (path.length > 0) lines.push(...offered(state))
  return { lines, agrees: choices !== undefined, state }
}

/** The checker calls every prompt and call by the same name; a conversation does not. */
function named(intent: Intent, { prompt, pending }: State): Intent {
  if ('prompt' in intent) return { ...intent, prompt: prompt?.id ?? intent.prompt }
  return 'call' in intent ? { ...intent, call: pending?.call ?? intent.call } : intent
}

function lineOf({ by, content }: Entry): readonly string[] {
  const who = by === 'shopper' ? 'Shopper' : by === 'bot' ? 'Bot' : 'Shop'
  switch (content.kind) {
    case 'text':
    case 'answered':
      return [`${who}: ${content.text}`]
    case 'order':
      return [`${who}: [order ${content.order.number}]`]
    case 'article':
      return [`${who}: [${content.article.title}]`]
    case 'cards':
      return [`${who}: ${content.cards.map(({ title }) => `[${title}]`).join(' ')}`]
    case 'file':
      return [`${who}: [${content.name}]`]
    default:
      return []
  }
}

/** What happened, where no line of the story says it. */
function happened(intent: Intent, before: State, spoken: boolean): readonly string[] {
  switch (intent.type) {
    case 'page.changed':
      return [
        `(the page says: ${Object.entries(intent.facts)
          .map(([name, value]) => `${name} ${value}`)
          .join(', ')})`,
      ]
    case 'availability.changed':
      // That somebody is there is what everybody expects.
      if (intent.availability?.open === false) return ['(nobody is there now)']
      return before.availability?.open === false ? ['(somebody is there now)'] : []
    case 'call.done':
      if (intent.result.found === 'nothing') return ['(the shop finds nothing)']
      return intent.result.found === 'order' ? [] : ['(the shop answers)']
    case 'call.failed':
      return [intent.why === 'timeout' ? '(the shop does not answer in time)' : '(the shop cannot answer)']
    case 'say':
      return spoken ? [] : [`Shopper: ${intent.text}`]
    case 'submit':
      return spoken ? [] : [`Shopper: (sends the form${filledIn(intent.values, before.prompt)})`]
    case 'choose':
      return spoken ? [] : ['Shopper: (taps)']
    case 'back':
      return ['Shopper: (goes back)']
    case 'restart':
      return ['Shopper: (begins anew)']
    case 'log.advanced':
      return [`(${LOGGED[intent.status]})`]
    case 'desk.unreachable':
      return ['(the desk cannot be reached)']
    case 'desk.refused':
      return ['(the desk does not take it)']
    case 'resumed':
      return ['(the page is loaded again)']
    default:
      return []
  }
}

const LOGGED = {
  queued: 'waits for a person',
  live: 'a person is there',
  ticket: 'a ticket is written',
  closed: 'the conversation is closed',
} as const

function filledIn(values: Readonly<Record<string, string>>, prompt: Prompt | null): string {
  const fields = prompt && 'fields' in prompt ? prompt.fields : []
  const told = Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${fields.find((field) => field.name === name)?.label ?? name}: ${value}`)
  return told.length === 0 ? ', empty' : `, ${told.join(', ')}`
}

/** What the shopper can tap or fill in now. */
function offered({ prompt, phase, pending }: State): readonly string[] {
  if (pending) return ['→ the shop is asked']
  if (!prompt) return phase === 'handed' ? [] : ['→ nothing to tap']
  if (prompt.kind === 'rating') return ['→ a rating']
  const taps = [
    ...('articles' in prompt ? prompt.articles.map(({ title }) => title) : []),
    ...('options' in prompt ? prompt.options.map(({ label }) => label) : []),
  ].map((label) => `[${label}]`)
  const fields = 'fields' in prompt ? prompt.fields.map(({ label }) => `${label} …`) : []
  const review = prompt.kind === 'review' ? ['what goes to a person'] : []
  const search = prompt.kind === 'articles' ? ['a search'] : []
  const all = [...review, ...fields, ...search, ...taps]
  return [all.length === 0 ? '→ nothing to tap' : `→ ${all.join(' ')}`]
}
