import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Flow } from '../flow/flow.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { shippedFlows } from '../testing/shipped-flows.js'
import { triage } from '../triage/triage.js'
import type { CallResult, ChatEvent, Intent } from './event.js'
import type { Prompt } from './prompt.js'
import { initialState, type Transition } from './start.js'
import type { State } from './state.js'
import { transition } from './transition.js'

// What a shopper, a slow shop and a broken tab could do, in any order. `pick` chooses among what the state offers, or a stale one.
interface Move {
  readonly kind:
    | 'tap'
    | 'fill'
    | 'say'
    | 'answer'
    | 'fail'
    | 'stale'
    | 'person'
    | 'back'
    | 'log'
    | 'rate'
    | 'defer'
    | 'close'
    | 'unreachable'
    | 'refused'
    | 'resumed'
    | 'start'
    | 'odd'
  readonly pick: number
  readonly text: string
}

const texts = fc.oneof(
  fc.constantFrom(
    'where is my order',
    '1042 ada@example.com',
    'a person please',
    'returns',
    'hi',
    'ada@example.com',
    '1042',
    '',
    '__proto__',
    'constructor',
  ),
  fc.string({ maxLength: 60, unit: 'binary' }),
)
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom(
    'tap',
    'tap',
    'tap',
    'fill',
    'fill',
    'say',
    'answer',
    'answer',
    'fail',
    'stale',
    'person',
    'back',
    'log',
    'rate',
    'defer',
    'close',
    'unreachable',
    'refused',
    'resumed',
    'start',
    'odd',
  ),
  pick: fc.nat(40),
  text: texts,
})

const results: readonly CallResult[] = [
  { found: 'nothing' },
  { found: 'order', order: { number: '1042', placed: 0, parcels: [{ reached: { ordered: 0 } }] } },
  {
    found: 'order',
    order: { number: '1042', placed: 0, parcels: [{ reached: { ordered: 0, shipped: 1 }, promised: '1970-01-01' }] },
  },
  { found: 'order', order: { number: '1042', placed: 0, parcels: [], cancelled: 3 } },
  { found: 'topics', topics: [{ id: 't', title: 'Returns', articles: [{ id: 'a', title: 'A' }] }] },
  {
    found: 'articles',
    articles: [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ],
  },
  { found: 'article', article: { id: 'a', title: 'A', body: 'Text' } },
  { found: 'value', value: 7 },
]

const FITTING: { readonly [type: string]: string } = {
  'order-number': '1042',
  email: 'ada@example.com',
  number: '7',
  date: '2026-11-22',
  phone: '+44 20 7946 0000',
}

/** What fits each field of the form, or now and then what does not. */
function valuesFor(prompt: Prompt | null, pick: number, text: string): Record<string, string> {
  const fields = prompt && 'fields' in prompt ? prompt.fields : []
  return Object.fromEntries(
    fields.map(({ name, type, options }, index) => {
      const picked = options?.[pick % options.length]?.id
      return [name, (pick + index) % 3 ? (picked ?? FITTING[type] ?? 'the blue one') : text]
    }),
  )
}

function intentOf({ kind, pick, text }: Move, state: State): Intent {
  const { prompt, pending } = state
  const id = prompt?.id ?? 'none'
  switch (kind) {
    case 'tap': {
      const articles = prompt?.kind === 'articles' ? prompt.articles.map((article) => article.id) : []
      const options = [...articles, ...(prompt && 'options' in prompt ? prompt.options.map((option) => option.id) : [])]
      return { type: 'choose', prompt: id, option: options[pick % (options.length || 1)] ?? text }
    }
    case 'fill':
      return {
        type: 'submit',
        prompt: id,
        values: { ...valuesFor(prompt, pick, text), query: text, summary: text },
        without: pick % 5 ? [] : ['email', 'tried'],
      }
    case 'say':
      return { type: 'say', text, route: triage(text) }
    case 'answer':
      return { type: 'call.done', call: pending?.call ?? text, result: results[pick % results.length] ?? { found: 'nothing' } }
    case 'fail':
      return { type: 'call.failed', call: pending?.call ?? text, why: pick % 2 ? 'timeout' : 'error' }
    case 'stale':
      return { type: 'choose', prompt: 'an-old-prompt', option: 'yes' }
    case 'person':
      return { type: 'talk-to-agent' }
    case 'log':
      return { type: 'log.advanced', status: (['queued', 'live', 'ticket', 'closed'] as const)[pick % 4] ?? 'queued' }
    case 'rate':
      return { type: 'rate', score: pick % 7 }
    case 'unreachable':
      return { type: 'desk.unreachable' }
    case 'refused':
      return { type: 'desk.refused', conversation: (pick % 5 && state.conversation) || text }
    case 'odd':
      return { type: text, pick } as unknown as Intent
    default:
      return { type: kind }
  }
}

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

const frozen: readonly (readonly [string, Flow])[] = freeze(Object.entries(shippedFlows))
const flows = fc.constantFrom(...frozen).map(([, flow]) => flow)

interface Played {
  readonly events: readonly ChatEvent[]
  readonly states: readonly State[]
}

/** Plays the moves; `look` sees each step. Everything is frozen: a machine that writes into what it was given throws here. */
function play(flow: Flow, moves: readonly Move[], look: (step: Step) => void = () => undefined): Played {
  let state = freeze(initialState(flow))
  const events: ChatEvent[] = []
  const states: State[] = [state]
  for (const one of [{ kind: 'start', pick: 0, text: '' } as const, ...moves]) {
    const event = freeze({ ...intentOf(one, state), id: `e${events.length}`, at: events.length * 1_000 })
    const done = transition(flow, state, event)
    look({ before: state, event, done })
    events.push(event)
    state = freeze(done[0])
    states.push(state)
  }
  return { events, states }
}

interface Step {
  readonly before: State
  readonly event: ChatEvent
  readonly done: Transition
}

// How many sequences the walk below takes: 5,000 each time, and as many as wanted by `npm run test:laws`.
const SEQUENCES = Number(process.env['SHOPBELL_SEQUENCES'] ?? 5_000)

/** What holds after each step, whatever has happened. Thrown as an error, since this runs a million times. */
function holdTo(claim: boolean, words: string, step: Step): void {
  if (!claim) throw new Error(`${words}\n${JSON.stringify(step, null, 1)}`)
}

test(`${SEQUENCES} random conversations over every shipped flow keep all that is promised at each step`, () => {
  fc.assert(
    fc.property(flows, fc.array(move, { maxLength: 40 }), (flow, moves) => {
      let under: string | null = null
      play(flow, moves, (step) => {
        const { before, event, done } = step
        const [state, entries, effects] = done
        holdTo(JSON.stringify(done) === JSON.stringify(JSON.parse(JSON.stringify(done))), 'all of it is plain JSON', step)
        holdTo(new Set(entries.map(({ id }) => id)).size === entries.length, 'each line has a name of its own', step)

        // One call at most is under way: a new one is only asked for when the last was answered or taken back.
        for (const effect of effects) {
          if (effect.do === 'abort' && effect.call === under) under = null
          if (effect.do !== 'call') continue
          holdTo(under === null || event.type.startsWith('call.') || event.type === 'resumed', 'one call at a time', step)
          under = effect.call
        }
        if (state.pending === null) under = null
        holdTo(state.pending === null || state.pending.call === under, 'what is waited for is under way', step)

        // Nothing that we know is lost, but what the shopper takes out and a search that is over.
        const taken: readonly string[] = event.type === 'submit' ? (event.without ?? []) : []
        for (const name of Object.keys(before.facts)) {
          holdTo(Object.hasOwn(state.facts, name) || taken.includes(name) || name === 'query', `"${name}" stays known`, step)
        }

        holdTo(state.prompt !== null || state.pending !== null || state.phase === 'handed', 'something waits', step)
        holdTo(reachesPerson(flow, state), 'a person, a ticket or a contact is one tap away', step)
        for (const late of [
          { type: 'call.done', call: 'another', result: { found: 'nothing' } },
          { type: 'call.failed', call: 'another', why: 'error' },
        ] as const) {
          const [same, lines, wanted] = transition(flow, state, { ...late, id: 'late', at: 0 })
          holdTo(same === state && lines.length + wanted.length === 0, 'a late answer moves nothing', step)
        }
      })
    }),
    { numRuns: SEQUENCES },
  )
}, 3_600_000)

function reachesPerson(flow: Flow, state: State): boolean {
  if (state.phase === 'handed' && state.log !== 'closed') return true
  const [next, entries] = transition(flow, state, { type: 'talk-to-agent', id: 'now', at: 0 })
  if (flow.reach !== 'contact') return next.prompt?.kind === 'review'
  return entries.some(({ content }) => content.kind === 'text' && content.key === 'contact')
}

test('an old prompt, a late answer and an unknown event give back the same state object', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), fc.string(), (moves, name) => {
      const { states } = play(storefrontFlow, moves)
      const state = states.at(-1) ?? initialState(storefrontFlow)
      const stale: readonly Intent[] = [
        { type: 'choose', prompt: `old${name}`, option: 'yes' },
        { type: 'submit', prompt: `old${name}`, values: { email: 'ada@example.com' } },
        { type: 'call.done', call: `old${name}`, result: { found: 'nothing' } },
        { type: 'call.failed', call: `old${name}`, why: 'timeout' },
        { type: `x${name}` } as unknown as Intent,
      ]
      for (const intent of stale) {
        const [next, entries, effects] = transition(storefrontFlow, state, { ...intent, id: 'late', at: 0 })
        expect(next).toBe(state)
        expect([...entries, ...effects]).toEqual([])
      }
    }),
    { numRuns: 300 },
  )
})

test('a person is in reach from every state before one is called: one tap opens the review', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const state = play(storefrontFlow, moves).states.at(-1) ?? initialState(storefrontFlow)
      if (state.phase === 'handed' && state.log !== 'closed') return
      const [next] = transition(storefrontFlow, state, { type: 'talk-to-agent', id: 'now', at: 0 })
      expect(next.prompt?.kind).toBe('review')
      const [last, , effects] = transition(storefrontFlow, next, {
        type: 'submit',
        prompt: next.prompt?.id ?? '',
        values: { email: 'ada@example.com' },
        id: 'then',
        at: 0,
      })
      expect(last.phase).toBe('handed')
      expect(effects).toContainEqual(expect.objectContaining({ do: 'open' }))
    }),
    { numRuns: 300 },
  )
})

test('the same events give the same states in another process', () => {
  const sampled = fc
    .sample(fc.array(move, { minLength: 10, maxLength: 30 }), { numRuns: 40, seed: 7 })
    .map((moves) => play(storefrontFlow, moves))
  const script = `
    import { transition, initialState, storefrontFlow } from ${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)}
    let text = ''
    for await (const part of process.stdin) text += part
    const lasts = JSON.parse(text).map((events) => events.reduce((state, event) => transition(storefrontFlow, state, event)[0], initialState(storefrontFlow)))
    process.stdout.write(JSON.stringify(lasts))`
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    input: JSON.stringify(sampled.map(({ events }) => events)),
    encoding: 'utf8',
  })
  expect(JSON.parse(answer)).toEqual(sampled.map(({ states }) => states.at(-1)))
})

test('a review can be left from wherever it was opened', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const state = play(storefrontFlow, moves).states.at(-1) ?? initialState(storefrontFlow)
      const [inReview] = transition(storefrontFlow, state, { type: 'talk-to-agent', id: 'now', at: 0 })
      if (inReview.phase !== 'review') return
      const [left] = transition(storefrontFlow, inReview, { type: 'back', id: 'then', at: 0 })
      expect(left.phase).not.toBe('review')
      expect(left.prompt ?? left.pending).not.toBeNull()
    }),
    { numRuns: 300 },
  )
})
