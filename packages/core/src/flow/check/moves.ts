import type { CallResult, Intent } from '../../conversation/event.js'
import type { Option, Prompt } from '../../conversation/prompt.js'
import type { State } from '../../conversation/state.js'
import type { ArticleHead } from '../../facts/article.js'
import type { Availability } from '../../handoff/availability.js'
import { REASON_CODES } from '../../handoff/reason.js'
import type { Json } from '../../json.js'
import type { Route } from '../../triage/route.js'
import type { CallStep, Flow } from '../flow.js'
import type { Domain, FactClasses } from './fact-classes.js'
import { offersPerson, type Translations } from './offers-person.js'
import { sampleOrders } from './sample-orders.js'
import { badValue, fieldOf, goodValues, outsideValues } from './sample-values.js'
import { DESK } from './trace-flow.js'

/** What is not yet known of a fact, or of who is at the desk, until a step reads it. */
export type Doubts = ReadonlyMap<string, Domain>

/** What a doubt turned out to be, as far as the path has had to know. */
export type Choices = ReadonlyMap<string, string | null>

/** One thing that can happen at a place. */
export interface Move {
  /** Who makes it. The desk and the shop are as unhelpful as they can be. */
  readonly by: 'shopper' | 'shop' | 'desk'
  /** `talk` is the button that is always there, `text` is free text, `back` the way back. */
  readonly with: 'tap' | 'form' | 'talk' | 'text' | 'back' | 'news'
  /** The option offers a person. */
  readonly person?: boolean
  /** It counts: a failed try, or a text without a place. From a place that counts, no other move leads anywhere new. */
  readonly counts?: 'tries' | 'texts'
  /** Facts whose value stays open until a step reads it. */
  readonly learns?: Doubts
  intents(choices: Choices): readonly Intent[]
}

export interface Alphabet {
  readonly flow: Flow
  readonly classes: FactClasses
  /** Facts that the page may tell. */
  readonly given: readonly string[]
  /** The flow's words in other languages. */
  readonly languages: Translations
  readonly at: number
}

const NO_DOUBTS: Doubts = new Map()
/** Nothing chosen yet. */
export const NO_CHOICES: Choices = new Map()
const plain = (by: Move['by'], how: Move['with'], ...intents: readonly Intent[]): Move => ({
  by,
  with: how,
  intents: () => intents,
})
const news = (intent: Intent): Move => plain('desk', 'news', intent)

const ARTICLES: readonly ArticleHead[] = [
  { id: 'a', title: 'Article A' },
  { id: 'b', title: 'Article B' },
]

/** What a helpful, an absent and a nobody-knows desk answer. */
export const available = (open: boolean): Availability => ({ open, wait: null, opens: null, closes: null, reply: null })

/** Everything that can happen at a place, and nothing that the snapshot does not offer. */
export function movesAt(alphabet: Alphabet, state: State): readonly Move[] {
  switch (state.phase) {
    case 'idle':
      return [start(alphabet), ...openingSteps(alphabet.flow).map((step) => start(alphabet, step))]
    case 'bot':
      return [...promptMoves(alphabet, state), ...backMoves(state), talk, ...texts(alphabet.flow), ...quiet(alphabet, state)]
    case 'calling':
      return [...answers(alphabet, state), plain('desk', 'news', { type: 'resumed' }), talk, ...texts(alphabet.flow)]
    case 'review':
      return [...promptMoves(alphabet, state), ...backMoves(state), ...atReview, wrote, tellsMail]
    case 'handed':
      return [...handedMoves(state), ...(state.log === 'closed' ? texts(alphabet.flow) : [])]
  }
}

/** Where openings lead, each step once; those that name no step lead to the menu. */
export function openingSteps({ proactive = [], menu }: Flow): readonly string[] {
  return [...new Set(proactive.flatMap(({ next }) => (next === undefined || next === menu ? [] : [next])))]
}

/** The page tells what it knows, the shopper opens the panel or takes an opening up, and the desk says who is there. */
function start({ given, classes }: Alphabet, step?: string): Move {
  const told = given.filter((fact) => classes.isRead(fact))
  const learns = new Map<string, Domain>(told.map((fact) => [fact, outsideValues(fact, classes)]))
  return {
    by: 'shopper',
    with: 'tap',
    learns: new Map([...learns, [DESK, ['open', 'closed']]]),
    intents(choices) {
      const facts = told.flatMap((fact) => {
        const value = choices.has(fact) ? choices.get(fact) : learns.get(fact)?.[0]
        return value === null || value === undefined ? [] : [[fact, value] as const]
      })
      const page: readonly Intent[] = facts.length === 0 ? [] : [{ type: 'page.changed', facts: Object.fromEntries(facts) }]
      const desk = choices.get(DESK)
      const there: readonly Intent[] = desk ? [{ type: 'availability.changed', availability: available(desk === 'open') }] : []
      return [...page, step === undefined ? { type: 'start' } : { type: 'start', step }, ...there]
    },
  }
}

const talk: Move = plain('shopper', 'talk', { type: 'talk-to-agent' })

function backMoves({ previous, phase }: State): readonly Move[] {
  return previous !== null || phase === 'review' ? [plain('shopper', 'back', { type: 'back' })] : []
}

const textsOf = new WeakMap<Flow, readonly Move[]>()

/** Free text, one for each way in which triage can place it. */
function texts(flow: Flow): readonly Move[] {
  const kept = textsOf.get(flow)
  if (kept) return kept
  const made = writeTexts(flow)
  textsOf.set(flow, made)
  return made
}

function writeTexts(flow: Flow): readonly Move[] {
  const say = (text: string, route: Route): Move => plain('shopper', 'text', { type: 'say', text, route })
  const routed = Object.keys(flow.routes).flatMap((subject) => {
    const route = routeTo(subject)
    return route ? [say(`I write about: ${subject}.`, route)] : []
  })
  return [
    { ...say('Hm, flurb.', { to: 'ask', evidence: [] }), counts: 'texts' },
    say('A person, please.', { to: 'person', reason: 'asked', evidence: [] }),
    say('Where is my order?', { to: 'order', evidence: [] }),
    say('It is order 1042, ada@example.com.', { to: 'order', evidence: [] }),
    say('What does shipping cost?', { to: 'faq', evidence: [] }),
    say('Thanks!', { to: 'smalltalk', evidence: [] }),
    ...routed,
  ]
}

/** How triage sends a text to a flow’s own route. Orders and articles have texts of their own. */
function routeTo(subject: string): Route | undefined {
  if (subject === 'return' || subject === 'cancel') return { to: subject, evidence: [] }
  const reason = REASON_CODES.find((code) => code === subject)
  return reason && { to: 'person', reason, evidence: [] }
}

function promptMoves(alphabet: Alphabet, { prompt, facts }: State): readonly Move[] {
  if (!prompt) return []
  const tap = (option: Option): Move => ({
    ...plain('shopper', 'tap', { type: 'choose', prompt: prompt.id, option: option.id }),
    person: offersPerson(option, alphabet),
  })
  switch (prompt.kind) {
    case 'choice':
    case 'helped':
      return prompt.options.map(tap)
    case 'articles':
      return [
        ...prompt.articles.map(({ id, title }) => tap({ id, label: title })),
        ...prompt.options.map(tap),
        plain('shopper', 'form', { type: 'submit', prompt: prompt.id, values: { query: 'a question' } }),
      ]
    case 'form':
      return [...formMoves(alphabet, prompt), ...prompt.options.map(tap)]
    case 'review':
      return [
        ...formMoves(alphabet, prompt),
        ...(Object.hasOwn(facts, 'email')
          ? [plain('shopper', 'form', { type: 'submit', prompt: prompt.id, values: {}, without: ['email'] })]
          : []),
      ]
    case 'rating':
      return [plain('shopper', 'tap', { type: 'rate', score: 5 })]
  }
}

/** The form filled in well; with all left out that may be; and with each field wrong that can be wrong. */
function formMoves({ flow, classes }: Alphabet, prompt: Extract<Prompt, { kind: 'form' | 'review' }>): readonly Move[] {
  const fields = prompt.fields.map((view) => {
    const field = fieldOf(flow, view)
    return { name: view.name, field, values: goodValues(field, view.name, classes) }
  })
  const submit = (values: Readonly<Record<string, string>>): Intent => ({ type: 'submit', prompt: prompt.id, values })
  const learns = new Map<string, Domain>()
  for (const { name, field, values } of fields) {
    const domain: Domain = field.optional ? [...values, null] : values
    if (classes.isRead(name) && domain.length > 1 && !field.sensitive) learns.set(name, domain)
  }
  const filled = Object.fromEntries(fields.map(({ name, values }) => [name, values[0] ?? '']))
  const good: Move = {
    by: 'shopper',
    with: 'form',
    learns,
    intents(choices) {
      const chosen = [...choices].filter(([name]) => learns.has(name)).map(([name, value]) => [name, value ?? ''] as const)
      return [submit({ ...filled, ...Object.fromEntries(chosen) })]
    },
  }
  const optional = fields.filter(({ field }) => field.optional)
  const blank = Object.fromEntries(optional.map(({ name }) => [name, '']))
  const bad = fields.flatMap(({ name, field }) => {
    const value = badValue(field)
    return value === undefined ? [] : [submit({ ...filled, [name]: value })]
  })
  const wrong = bad.map((intent): Move => ({ ...plain('shopper', 'form', intent), counts: 'tries' }))
  return [good, ...(optional.length > 0 ? [plain('shopper', 'form', submit({ ...filled, ...blank }))] : []), ...wrong]
}

/** What the shop can answer to the call that is under way, and that it does not answer. */
function answers({ flow, classes, at }: Alphabet, { pending, facts }: State): readonly Move[] {
  if (!pending) return []
  const step = Object.hasOwn(flow.steps, pending.step) ? flow.steps[pending.step] : undefined
  if (step?.type !== 'call') return []
  const done = (result: CallResult): Move => plain('shop', 'news', { type: 'call.done', call: pending.call, result })
  const failed = (why: 'timeout' | 'error'): Move => plain('shop', 'news', { type: 'call.failed', call: pending.call, why })
  const rest = [done({ found: 'nothing' }), failed('error'), failed('timeout')]
  switch (step.action) {
    case 'findOrder':
      return [found(pending.call, classes, at), ...rest]
    case 'listTopics':
      return [done({ found: 'topics', topics: [{ id: 't', title: 'Topic', articles: ARTICLES }] }), ...rest]
    case 'searchFaqs':
      return [done({ found: 'articles', articles: ARTICLES }), done({ found: 'articles', articles: [] }), ...rest]
    case 'readArticle': {
      const wanted = Object.hasOwn(facts, 'article') ? facts['article']?.value : undefined
      const article = ARTICLES.find(({ id }) => id === wanted) ?? { id: 'a', title: 'Article A' }
      return [done({ found: 'article', article: { ...article, body: 'Text.' } }), ...rest]
    }
    default:
      return [acted(pending.call, step, classes), ...rest]
  }
}

/** An order; which situation it is in is seen when a step looks. */
function found(call: string, classes: FactClasses, at: number): Move {
  const orders = sampleOrders(at)
  const domain = classes.oneOfEach('situation', [...orders.keys()])
  const order = (situation: string | null | undefined) => [...orders].find(([name]) => name === situation)?.[1]
  const first = [...orders.values()][0]
  return {
    by: 'shop',
    with: 'news',
    learns: domain.length > 1 ? new Map([['situation', domain]]) : NO_DOUBTS,
    intents(choices) {
      const one = order(choices.get('situation')) ?? first
      return one ? [{ type: 'call.done', call, result: { found: 'order', order: one } }] : []
    },
  }
}

/** An answer of the shop's own action. What it holds is seen when a step looks. */
function acted(call: string, { save = {} }: CallStep, classes: FactClasses): Move {
  const learns = new Map<string, Domain>(
    Object.keys(save)
      .filter((fact) => classes.isRead(fact))
      .map((fact) => [fact, outsideValues(fact, classes)]),
  )
  return {
    by: 'shop',
    with: 'news',
    learns,
    intents(choices) {
      let value: { [name: string]: Json } = {}
      for (const [fact, place] of Object.entries(save)) {
        const chosen = choices.has(fact) ? choices.get(fact) : (learns.get(fact)?.[0] ?? 'something')
        if (chosen !== null && chosen !== undefined) value = put(value, place.split('.'), chosen)
      }
      return [{ type: 'call.done', call, result: { found: 'value', value } }]
    },
  }
}

function put(
  into: { readonly [name: string]: Json },
  [name = '', ...rest]: readonly string[],
  leaf: string,
): { [name: string]: Json } {
  if (rest.length === 0) return { ...into, [name]: leaf }
  const inner = Object.hasOwn(into, name) ? into[name] : undefined
  const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
  return { ...into, [name]: put(isObject ? (inner as { readonly [name: string]: Json }) : {}, rest, leaf) }
}

/** What changes nothing that a place is told by is looked at once, at the menu. */
function quiet({ flow }: Alphabet, { step, prompt }: State): readonly Move[] {
  if (step !== flow.menu || prompt?.kind !== 'choice') return []
  return [
    news({ type: 'resumed' }),
    news({ type: 'page.changed', facts: { page: 'another' } }),
    news({ type: 'availability.changed', availability: null }),
  ]
}

const atReview: readonly Move[] = [
  news({ type: 'resumed' }),
  news({ type: 'availability.changed', availability: available(false) }),
  news({ type: 'availability.changed', availability: available(true) }),
  plain('shopper', 'tap', { type: 'attach', upload: 'u', name: 'photo.jpg' }),
]

const tellsMail: Move = plain('shopper', 'text', {
  type: 'say',
  text: 'I am ada@example.com.',
  route: { to: 'ask', evidence: [] },
})
const wrote: Move = plain('shopper', 'text', { type: 'say', text: 'Hm, flurb.', route: { to: 'ask', evidence: [] } })

/** What can happen once a person or a ticket is called. */
function handedMoves({ log, conversation }: State): readonly Move[] {
  const status = (...all: readonly ('queued' | 'live' | 'ticket' | 'closed')[]) =>
    all.map((one) => news({ type: 'log.advanced', status: one }))
  const mine: readonly Move[] = [wrote, plain('shopper', 'tap', { type: 'attach', upload: 'u', name: 'photo.jpg' })]
  const close = plain('shopper', 'tap', { type: 'close' })
  const defer = plain('shopper', 'tap', { type: 'defer' })
  switch (log) {
    case null:
      return [
        ...status('queued', 'ticket'),
        news({ type: 'desk.unreachable' }),
        news({ type: 'desk.refused', conversation: conversation ?? '' }),
        news({ type: 'resumed' }),
        ...mine,
        defer,
        close,
      ]
    case 'queued':
      return [...status('live', 'ticket', 'closed'), ...mine, defer, close]
    case 'live':
      return [...status('queued', 'ticket', 'closed'), ...mine, defer, close]
    case 'ticket':
      return [...status('live', 'closed'), ...mine, close]
    case 'closed':
      return [plain('shopper', 'tap', { type: 'rate', score: 5 }), plain('shopper', 'tap', { type: 'restart' }), talk]
  }
}
