import { describe, expect, test } from 'vitest'
import { triage } from './triage.js'

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
  ['I was charged twice', 'safety'],
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
  ['I haven’t received order 1002', 'order'],
  ['where is my refund', 'faq'],
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
  expect(triage('hello, where is my order?').evidence).toEqual([{ rule: 'order', words: 'where is my order' }])
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
