import { describe, expect, test } from 'vitest'
import type { Flow } from '../flow/flow.js'
import { playFlow } from '../testing/play.js'

const flow: Flow = {
  id: 'lamps',
  version: 1,
  menu: 'menu',
  greeting: {
    type: 'choose',
    text: 'Hello',
    look: 'rows',
    options: [{ id: 'agent', label: 'A person', next: 'person' }],
  },
  steps: {
    'bulb-help': { type: 'choose', text: 'Screw or bayonet?', options: [{ id: 'screw', label: 'Screw', next: 'menu' }] },
    person: { type: 'handoff', reason: 'asked' },
  },
  fields: {},
  routes: {},
  texts: { unsure: 'Not sure which bulb fits?' },
}

describe('an opening of the flow’s own', () => {
  test('is the first line, and the conversation goes on at its step', () => {
    const play = playFlow(flow).send({ type: 'start', step: 'bulb-help', say: 'unsure' })
    expect(play.lines()).toEqual(['bot: Not sure which bulb fits?', 'bot: Screw or bayonet?'])
    expect(play.state).toMatchObject({ phase: 'bot', step: 'bulb-help', prompt: { kind: 'choice', look: 'chips' } })
    expect(play.effects).toEqual([{ do: 'look-who-is-there' }])
  })

  test.each(['menu', 'gone'])('that leads to %s shows the menu’s rows', (step) => {
    const play = playFlow(flow).send({ type: 'start', step, say: 'unsure' })
    expect(play.lines()).toEqual(['bot: Not sure which bulb fits?'])
    expect(play.state).toMatchObject({ phase: 'bot', step: 'menu', prompt: { look: 'rows', options: [{ label: 'A person' }] } })
  })

  test('says the greeting where it has no words of its own', () => {
    expect(playFlow(flow).send({ type: 'start', step: 'menu' }).lines()).toEqual(['bot: Hello'])
  })

  test('changes nothing in a conversation that is under way', () => {
    const play = playFlow(flow).send({ type: 'start' })
    const { state } = play
    expect(play.send({ type: 'start', step: 'bulb-help', say: 'unsure' }).state).toBe(state)
  })
})
