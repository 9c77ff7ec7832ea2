import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialState } from '../../conversation/start.js'
import type { State } from '../../conversation/state.js'
import { transition } from '../../conversation/transition.js'
import { composeFlow } from '../compose-flow.js'
import type { Flow } from '../flow.js'
import { articles } from '../modules/articles.js'
import { storefrontFlow } from '../storefront-flow.js'
import { explore } from './explore.js'
import { liveVariables } from './live-variables.js'
import { type Alphabet, type Move, movesAt } from './moves.js'
import { createAbstraction } from './place.js'
import { pathTo, tell } from './tell.js'

const flows: readonly (readonly [string, Flow])[] = [
  ['storefront', storefrontFlow],
  ['articles', composeFlow({ id: 'articles', version: 1, modules: [articles] })],
]

describe.each(flows)('%s', (_, flow) => {
  const graph = explore(flow, { most: 100_000, given: [], memory: 100 })
  const ids = new Map(graph.places.map(({ key }, id) => [key, id]))
  const placesFrom = (id: number) => (graph.out[id] ?? []).flatMap(({ to }) => graph.places[to] ?? [])
  const keysFrom = (id: number) => placesFrom(id).map(({ key }) => key)
  /** A tap, whatever the prompt is called. */
  const tapOf = (move: Move) =>
    move
      .intents(new Map())
      .map((intent) => (intent.type === 'choose' ? intent.option : intent.type))
      .join()
  const phasesFrom = (id: number, move: Move) =>
    (graph.out[id] ?? []).filter((way) => tapOf(way.move) === tapOf(move)).map(({ to }) => graph.places[to]?.state.phase)
  const alphabet: Alphabet = { flow, classes: graph.classes, given: [], languages: {}, at: graph.moments.open ?? 0 }
  const abstract = createAbstraction({ live: liveVariables(flow), classes: graph.classes, memory: 100, flow })
  /** The place itself, whatever was counted there. */
  const placeFor = (state: State) =>
    abstract({ ...state, tries: {} }, { doubts: new Map(), chosen: new Map(), hours: null, counting: false })
  const keyOf = (state: State) => placeFor(state).key

  test('wherever a real conversation goes, the checker has been', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 5, maxLength: 60 }), (picks) => {
        // This state carries every word, fact and count along.
        let state = initialState(flow)
        for (const [index, [pick, choice]] of picks.entries()) {
          const moves = movesAt(alphabet, state)
          const move = moves[pick % moves.length]
          if (!move) continue
          const from = ids.get(keyOf(state))
          const choices = new Map(
            [...(move.learns ?? [])].map(([name, domain]) => [name, domain[choice % domain.length] ?? null]),
          )
          const inReview = state.phase === 'review'
          for (const intent of move.intents(choices)) {
            state = transition(flow, state, { ...intent, id: `e${index}`, at: alphabet.at + index * 5_000 })[0]
          }
          // A new search finds articles that were not read: docs/check.md says so.
          state = { ...state, tried: placeFor(state).place().state.tried }
          // Reviews are played once of a kind, and counts are counted where they happen.
          if (state.phase === 'review') {
            if (from !== undefined && !move.counts && !inReview) expect(phasesFrom(from, move)).toContain('review')
            continue
          }
          const key = keyOf(state)
          expect(ids.has(key), key).toBe(true)
          if (from !== undefined && !move.counts && !inReview) expect(keysFrom(from)).toContain(key)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('every place can be come to, by the conversation that is told of it', { timeout: 60_000 }, () => {
    for (const [place, { state, key }] of graph.places.entries()) {
      if (place % 7 !== 0) continue
      const told = tell(graph, transition, pathTo(graph, place))
      expect(told.agrees).toBe(true)
      expect([told.state.phase, told.state.step, told.state.prompt?.kind], key).toEqual([
        state.phase,
        state.step,
        state.prompt?.kind,
      ])
    }
  })
})
