import { transformWithOxc } from 'vite'
import { describe, expect, test } from 'vitest'
import type { Flow } from '../flow/flow.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { record } from './record.js'
import { parseRecording } from './recording.js'
import { redactRecording } from './redact-recording.js'
import { replay } from './replay.js'
import { simulate } from './simulate.js'
import { toTest } from './to-test.js'

const { recording } = await simulate(storefrontFlow, '> Order Status\nfill orderNumber=1003, email=sam@example.com')

/** Runs a test file's source with a `test` and an `expect` that are as small as can be. */
async function run(source: string, name = 'written.test.ts'): Promise<string[]> {
  const { code } = await transformWithOxc(source, name)
  const built = (path: string) => new URL(`../../dist/${path}`, import.meta.url).href
  const vitest = `data:text/javascript,${encodeURIComponent(`
    import { deepStrictEqual } from 'node:assert'
    export const ran = globalThis.ran ??= []
    export const expect = (value) => ({ toEqual: (other) => deepStrictEqual(value, other) })
    export const test = (name, run) => { run(); ran.push(name) }`)}`
  const module = code
    .replace('@shopbell/core/flows/storefront', built('flow/storefront-flow.js'))
    .replace('@shopbell/core/testing', built('testing/index.js'))
    .replace(/(["'])vitest\1/, JSON.stringify(vitest))
  await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`)
  return ((await import(/* @vite-ignore */ vitest)) as { ran: string[] }).ran
}

describe('a recording as a test', () => {
  test('runs, and passes', async () => {
    expect(await run(toTest(recording, 'a late "order"'))).toContain('a late "order"')
  })

  test('runs as JavaScript', async () => {
    expect(await run(toTest(recording, 'plain', { typed: false }), 'written.test.js')).toContain('plain')
  })

  test('fails when the flow says something else', async () => {
    const lines = recording.lines.map((line) => line.replace('been with you', 'been with me'))
    await expect(run(toTest({ ...recording, lines }, 'another'))).rejects.toThrow('been with me')
  })

  test('of a flow of somebody’s own imports that flow', () => {
    expect(toTest({ ...recording, flow: 'mine@3' }, 'mine')).toContain('import { flow } from "./flow.js"')
    expect(toTest(recording, 'mine', { flow: '../flows/mine.js' })).toContain('import { flow } from "../flows/mine.js"')
  })
})

test('a conversation that goes on from before is recorded with where it was', () => {
  const { steps, state } = replay(storefrontFlow, recording)
  const recorder = record({ flow: storefrontFlow, has: recording.has })
  for (const step of steps.slice(2)) recorder.trace(step)
  const later = parseRecording(JSON.parse(JSON.stringify(recorder.recording())))
  expect(later.from).toEqual(steps[2]?.before)
  expect(replay(storefrontFlow, later).state).toEqual(state)
  expect(later.seed).toBeNull()
})

describe('a recording from a file', () => {
  test('is read as it was written', () => {
    expect(parseRecording(JSON.parse(JSON.stringify(recording)))).toEqual(recording)
  })

  const deep = JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`)
  test.each([
    ['nothing', null, 'This is no recording'],
    ['a list', [], 'This is no recording'],
    ['no events', { flow: 'a@1' }, 'This is no recording'],
    ['an event without a time', { flow: 'a@1', events: [{ id: 'e', type: 'start' }] }, 'Event 1 of the recording needs'],
    ['an event that is a word', { flow: 'a@1', events: ['start'] }, 'Event 1'],
    ['too many events', { flow: 'a@1', events: Array(10_001).fill(0) }, 'has 10000 events at most, this one 10001'],
    ['a deep one', { flow: 'a@1', events: deep }, 'nested deeper than 32'],
    ['a state of the future', { flow: 'a@1', events: [], from: { v: 9 } }, 'a state of another version'],
  ])('that is %s says so', (_, value, message) => {
    expect(() => parseRecording(value)).toThrow(message)
  })

  test('a key that poses as a prototype changes nothing', () => {
    const posed = parseRecording(JSON.parse('{"flow":"a@1","events":[{"id":"e","at":1,"type":"start","__proto__":{"evil":1}}]}'))
    expect(({} as Record<string, unknown>)['evil']).toBeUndefined()
    expect(replay(storefrontFlow, posed).state.phase).toBe('bot')
  })
})

describe('sensitive answers', () => {
  const flow: Flow = {
    ...storefrontFlow,
    greeting: { ...storefrontFlow.greeting, options: [{ id: 'ill', label: 'I am ill', next: 'ask' }] },
    steps: {
      ...storefrontFlow.steps,
      ask: { type: 'ask', fields: ['illness', 'email'], submit: 'Send', next: 'done', retries: 1, onFail: 'done' },
      done: { type: 'end', text: 'Thank you.' },
    },
    fields: { ...storefrontFlow.fields, illness: { type: 'text', label: 'Illness', sensitive: true } },
  }

  test('are nowhere in a redacted recording, which still replays', async () => {
    const played = await simulate(flow, '> I am ill\nfill illness=gout, email=sam@example.com\nsay it is the gout again')
    expect(JSON.stringify(played.recording)).toContain('gout')
    const clean = redactRecording(flow, played.recording)
    expect(JSON.stringify(clean)).not.toContain('gout')
    expect(JSON.stringify(clean)).toContain('sam@example.com')
    const again = replay(flow, clean)
    expect(again.lines).toEqual(clean.lines)
    expect(again.state.step).toBe(played.state.step)
  })

  test('that are short are taken out where they stand alone only', async () => {
    const played = await simulate(flow, '> I am ill\nfill illness=ill, email=sam@example.com')
    const clean = redactRecording(flow, played.recording)
    expect(JSON.stringify(clean.events)).not.toContain('"ill"}')
    expect(clean.lines).toContain('shopper: I am ill')
  })

  test('are not looked for in a flow that has none', () => {
    expect(redactRecording(storefrontFlow, recording)).toBe(recording)
  })
})
