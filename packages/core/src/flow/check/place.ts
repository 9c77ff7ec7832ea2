import { MOST_NOS } from '../../conversation/kinds/helped.js'
import type { Prompt } from '../../conversation/prompt.js'
import type { State, Tried } from '../../conversation/state.js'
import type { Fact, Facts } from '../../facts/facts.js'
import type { Flow } from '../flow.js'
import type { Domain, FactClasses } from './fact-classes.js'
import { ARTICLES, NOS, TOPICS, TRIED } from './live-variables.js'
import type { Doubts, Move } from './moves.js'
import { DESK, HOURS } from './trace-flow.js'

/**
 * A state with all left out that no later step can tell apart: words and ids, facts that nobody reads any more, what was counted
 * elsewhere. Two states of one key have the same future.
 */
export interface Place {
  readonly key: string
  readonly state: State
  /** What stays open until a step reads it. */
  readonly doubts: Doubts
  /** What the path has chosen of it and must remember, the oldest first, with what else it could have been. */
  readonly chosen: Doubts
  /** Whether the shop’s hours say open; `null` as long as no step has asked. */
  readonly hours: 'open' | 'closed' | null
  /** What has been counted here: failed tries, or texts without a place. */
  readonly counted: Move['counts'] | null
  /** What kind of review is open here, wherever it was opened; `null` where none is. */
  readonly review: string | null
}

/** What belongs to the key by itself; every other part of a state that there may ever be is taken as it is. */
const KNOWN: ReadonlySet<string> = new Set<keyof State>([
  'v',
  'flow',
  'conversation',
  'phase',
  'log',
  'step',
  'prompt',
  'previous',
  'pending',
  'facts',
  'order',
  'topics',
  'articles',
  'summary',
  'tries',
  'tried',
  'nos',
  'unplaced',
  'reason',
  'availability',
  'redactions',
  // Read by triage only.
  'taps',
])

export interface Abstraction {
  /** What later steps can read while the conversation waits at a step. */
  readonly live: (step: string) => readonly string[]
  readonly classes: FactClasses
  /** How many chosen facts a place remembers. What is forgotten is open again: then the worst is assumed of it. */
  readonly memory: number
  readonly flow: Flow
}

const promptKeys = new WeakMap<Prompt, string>()

/** What a prompt lets happen; its words do not matter. */
function promptKey(prompt: Prompt | null): string {
  if (!prompt) return ''
  const kept = promptKeys.get(prompt)
  if (kept !== undefined) return kept
  const options = 'options' in prompt ? prompt.options.map(({ id }) => id).join() : ''
  const fields = 'fields' in prompt ? prompt.fields.map(({ name, optional }) => (optional ? `${name}?` : name)).join() : ''
  const articles = prompt.kind === 'articles' ? prompt.articles.map(({ id }) => id).join() : ''
  const want = prompt.kind === 'review' ? prompt.want : ''
  const key = `${prompt.kind}@${prompt.step}(${options};${fields};${articles};${want})`
  promptKeys.set(prompt, key)
  return key
}

function bare<P extends Prompt | null>(prompt: P): P {
  if (!prompt || !('fields' in prompt)) return prompt
  const fields = prompt.fields.map(({ error: _, ...field }) => ({ ...field, value: '' }))
  if (prompt.kind === 'form') return { ...prompt, fields }
  const { error: _, ...review } = prompt
  return { ...review, fields, summary: '', lines: [] } as unknown as P
}

/** What of a state matters from here on. `keyOf` names it; `place` makes it, which is needed once a place. */
export interface Abstracted {
  readonly key: string
  place(): Place
}

/** What is still open of a state, as the move that led to it has left it. */
export interface Open extends Pick<Place, 'doubts' | 'chosen' | 'hours'> {
  /** The move counted a text without a place, and did not go anywhere. */
  readonly counting: boolean
}

const NOTHING: Doubts = new Map()

/** Makes places of states. `forgot` says whether any had more to remember than it may. */
export interface Abstract {
  (state: State, open: Open): Abstracted
  forgot: boolean
}

/** Makes an abstraction for one flow. */
export function createAbstraction({ live, classes, memory, flow }: Abstraction): Abstract {
  const liveSets = new Map<string, ReadonlySet<string>>()

  /** What is read at a place: at the step where it waits, and at the one where `back` leads. */
  function liveAt({ step, pending, previous, phase }: State): ReadonlySet<string> {
    const at = phase === 'handed' ? '' : (pending?.step ?? step ?? '')
    const back = phase === 'handed' ? '' : (previous?.step ?? at)
    // A known e-mail address makes a review shorter and does nothing else: it counts where a review is open.
    const email = phase === 'review' || phase === 'handed'
    const name = `${at}/${back}/${email}`
    const kept = liveSets.get(name)
    if (kept) return kept
    const found = new Set([...live(at), ...live(back), ...(email ? ['email'] : [])])
    liveSets.set(name, found)
    return found
  }

  const abstract: Abstract = (state, open) => {
    const reads = liveAt(state)
    let chosen = open.chosen
    let forgotten = NOTHING
    if (chosen.size > 0) {
      const remembered = [...chosen].filter(([name]) => reads.has(name))
      forgotten = new Map(remembered.splice(0, Math.max(0, remembered.length - memory)))
      if (forgotten.size > 0) abstract.forgot = true
      chosen = remembered.length === 0 ? NOTHING : new Map(remembered)
    }
    const doubtOf = (name: string): Domain | undefined => open.doubts.get(name) ?? forgotten.get(name)
    let facts = ''
    for (const name of reads) {
      const doubt = doubtOf(name)
      const fact = Object.hasOwn(state.facts, name) ? state.facts[name] : undefined
      if (doubt) facts += `${name}?${doubt.length};`
      else if (fact) {
        const value = name === 'article' ? fact.value : classes.classOf(name, fact.value)
        facts += `${name}=${value}${fact.source}${fact.verified}${fact.sensitive ?? ''};`
      }
    }
    const lists = reads.has(ARTICLES)
    const articles = lists ? state.articles : []
    const topics = reads.has(TOPICS) ? state.topics : []
    const tried = lists && reads.has(TRIED) ? triedAt(state) : []
    const tries = triesAt(flow, state)
    const nos = reads.has(NOS) ? Math.min(state.nos, MOST_NOS - 1) : 0
    const unplaced = open.counting && state.phase === 'bot' ? state.unplaced : 0
    // Where nobody looks whether somebody is there, it does not matter; not to know is as good as open.
    const closed = (state.phase === 'review' || reads.has(DESK)) && state.availability?.open === false
    const hours = reads.has(HOURS) ? open.hours : null
    const count = tries === NO_TRIES ? '' : Object.values(tries).join()
    const shown = `${articles.map(({ id }) => id).join()}/${topics.length}/${tried.map(({ article }) => article.id).join()}`
    const { phase, log, step, prompt, previous, pending } = state
    const key = `${phase}/${log}/${step}/${promptKey(prompt)}/${promptKey(previous)}/${pending?.step ?? ''}/${facts}/${shown}/${count}/${nos}/${unplaced}/${closed}/${hours}/${unknownParts(state)}`
    return {
      key,
      place() {
        const doubts = new Map<string, Domain>()
        const kept: Record<string, Fact> = {}
        for (const name of reads) {
          const doubt = doubtOf(name)
          if (doubt) doubts.set(name, doubt)
          const fact = Object.hasOwn(state.facts, name) ? state.facts[name] : undefined
          if (fact) kept[name] = fact
        }
        const projected = { facts: kept, articles, topics, tried, tries, nos, unplaced }
        return {
          key,
          state: project(state, projected, closed),
          doubts: doubts.size === 0 ? NOTHING : doubts,
          chosen,
          hours,
          review: reviewKey(prompt, reads.has('email') && Object.hasOwn(state.facts, 'email'), closed),
          counted: count !== '' ? 'tries' : unplaced > 0 ? 'texts' : null,
        }
      },
    }
  }
  abstract.forgot = false
  return abstract
}

function reviewKey(prompt: Prompt | null, mail: boolean, closed: boolean): string | null {
  if (prompt?.kind !== 'review') return null
  return `${prompt.fields.map(({ name, optional }) => (optional ? `${name}?` : name)).join()}/${prompt.want}/${prompt.photos ?? ''}/${mail}/${closed}`
}

const NO_TRIES: State['tries'] = {}

/**
 * Only what was counted at the step that waits: elsewhere it is counted from nothing, and failing there again leads as far. One
 * more than may fail is as good as any number above it.
 */
function triesAt(flow: Flow, { tries, prompt }: State): State['tries'] {
  if (prompt?.kind !== 'form') return NO_TRIES
  const here = Object.entries(tries).filter(([name, count]) => count > 0 && belongs(name, prompt.step))
  if (here.length === 0) return NO_TRIES
  return Object.fromEntries(here.map(([name, count]) => [name, Math.min(count, mostTries(flow, prompt.step, name))]))
}

/** The count from which on nothing changes any more: of a form, or of a field that has its own say. */
function mostTries(flow: Flow, id: string, name: string): number {
  const step = Object.hasOwn(flow.steps, id) ? flow.steps[id] : undefined
  const fieldName = name.slice(id.length + 1)
  const field = Object.hasOwn(flow.fields, fieldName) ? flow.fields[fieldName] : undefined
  const retries = name === id ? (step?.type === 'ask' ? step.retries : 0) : (field?.retries ?? 0)
  return Math.max(retries + 1, name === id ? 0 : (field?.again?.length ?? 0))
}

/** A count is named after its step, or begins with the step’s name and a sign that no name has. */
function belongs(name: string, step: string): boolean {
  return name.startsWith(step) && !/^[a-zA-Z0-9-]/.test(name.slice(step.length))
}

/** Articles that were read count only where a list leaves them out. */
function triedAt({ tried, articles }: State): readonly Tried[] {
  return tried.filter((one) => articles.some(({ id }) => id === one.article.id))
}

/** Parts of a state that this file has not heard of yet tell places apart as they are. */
function unknownParts(state: State): string {
  const names = Object.keys(state).filter((name) => !KNOWN.has(name))
  return names.length === 0 ? '' : JSON.stringify(Object.entries(state).filter(([name]) => !KNOWN.has(name)))
}

function project(state: State, kept: Partial<State> & { readonly facts: Facts }, closed: boolean): State {
  const { availability, reason, taps: _, ...rest } = state
  return {
    ...rest,
    ...kept,
    order: null,
    summary: null,
    prompt: bare(state.prompt),
    previous: bare(state.previous),
    reason: reason && { code: reason.code === 'presale' ? 'presale' : 'asked', because: '' },
    availability: closed ? availability : null,
  }
}
