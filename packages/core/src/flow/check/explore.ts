import type { Effect } from '../../conversation/effect.js'
import type { Entry } from '../../conversation/entry.js'
import { initialState, type Transition } from '../../conversation/start.js'
import type { State } from '../../conversation/state.js'
import { transition } from '../../conversation/transition.js'
import type { Flow } from '../flow.js'
import { type Domain, type FactClasses, factClasses } from './fact-classes.js'
import { liveVariables } from './live-variables.js'
import { type Alphabet, available, type Choices, type Doubts, type Move, movesAt, NO_CHOICES } from './moves.js'
import type { Translations } from './offers-person.js'
import { type Abstracted, createAbstraction, type Place } from './place.js'
import { sampleMoments } from './sample-moments.js'
import { DESK, HOURS, type TracedFlow, traceFlow } from './trace-flow.js'
import { unworded } from './unworded.js'

/** The machine, or one that is broken on purpose. */
export type Machine = typeof transition

/** One move from a place, and what came of it. */
export interface Way {
  readonly from: number
  readonly to: number
  readonly move: Move
  /** What the path had to know from here on. */
  readonly choices: Choices
  /** Paths of the flow’s edges and steps that were gone, in order. */
  readonly took: readonly string[]
  /** It came to an explicit end. */
  readonly ends: boolean
  /** A person or a ticket was called, or a contact shown. */
  readonly called: 'live' | 'ticket' | 'contact' | null
  /** Text was written, and is nowhere. */
  readonly dropped: boolean
  /** Some sentence came out as its key. */
  readonly untexted: readonly string[]
}

/** Every place that a conversation can come to, and every way between them. */
export interface Graph {
  readonly flow: Flow
  readonly classes: FactClasses
  readonly places: readonly Place[]
  /** Per place, the ways out; a place without a list was not looked at any more. */
  readonly out: readonly (readonly Way[] | undefined)[]
  /** Per place, the way on which it was first reached. */
  readonly first: readonly (Way | null)[]
  readonly transitions: number
  /** The events that happened, each with the phase that it happened in, such as `bot choose`. */
  readonly events: ReadonlySet<string>
  /** Places that were seen and not looked at. */
  readonly frontier: number
  /** Whether some place had more to remember than it may. */
  readonly forgot: boolean
  /** The moments of opening and closing that were tried. */
  readonly moments: { readonly open?: number; readonly closed?: number }
}

export interface Exploring {
  readonly machine?: Machine
  /** At most as many places, and `MOST_PER_PLACE` times as many events. */
  readonly most: number
  /** Facts that the page may tell. */
  readonly given: readonly string[]
  /** The flow's words in other languages. @default none */
  readonly languages?: Translations
  /** How many chosen facts a place remembers. */
  readonly memory: number
}

// A step that reads twenty facts at once can turn out in a million ways: places alone are no measure of the work.
const MOST_PER_PLACE = 20
const MOST_PER_MOVE = 5_000

/** A turn with what its flow had to say of it. */
interface Outcome {
  readonly state: State
  readonly entries: readonly Entry[]
  readonly effects: readonly Effect[]
  readonly same: boolean
}

/** Breadth first, from the beginning, with the machine that shoppers get. */
export function explore(flow: Flow, { machine = transition, most, given, languages = {}, memory }: Exploring): Graph {
  const classes = factClasses(flow)
  const abstract = createAbstraction({ live: liveVariables(flow), classes, memory, flow })
  const moments = sampleMoments(flow.hours)
  const at = moments.open ?? moments.closed ?? 0
  const alphabet: Alphabet = { flow, classes, given, languages, at }
  const traced = traceFlow(flow)
  const hoursDomain = (['open', 'closed'] as const).filter((one) => moments[one] !== undefined)

  const beginning = abstract(initialState(flow), {
    doubts: new Map([[HOURS, hoursDomain]]),
    chosen: new Map(),
    hours: null,
    counting: false,
  })
  const places: Place[] = []
  const out: (readonly Way[] | undefined)[] = []
  const first: (Way | null)[] = []
  const ids = new Map<string, number>()
  const events = new Set<string>()
  let transitions = 0
  const mostEvents = MOST_PER_PLACE * (most + 50)

  /** The number of a place, and whether it is new. */
  function numberOf({ key, place }: Abstracted): { readonly id: number; readonly isNew: boolean } {
    const known = ids.get(key)
    if (known !== undefined) return { id: known, isNew: false }
    const id = places.length
    ids.set(key, id)
    places.push(place())
    return { id, isNew: true }
  }

  function run(place: Place, move: Move, choices: Choices): Outcome {
    traced.begin()
    transitions++
    let state = patched(place, move, choices)
    const before = state
    const entries: Entry[] = []
    const effects: Effect[] = []
    const hours = choices.get(HOURS) ?? place.hours
    for (const intent of move.intents(choices)) {
      const event = { ...intent, id: 'e', at: (hours === 'closed' ? moments.closed : moments.open) ?? at }
      const [next, lines, done]: Transition = machine(traced.flow, state, event)
      events.add(`${phaseOf(state)} ${intent.type}`)
      state = next
      entries.push(...lines)
      effects.push(...done)
    }
    return { state, entries, effects, same: state === before }
  }

  /** All that can come of a move; nothing where that is more than there is room for. */
  function tryMove(from: number, place: Place, move: Move): readonly Way[] | undefined {
    const ways: Way[] = []
    const open: Choices[] = [NO_CHOICES]
    for (let index = 0; index < open.length; index++) {
      if (transitions >= mostEvents || open.length > MOST_PER_MOVE) return undefined
      const choices = open[index] ?? NO_CHOICES
      const outcome = run(place, move, choices)
      const unread = firstUnread(traced, place, move, choices)
      if (unread) {
        for (const value of unread.domain) open.push(new Map([...choices, [unread.name, value]]))
        continue
      }
      ways.push(wayOf(from, place, move, choices, outcome))
    }
    return ways
  }

  function wayOf(from: number, place: Place, move: Move, choices: Choices, outcome: Outcome): Way {
    const { state, entries, effects, same } = outcome
    const way: Omit<Way, 'to'> = {
      from,
      move,
      choices,
      ...goneBy(traced.took()),
      called: calledBy(entries, effects),
      dropped: move.with === 'text' && same && entries.length === 0 && effects.length === 0,
      untexted: unworded(entries, same ? null : state.prompt),
    }
    if (same && choices.size === 0) return { ...way, to: from }
    const hours = (choices.get(HOURS) as Place['hours'] | undefined) ?? place.hours
    const counting = move.counts === 'texts' && state.step === place.state.step && way.called === null
    const doubts = doubtsAfter(place, move, choices, state)
    const chosen = chosenAfter(place, move, choices, doubts)
    const { id, isNew } = numberOf(abstract(state, { doubts, chosen, hours, counting }))
    const done = { ...way, to: id }
    if (isNew) first.push(done)
    return done
  }

  const endings = new Set(
    Object.entries(flow.steps)
      .filter(([, step]) => step.type === 'end')
      .map(([id]) => `steps/${id}`),
  )

  const goneBy = (took: readonly string[]) => ({ took, ends: took.some((path) => endings.has(path)) })

  numberOf(beginning)
  first.push(null)
  const reviews = new Set<string>()
  let looked = 0
  let skipped = 0
  for (; looked < places.length && looked < most && transitions < mostEvents; looked++) {
    const place = places[looked]
    if (!place) break
    const moves = movesAt(alphabet, place.state)
    const tried = movesThatMatter(place, moves, reviews).map((move) => tryMove(looked, place, move))
    // A place that was looked at in part only was not looked at.
    const isWhole = tried.every((ways) => ways !== undefined)
    out.push(isWhole ? tried.flat() : undefined)
    if (!isWhole) skipped++
  }
  return {
    flow,
    classes,
    places,
    out,
    first,
    transitions,
    events,
    frontier: places.length - looked + skipped,
    forgot: abstract.forgot,
    moments,
  }
}

/**
 * From a place that only counts, all but counting on leads where it leads from the place itself. And a review is the same wherever
 * it was opened: one of a kind is played in every way, the others are sent and left.
 */
function movesThatMatter(place: Place, moves: readonly Move[], reviews: Set<string>): readonly Move[] {
  if (place.counted) return moves.filter(({ counts }) => counts === place.counted)
  if (place.review === null || !reviews.has(place.review)) {
    if (place.review !== null) reviews.add(place.review)
    return moves
  }
  const send = moves.find((move) => move.with === 'form')
  return moves.filter((move) => move === send || move.with === 'back')
}

/** The name under which the table of phases knows a state. */
export function phaseOf({ phase, log }: State): string {
  return phase === 'handed' ? (log ?? 'sending') : phase
}

/** The state with what had been open as the path chose it. */
function patched({ state, doubts }: Place, { learns }: Move, choices: Choices): State {
  let next = state
  for (const [name, value] of choices) {
    if (!doubts.has(name) || learns?.has(name) || name === HOURS) continue
    if (name === DESK) next = { ...next, availability: available(value === 'open') }
    else if (value === null) {
      const { [name]: _, ...facts } = next.facts
      next = { ...next, facts }
    } else {
      const fact = next.facts[name] ?? { source: 'shopper', verified: false, at: 0 }
      next = { ...next, facts: { ...next.facts, [name]: { ...fact, value } } }
    }
  }
  return next
}

/** Something that was read although nobody had chosen it yet. */
function firstUnread(
  traced: TracedFlow,
  { doubts, hours }: Place,
  { learns }: Move,
  choices: Choices,
): { readonly name: string; readonly domain: Domain } | undefined {
  for (const name of traced.reads) {
    if (choices.has(name) || (name === HOURS && hours !== null)) continue
    const domain = learns?.get(name) ?? doubts.get(name)
    if (domain) return { name, domain }
  }
  return undefined
}

/** What is open after a move: what was open and was not chosen, and what it has learned. */
function doubtsAfter({ doubts, state: before }: Place, { learns }: Move, choices: Choices, state: State): Doubts {
  if (doubts.size === 0 && !learns) return doubts
  const next = new Map([...doubts].filter(([name]) => !choices.has(name)))
  for (const [name, domain] of learns ?? []) {
    const learned = name === DESK || state.facts[name] !== before.facts[name]
    if (learned && !choices.has(name)) next.set(name, domain)
  }
  // What the desk said has been said.
  if (state.availability !== before.availability) next.delete(DESK)
  return next
}

/** What is remembered: what was, and what this move has chosen, unless it has been learned anew. Hours are remembered apart. */
function chosenAfter({ doubts: before, chosen }: Place, { learns }: Move, choices: Choices, doubts: Doubts): Doubts {
  if (chosen.size === 0 && choices.size === 0) return chosen
  const next = new Map([...chosen].filter(([name]) => !doubts.has(name) && !learns?.has(name)))
  for (const name of choices.keys()) {
    const domain = learns?.get(name) ?? before.get(name)
    if (domain && name !== HOURS) next.set(name, domain)
  }
  return next
}

function calledBy(entries: readonly Entry[], effects: readonly Effect[]): Way['called'] {
  for (const effect of effects) if (effect.do === 'open') return effect.want
  return entries.some(({ content }) => content.kind === 'text' && content.key === 'contact') ? 'contact' : null
}
