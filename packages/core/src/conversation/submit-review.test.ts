import { describe, expect, test } from 'vitest'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { type Play, playFlow } from '../testing/play.js'
import { dangerIn } from '../triage/danger.js'

const reviewed = (from = storefrontFlow): Play => playFlow(from).send({ type: 'start' }).send({ type: 'talk-to-agent' })

/** Sends the review with a summary of the shopper's own, placed as the chat places it. */
function write(play: Play, summary: string, email = 'ada@example.com'): Play {
  const route = dangerIn(summary)
  const prompt = play.state.prompt?.id ?? ''
  return play.send({ type: 'submit', prompt, values: { email, summary }, ...(route ? { route } : {}) })
}

const EMERGENCY = `bot: ${storefrontFlow.texts['handoff.safety']}`

describe('a danger in the summary that the shopper wrote', () => {
  test.each(['I am injured', 'The kettle caught fire'])('“%s” raises the handoff', (summary) => {
    const play = write(reviewed(), summary)
    expect(play.state).toMatchObject({
      phase: 'handed',
      summary,
      reason: { code: 'safety', because: summary, priority: 'urgent' },
    })
    expect(play.lines().slice(-2)).toEqual([`shopper: ${summary}`, EMERGENCY])
  })

  test('a wrong charge raises it as one, without a word of emergencies', () => {
    const play = write(reviewed(), 'My card was charged twice')
    expect(play.state.reason).toEqual({ code: 'payment', because: 'My card was charged twice', priority: 'high' })
    expect(play.lines().at(-1)).toMatch(/card number/)
    expect(play.lines()).not.toContain(EMERGENCY)
  })

  test('a wrong charge takes nothing from an injury that is known', () => {
    const before = reviewed()
    const reason = { code: 'safety', because: 'smoke', priority: 'urgent' } as const
    const play = write(playFlow(storefrontFlow, 0, { ...before.state, reason }), 'And I was charged twice')
    expect(play.state.reason).toEqual(reason)
  })

  test('is heard beside a wish for a person, which the bot’s own words may hold', () => {
    expect(write(reviewed(), 'Would like to talk to a person. I am bleeding.').state.reason?.code).toBe('safety')
  })

  test('takes the matter out of the hands of sales, and leaves what was prepared for a decision', () => {
    const before = reviewed()
    const reason = { code: 'presale', because: 'size', team: 'sales', request: 'return', photos: true } as const
    const play = write(playFlow(storefrontFlow, 0, { ...before.state, reason }), 'It burned my hand')
    const raised = { code: 'safety', because: 'It burned my hand', priority: 'urgent', request: 'return', photos: true }
    expect(play.state.reason).toEqual(raised)
  })

  test('leaves the team of a flow that had called for the same', () => {
    const before = reviewed()
    const reason = { code: 'safety', because: 'smoke', team: 'recall', priority: 'urgent' } as const
    const play = write(playFlow(storefrontFlow, 0, { ...before.state, reason }), 'It caught fire')
    expect(play.state.reason).toEqual(reason)
    expect(play.lines()).not.toContain(EMERGENCY)
  })

  test('counts, and is answered once, also where the form was refused at first', () => {
    const play = write(reviewed(), 'I am injured', 'nobody')
    expect(play.state).toMatchObject({ phase: 'review', reason: { code: 'safety', priority: 'urgent' } })
    play.fill({ email: 'ada@example.com' })
    expect(play.state).toMatchObject({ phase: 'handed', summary: 'I am injured', reason: { code: 'safety', priority: 'urgent' } })
    expect(play.lines().filter((line) => line === EMERGENCY)).toHaveLength(1)
  })

  test('does so also where it is said into the review', () => {
    const text = 'The kettle caught fire'
    const route = dangerIn(text)
    const play = reviewed().send({ type: 'say', text, ...(route ? { route } : {}) })
    expect(play.state).toMatchObject({ phase: 'review', reason: { code: 'safety', because: text, priority: 'urgent' } })
    expect(play.lines().at(-1)).toBe(EMERGENCY)
  })
})

test('where the shop is closed, a danger is not said to be seen to at once', () => {
  const availability = { open: false, opens: 1, closes: null, reply: null, wait: null }
  const play = write(reviewed().send({ type: 'availability.changed', availability }), 'I am injured')
  expect(play.lines().at(-1)).toMatch(/emergency number/)
  expect(play.lines().at(-1)).not.toMatch(/right away|at once/)
})

test.each(['Where is my parcel?', 'I would like to talk to a human'])('“%s” leaves the reason as it was', (summary) => {
  expect(write(reviewed(), summary).state.reason).toEqual({ code: 'asked', because: '' })
})
