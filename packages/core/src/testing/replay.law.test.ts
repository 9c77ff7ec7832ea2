import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { parseRecording } from './recording.js'
import { replay } from './replay.js'
import type { Command } from './script.js'
import { createSimulation, type Simulated } from './simulation.js'
import { optionsOf } from './tell-step.js'

// What a shopper, a shop and a desk could do. `pick` chooses among what is offered.
interface Move {
  readonly kind: 'tap' | 'tap' | 'fill' | 'say' | 'person' | 'back' | 'wait' | 'call' | 'agent' | 'reload' | 'desk' | 'restart'
  readonly pick: number
}

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom(
    'tap',
    'tap',
    'tap',
    'fill',
    'fill',
    'say',
    'person',
    'back',
    'wait',
    'call',
    'agent',
    'reload',
    'desk',
    'restart',
  ),
  pick: fc.nat(40),
})

const texts = [
  'where is my order',
  '1002 sam@example.com',
  'a person please',
  'returns',
  'hi',
  '1002',
  'x',
  'my mug is broken',
] as const
const answers = ['nothing', 'fails', 'hangs', 'as-it-is'] as const

async function commandOf({ kind, pick }: Move, offered: readonly string[]): Promise<Command> {
  switch (kind) {
    case 'tap':
      return { do: 'tap', option: offered[pick % (offered.length || 1)] ?? 'nothing' }
    case 'fill':
      return { do: 'fill', values: pick % 3 ? { email: 'sam@example.com', ...(pick % 2 ? { orderNumber: '1004' } : {}) } : {} }
    case 'say':
      return { do: 'say', text: texts[pick % texts.length] ?? '' }
    case 'wait':
      return { do: 'wait', ms: pick * 1_000 }
    case 'call':
      return { do: 'call', name: 'findOrder', answer: { kind: answers[pick % answers.length] ?? 'nothing' } }
    case 'agent':
      return pick % 3 ? { do: 'agent', text: 'Hello' } : { do: 'agent-closes' }
    case 'desk':
      return { do: 'desk', is: (['open', 'closed', 'up', 'down'] as const)[pick % 4] ?? 'open' }
    default:
      return { do: kind }
  }
}

const FAILED_LOOK_UP: Move[] = [
  { kind: 'call', pick: 1 },
  { kind: 'tap', pick: 0 },
  { kind: 'fill', pick: 1 },
]

async function play(seed: number, moves: readonly Move[]): Promise<Simulated> {
  const simulation = await createSimulation(storefrontFlow, { seed })
  for (const one of moves) {
    const command = await commandOf(
      one,
      optionsOf(simulation.snapshot().prompt).map(({ id }) => id),
    )
    // What cannot be done now is left out; half of what can be done does not wait for what came before.
    await simulation.perform(command).catch(() => undefined)
    if (one.pick % 2) await simulation.rest()
  }
  simulation.destroy()
  return simulation.result()
}

test('a recording that went through a file replays to the same state, lines and words, byte for byte', async () => {
  const played: Simulated[] = []
  await fc.assert(
    fc.asyncProperty(fc.nat(999), fc.array(move, { maxLength: 15 }), async (seed, moves) => {
      const simulated = await play(seed, moves)
      const recording = parseRecording(JSON.parse(JSON.stringify(simulated.recording)))
      const again = replay(storefrontFlow, recording)
      expect(JSON.stringify(again.state)).toBe(JSON.stringify(simulated.state))
      expect(JSON.stringify(again.entries)).toBe(JSON.stringify(simulated.entries))
      expect(again.lines).toEqual(recording.lines)
      played.push(simulated)
    }),
    { numRuns: 60, examples: [[1, FAILED_LOOK_UP]] },
  )
  const events = played.flatMap(({ recording }) => recording.events.map(({ type }) => type))
  // Otherwise this would be a law about nothing.
  for (const type of ['choose', 'submit', 'say', 'call.done', 'call.failed', 'log.advanced', 'resumed'] as const) {
    expect(events, type).toContain(type)
  }
  expect(inAnotherProcess(played)).toEqual(played.map(({ state, entries }) => JSON.stringify([state, entries])))
}, 60_000)

/** What the built package makes of the same recordings. */
function inAnotherProcess(played: readonly Simulated[]): unknown {
  const from = (path: string) => JSON.stringify(new URL(`../../dist/${path}`, import.meta.url).href)
  const script = `
    import { replay } from ${from('testing/replay.js')}
    import { storefrontFlow } from ${from('flow/storefront-flow.js')}
    let text = ''
    for await (const part of process.stdin) text += part
    const all = JSON.parse(text).map((recording) => replay(storefrontFlow, recording))
    process.stdout.write(JSON.stringify(all.map(({ state, entries }) => JSON.stringify([state, entries]))))`
  const input = JSON.stringify(played.map(({ recording }) => recording))
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { input, encoding: 'utf8' }))
}
