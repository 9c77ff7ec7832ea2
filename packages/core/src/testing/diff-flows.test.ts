import { beforeAll, describe, expect, test } from 'vitest'
import type { Flow } from '../flow/flow.js'
import { diffFlows, type FlowDiff } from './diff-flows.js'
import type { Recording } from './recording.js'
import { simulate } from './simulate.js'

const before: Flow = {
  id: 'mugs',
  version: 1,
  menu: 'menu',
  greeting: {
    type: 'choose',
    text: 'Hello. What is it about?',
    options: [
      { id: 'care', label: 'How to wash it', next: 'care' },
      { id: 'chip', label: 'A chip', next: 'chip' },
      { id: 'mail', label: 'My address', next: 'mail' },
    ],
  },
  steps: {
    care: { type: 'say', text: 'By hand.', next: 'care-helped' },
    'care-helped': { type: 'helped', text: 'Did this help?', yes: 'done', no: 'person' },
    chip: {
      type: 'choose',
      text: 'Is it sharp?',
      options: [
        { id: 'sharp', label: 'Yes, sharp', next: 'person' },
        { id: 'smooth', label: 'No, smooth', next: 'done' },
      ],
    },
    mail: {
      type: 'ask',
      text: 'Where do we write to?',
      fields: ['email'],
      submit: 'Send',
      next: 'stock',
      retries: 1,
      onFail: 'person',
    },
    stock: {
      type: 'call',
      action: 'stock',
      input: [],
      timeout: 1_000,
      done: 'done',
      empty: 'person',
      failed: 'person',
      timedOut: 'person',
    },
    done: { type: 'end', text: 'Good.' },
    person: { type: 'handoff', reason: 'other' },
  },
  fields: { email: { type: 'email', label: 'E-mail' } },
  routes: {},
  texts: { 'helped.yes': 'Yes', 'helped.no': 'No', 'menu.again': 'What else?' },
}

const scripts = {
  washes: '> How to wash it\n> Yes',
  smooth: '> A chip\n> No, smooth',
  sharp: '> A chip\n> Yes, sharp\nfill email=sam@example.com',
  mail: 'call stock → {"left": 1}\n> My address\nfill email=sam@example.com',
} as const

let recordings: Readonly<Record<keyof typeof scripts, Recording>>
beforeAll(async () => {
  const names = Object.keys(scripts) as (keyof typeof scripts)[]
  const played = await Promise.all(names.map(async (name) => [name, (await simulate(before, scripts[name])).recording] as const))
  recordings = Object.fromEntries(played) as typeof recordings
})

const after = (steps: Flow['steps'], more: Partial<Flow> = {}): Flow => ({
  ...before,
  version: 2,
  steps: { ...before.steps, ...steps },
  ...more,
})
const diff = (flow: Flow, ...names: (keyof typeof scripts)[]): FlowDiff =>
  diffFlows(
    before,
    flow,
    names.map((name) => recordings[name]),
  )

test('the same flow changes nothing for anybody', () => {
  const { counts, conversations, gone } = diffFlows(before, { ...before }, Object.values(recordings))
  expect(counts).toEqual({ conversations: 4, same: 4, changed: 0, endsDifferently: 0, stuck: 0 })
  expect(conversations.map(({ ends }) => ends.after)).toEqual(['helped', 'helped', 'person', 'helped'])
  expect(gone).toEqual([])
})

test('another sentence is found at its turn, side by side', () => {
  const { conversations, counts } = diff(
    after({ care: { type: 'say', text: 'In the machine.', next: 'care-helped' } }),
    'washes',
    'smooth',
  )
  expect(counts).toMatchObject({ same: 1, changed: 1, endsDifferently: 0 })
  expect(conversations[0]?.turn).toEqual({
    index: 1,
    before: ['shopper: How to wash it', 'bot: By hand.', 'bot: Did this help?', '  offers: Yes | No'],
    after: ['shopper: How to wash it', 'bot: In the machine.', 'bot: Did this help?', '  offers: Yes | No'],
  })
})

test('who was helped and would now go to a person is counted', () => {
  const { conversations, counts, gone } = diff(after({ care: { type: 'goto', step: 'person' } }), 'washes', 'smooth')
  // The step that asked is never come to; its options are not gone.
  expect(gone).toEqual([])
  expect(conversations[0]).toMatchObject({ ends: { before: 'helped', after: 'stuck' } })
  expect(counts.endsDifferently).toBe(1)
  const handed = diff(after({ done: { type: 'handoff', reason: 'other' } }), 'smooth')
  expect(handed.conversations[0]?.ends).toEqual({ before: 'helped', after: 'review' })
})

test('an option that is gone is named, with those who had tapped it', () => {
  const chip = before.steps['chip']
  if (chip?.type !== 'choose') throw new Error('the flow has changed')
  const { gone, conversations } = diff(
    after({ chip: { ...chip, options: chip.options.slice(0, 1) } }),
    'smooth',
    'sharp',
    'washes',
  )
  expect(gone).toEqual([{ step: 'chip', label: 'No, smooth', offered: [0, 1], tapped: [0] }])
  expect(conversations[0]?.stuck).toMatchObject({ turn: 2, why: '“No, smooth” cannot be tapped any more' })
  expect(conversations[2]?.same).toBe(true)
})

describe('a shopper is led by what was meant, not by names of prompts and calls', () => {
  test('an option that has another id and stands elsewhere is still the same to its reader', () => {
    const chip = before.steps['chip']
    if (chip?.type !== 'choose') throw new Error('the flow has changed')
    const options = chip.options.map((option) => ({ ...option, id: `${option.id}-2` })).reverse()
    const { conversations } = diff(after({ chip: { ...chip, options } }), 'smooth')
    expect(conversations[0]).toMatchObject({ stuck: null, ends: { after: 'helped' } })
  })

  test('a call that comes earlier gets the answer that the shop once gave', () => {
    const mail = before.steps['mail']
    if (mail?.type !== 'ask') throw new Error('the flow has changed')
    const stock = before.steps['stock']
    if (stock?.type !== 'call') throw new Error('the flow has changed')
    const { conversations } = diff(
      after(
        { 'mail-stock': { ...stock, done: 'mail' }, mail: { ...mail, next: 'done' } },
        {
          greeting: {
            ...before.greeting,
            options: before.greeting.options.map((one) => (one.id === 'mail' ? { ...one, next: 'mail-stock' } : one)),
          },
        },
      ),
      'mail',
    )
    expect(conversations[0]).toMatchObject({ same: false, stuck: null, ends: { before: 'helped', after: 'helped' } })
  })

  test('what the shop was never asked is not made up', () => {
    const call = {
      type: 'call',
      action: 'price',
      input: [],
      timeout: 1_000,
      done: 'done',
      empty: 'done',
      failed: 'done',
      timedOut: 'done',
    } as const
    const { conversations } = diff(after({ care: call }), 'washes')
    expect(conversations[0]?.stuck).toEqual({ turn: 1, why: 'nothing in the recording answers price' })
  })

  test('a form that is no longer there is said', () => {
    const { conversations } = diff(after({ mail: { type: 'end', text: 'We do not write.' } }), 'mail')
    expect(conversations[0]?.stuck?.why).toBe('no form is open for what the shopper filled in (email)')
  })
})
