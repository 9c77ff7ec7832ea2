import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { triage } from '../triage/triage.js'
import type { CallResult, ChatEvent, Intent } from './event.js'
import { initialState } from './start.js'
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
        values: { orderNumber: pick % 2 ? '1042' : text, email: pick % 3 ? 'ada@example.com' : text, query: text, summary: text },
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

function play(moves: readonly Move[]): { readonly events: readonly ChatEvent[]; readonly states: readonly State[] } {
  let state = freeze(initialState(storefrontFlow))
  const events: ChatEvent[] = []
  const states: State[] = [state]
  for (const one of [{ kind: 'start', pick: 0, text: '' } as const, ...moves]) {
    const event = freeze({ ...intentOf(one, state), id: `e${events.length}`, at: events.length * 1_000 })
    events.push(event)
    // Frozen input: a machine that writes into it throws here.
    const [next, entries, effects] = transition(freeze({ ...storefrontFlow }), state, event)
    state = freeze(next)
    states.push(state)
    expect(JSON.parse(JSON.stringify(next))).toEqual(next)
    expect(JSON.parse(JSON.stringify(entries))).toEqual(entries)
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length)
    expect(effects.filter((effect) => effect.do === 'call').length).toBeLessThanOrEqual(1)
  }
  return { events, states }
}

test('random events never mutate the input, and all that comes out survives JSON', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => void play(moves)),
    { numRuns: 500 },
  )
})

test('there is always something to do: a prompt, a call, or a person on the way', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      for (const state of play(moves).states.slice(1)) {
        const waits = state.prompt !== null || state.pending !== null || state.phase === 'handed'
        expect(waits, JSON.stringify(state)).toBe(true)
        if (state.phase === 'calling') expect(state.pending).not.toBeNull()
      }
    }),
    { numRuns: 500 },
  )
})

test('an old prompt, a late answer and an unknown event give back the same state object', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), fc.string(), (moves, name) => {
      const { states } = play(moves)
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
    { numRuns: 500 },
  )
})

test('a person is in reach from every state before one is called: one tap opens the review', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const state = play(moves).states.at(-1) ?? initialState(storefrontFlow)
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
    { numRuns: 500 },
  )
})

test('the same events give the same states in another process', () => {
  const sampled = fc.sample(fc.array(move, { minLength: 10, maxLength: 30 }), { numRuns: 40, seed: 7 }).map(play)
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
      const state = play(moves).states.at(-1) ?? initialState(storefrontFlow)
      const [inReview] = transition(storefrontFlow, state, { type: 'talk-to-agent', id: 'now', at: 0 })
      if (inReview.phase !== 'review') return
      const [left] = transition(storefrontFlow, inReview, { type: 'back', id: 'then', at: 0 })
      expect(left.phase).not.toBe('review')
      expect(left.prompt ?? left.pending).not.toBeNull()
    }),
    { numRuns: 300 },
  )
})
