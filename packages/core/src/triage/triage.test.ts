import { describe, expect, test } from 'vitest'
import type { Prompt } from '../conversation/prompt.js'
import type { ReasonCode } from '../handoff/reason.js'
import type { Behaviour } from './behaviour.js'
import { isSettled, triage } from './triage.js'

test.each([
  ['talk to a human', 'asked'],
  ['Agent', 'asked'],
  ['can I speak with someone please', 'asked'],
  ['I want to contact customer service', 'asked'],
  ['get me a real person', 'asked'],
  ['person please', 'asked'],
  ['is anyone there?', 'asked'],
  ['my daughter got burned', 'safety'],
  ['I was hurt', 'safety'],
  ['scalded my hand', 'safety'],
  ['you idiots', 'emotional'],
  ['I am very upset', 'emotional'],
  ['which kettle should I buy for an induction hob?', 'presale'],
  ['I can not decide between the brown pot and the kettle', 'presale'],
  ['does the kettle work on induction?', 'presale'],
  ['I want to return my order and where is my other parcel', 'complex'],
  ['the mug arrived broken', 'damaged'],
  ['you sent the wrong item', 'damaged'],
  ['I burned my hand with the kettle', 'safety'],
  ['I was charged twice', 'payment'],
  ['this is unacceptable', 'emotional'],
  ['WHERE THE HELL is it', 'emotional'],
  ['what size should I take?', 'presale'],
  ['is this dishwasher machine safe?', 'presale'],
  ['will it fit a 20 cm pan', 'presale'],
  ['tracking says delivered but I have not received it, and also I want to return the other item', 'complex'],
])('“%s” is for a person: %s', (text, reason) => {
  expect(triage(text)).toMatchObject({ to: 'person', reason })
})

test.each([
  ['where is my order', 'order'],
  ["where's my parcel?", 'order'],
  ['I have not received my package yet', 'order'],
  ['when will it arrive', 'order'],
  ['track', 'order'],
  ['where is order 1001 ada@example.com', 'order'],
  ['order 1001', 'order'],
  ['1001', 'order'],
  ['my order is late', 'order'],
  ['where is my refund', 'order'],
  ['I want to return my order', 'return'],
  ['please cancel my order', 'cancel'],
  ['are you a real person?', 'smalltalk'],
  ['I haven’t received order 1002', 'order'],
  ['FAQs', 'faq'],
  ['sue smith is my name', 'ask'],
  ['what is your return policy', 'faq'],
  ['how much is shipping to Ireland', 'faq'],
  ['do you take PayPal', 'faq'],
  ['hi', 'smalltalk'],
  ['thanks!', 'smalltalk'],
  ['flurb', 'ask'],
  ['', 'ask'],
  ['١٢٣', 'ask'],
])('“%s” goes to %s', (text, to) => {
  expect(triage(text).to).toBe(to)
})

test('every decision says which rule spoke, and on which words', () => {
  expect(triage('hello, where is my order?').evidence).toEqual([{ rule: 'order', words: 'where is my order', score: 0.85 }])
})

test('a good word with hell in it is no anger', () => {
  expect(triage('this is a hell of a good tea').to).not.toBe('person')
})

describe('asking for a person is heard first', () => {
  test.each(['I am furious, give me a human', 'where is my order? talk to an agent', 'broken again!!! operator please'])(
    '“%s”',
    (text) => {
      expect(triage(text)).toMatchObject({ to: 'person', reason: 'asked' })
    },
  )
})

const calm = { nos: 0, tries: {}, unplaced: 0, prompt: null, facts: {} } as const
const menu: Prompt = { id: 'p', step: 'menu', kind: 'choice', look: 'chips', options: [] }

describe('what the conversation has been like', () => {
  test.each<[string, Partial<Behaviour>, string, ReasonCode]>([
    ['a no and two failed forms', { nos: 1, tries: { 'order-ask': 2 } }, 'flurb', 'failed-form'],
    ['a no and two texts without a place', { nos: 1, unplaced: 2 }, 'flurb', 'unplaced'],
    ['two no', { nos: 2 }, 'what does shipping cost', 'not-helped'],
    ['a button tapped in anger after a no', { nos: 1, taps: { option: 'again', times: 4, at: 0 } }, 'flurb', 'not-helped'],
    ['a long story where buttons wait', { prompt: menu }, 'so it began on a monday '.repeat(13), 'complex'],
  ])('%s: a person', (_, state, text, reason) => {
    expect(triage(text, { state: { ...calm, ...state } })).toMatchObject({ to: 'person', reason })
  })

  test.each<[string, Partial<Behaviour>]>([
    ['one no', { nos: 1 }],
    ['one failed form', { tries: { 'order-ask': 1 } }],
    ['one text without a place', { unplaced: 1 }],
    ['two quick taps', { taps: { option: 'again', times: 2, at: 0 } }],
  ])('%s is no reason to give up on a clear question', (_, state) => {
    expect(triage('where is my parcel?', { state: { ...calm, ...state } }).to).toBe('order')
  })

  test('each sign is evidence, before what the text says', () => {
    const { evidence } = triage('where is my parcel?', { state: { ...calm, nos: 1 } })
    expect(evidence.map(({ rule, words }) => [rule, words])).toEqual([
      ['no', '1'],
      ['order', 'where is my parcel'],
    ])
  })
})

describe('shoppers of high value', () => {
  const fact = (verified: boolean, source: 'page' | 'shopper' | 'desk'): Behaviour['facts'] => ({
    vip: { value: 'yes', source, verified, at: 0 },
  })

  test('get a person, and soon, where the desk vouches for them', () => {
    const state = { ...calm, facts: fact(true, 'desk') }
    expect(triage('where is my parcel?', { state })).toMatchObject({ to: 'person', priority: 'high' })
  })

  test.each(['page', 'shopper'] as const)('are nobody special where only the %s says so', (source) => {
    const state = { ...calm, facts: fact(false, source) }
    expect(triage('I am a VIP, where is my parcel?', { state })).toMatchObject({ to: 'order' })
  })
})

test('a question before buying goes to sales, a danger is urgent, and a wrong charge nearly so', () => {
  expect(triage('which size should I take?')).toMatchObject({ team: 'sales' })
  expect(triage('the kettle caught fire')).toMatchObject({ priority: 'urgent' })
  expect(triage('I was charged twice')).toMatchObject({ priority: 'high' })
})

describe('the three zones', () => {
  const at = (text: string, thresholds: { person?: number; bot?: number }): string => triage(text, { thresholds }).to

  test('a doubtful question before buying is for a person, or asked again where the shop wants to be surer', () => {
    expect(at('is it heavy?', {})).toBe('person')
    expect(at('is it heavy?', { person: 0.7 })).toBe('ask')
  })

  test('what the bot is not sure enough of is asked again', () => {
    expect(at('where is my parcel?', { bot: 0.8 })).toBe('order')
    expect(at('where is my parcel?', { bot: 0.9 })).toBe('ask')
  })

  test.each(['a human please', 'I burned my hand with the kettle', 'there is an unauthorised charge'])(
    'no threshold keeps “%s” from a person',
    (text) => {
      expect(at(text, { person: 1, bot: 0 })).toBe('person')
    },
  )
})

describe('the shop’s own classifier', () => {
  test('is heard before the rules', () => {
    expect(triage('where is my parcel?', { classified: { to: 'person', reason: 'complex', score: 0.9 } })).toMatchObject({
      to: 'person',
      reason: 'complex',
      evidence: [{ rule: 'classifier', score: 0.9 }],
    })
  })

  test('leaves it to the rules where it is not sure', () => {
    expect(triage('where is my parcel?', { classified: { to: 'person', score: 0.3 } }).to).toBe('order')
  })

  test('cannot keep anybody from a person who asks for one', () => {
    expect(triage('talk to a human', { classified: { to: 'faq', score: 1 } }).to).toBe('person')
  })

  test.each([
    ['talk to a human', true],
    ['I was charged twice', true],
    ['thanks!', true],
    ['where is my parcel?', false],
    ['flurb', false],
  ])('has nothing to add to “%s”: %s', (text, settled) => {
    expect(isSettled(triage(text))).toBe(settled)
  })
})
