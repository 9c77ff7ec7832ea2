import { expect, test } from 'vitest'
import type { Field } from '../facts/facts.js'
import type { Flow } from '../flow/flow.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { type Play, playFlow } from '../testing/play.js'
import { initialState } from './start.js'

/** A flow that asks for these fields, then says what it knows. */
function asks(fields: Readonly<Record<string, Field>>, retries = 2): Flow {
  return {
    id: 'asks',
    version: 1,
    menu: 'menu',
    greeting: { type: 'choose', text: 'Hi', options: [{ id: 'go', label: 'Go', next: 'form' }] },
    steps: {
      form: {
        type: 'ask',
        text: 'Please',
        fields: Object.keys(fields),
        submit: 'Send',
        retries,
        next: 'thanks',
        onFail: 'gave-up',
      },
      thanks: { type: 'end', text: 'Thanks {colour}' },
      'gave-up': { type: 'end', text: 'No matter' },
    },
    fields,
    routes: {},
    texts: storefrontFlow.texts,
  }
}

function begun(flow: Flow): Play {
  return playFlow(flow).send({ type: 'start' }).tap('go')
}

function errorsOf({ state: { prompt } }: Play): readonly (string | undefined)[] {
  return prompt?.kind === 'form' ? prompt.fields.map(({ error }) => error) : []
}

test('a sensitive answer is in no state, no line and no form; it goes into the page’s memory alone', () => {
  const play = begun(asks({ iban: { type: 'text', label: 'IBAN', sensitive: true }, name: { type: 'text', label: 'Name' } }))
  expect(play.state.prompt).toMatchObject({ fields: [{ name: 'iban', sensitive: true, value: '' }, { name: 'name' }] })

  play.fill({ iban: 'DE89370400440532013000', name: '' })
  expect(play.state.prompt).toMatchObject({ fields: [{ value: '' }, { error: 'Please fill this in.' }] })
  expect(play.effects).toEqual([])

  play.fill({ iban: 'DE89370400440532013000', name: 'Ada' })
  expect(JSON.stringify([play.state, play.entries])).not.toContain('DE89')
  expect(play.lines()).toContain('shopper: ••• · Ada')
  expect(play.effects).toEqual([
    {
      do: 'remember',
      facts: {
        iban: { value: 'DE89370400440532013000', source: 'shopper', verified: false, at: expect.any(Number), sensitive: true },
      },
    },
  ])
  expect(play.state.facts['iban']).toMatchObject({ value: '', sensitive: true })

  // Known by now, so it is not asked again; after a reload nobody has it any more.
  play.tap('go')
  expect(play.state.prompt).toMatchObject({ fields: [{ name: 'name', value: 'Ada' }] })
  play.send({ type: 'resumed' })
  expect(play.state.facts['iban']).toEqual({ value: '', source: 'shopper', verified: false, at: expect.any(Number) })
  play.fill({ name: 'Ada' }).tap('go')
  expect(play.state.prompt).toMatchObject({
    fields: [
      { name: 'iban', sensitive: true },
      { name: 'name', value: 'Ada' },
    ],
  })
})

test.each(['one step later', 'in the review'])('a sensitive answer that is lost %s is asked for in the review', (when) => {
  const flow = asks({ iban: { type: 'text', label: 'IBAN', sensitive: true } })
  const play = begun(flow).fill({ iban: 'DE89370400440532013000' })
  if (when === 'in the review') play.send({ type: 'talk-to-agent' })
  play.send({ type: 'resumed' })
  if (when === 'one step later') play.send({ type: 'talk-to-agent' })
  expect(play.state.prompt).toMatchObject({
    kind: 'review',
    fields: [{ name: 'email' }, { name: 'orderNumber' }, { name: 'iban', sensitive: true, value: '', optional: true }],
  })
  const { prompt } = play.state
  play.send({ type: 'resumed' })
  expect(play.state.prompt).toEqual(prompt)

  play.fill({ email: 'ada@example.com', iban: 'DE89370400440532013000' })
  expect(play.effects).toMatchObject([{ do: 'remember', facts: { iban: { value: 'DE89370400440532013000' } } }, { do: 'open' }])
  expect(play.state.facts['iban']).toMatchObject({ value: '', sensitive: true })
})

test('a sensitive answer that was lost and is not given again does not go along as an empty one', () => {
  const play = begun(asks({ iban: { type: 'text', label: 'IBAN', sensitive: true } })).fill({ iban: 'DE89370400440532013000' })
  play.send({ type: 'resumed' }).send({ type: 'talk-to-agent' }).fill({ email: 'ada@example.com' })
  expect(play.state.phase).toBe('handed')
  expect(Object.keys(play.state.facts)).toEqual(['email'])
})

test('a field has its own patience, and says something else each time', () => {
  const number: Field = { type: 'number', label: 'Number', retries: 3, again: ['A number, please.', 'Digits only.', 'Like 12.'] }
  const play = begun(asks({ number }, 0))
  for (const sentence of ['A number, please.', 'Digits only.', 'Like 12.']) {
    play.fill({ number: 'many' })
    expect(errorsOf(play)).toEqual([sentence])
  }
  play.fill({ number: 'many' })
  expect(play.lines().at(-1)).toBe('bot: No matter')
})

test('without patience of its own, the form’s count decides, and the last sentence stays', () => {
  const play = begun(
    asks(
      { date: { type: 'date', label: 'Day', again: ['Which day?'] }, number: { type: 'number', label: 'Number', retries: 9 } },
      1,
    ),
  )
  play.fill({ date: 'soon', number: 'few' })
  expect(errorsOf(play)).toEqual(['Which day?', 'Please enter a number, like 12 or 12.50.'])
  play.fill({ date: '2026-12-24', number: 'few' }).fill({ date: '2026-12-24', number: 'few' })
  expect(errorsOf(play)).toEqual([undefined, 'Please enter a number, like 12 or 12.50.'])
  play.fill({ date: 'soon', number: '3' })
  expect(play.lines().at(-1)).toBe('bot: No matter')
})

test('one of several is drawn with its words, kept by its id and told in words', () => {
  const colour: Field = {
    type: 'one-of',
    label: 'Colour',
    options: [
      { id: 'red', label: 'Fern red' },
      { id: 'blue', label: 'Kettle blue' },
    ],
  }
  const play = begun(asks({ colour }))
  expect(play.state.prompt).toMatchObject({
    fields: [
      {
        options: [
          { id: 'red', label: 'Fern red' },
          { id: 'blue', label: 'Kettle blue' },
        ],
      },
    ],
  })
  play.fill({ colour: 'green' })
  expect(errorsOf(play)).toEqual(['Please pick one of these.'])
  play.fill({ colour: 'blue' })
  expect(play.lines().slice(-2)).toEqual(['shopper: Kettle blue', 'bot: Thanks blue'])
  expect(play.state.facts['colour']).toMatchObject({ value: 'blue' })
})

test('what is verified is not asked, what is only known is one tap away', () => {
  const flow = asks({ orderNumber: { type: 'order-number', label: 'Order' }, email: { type: 'email', label: 'E-mail' } })
  const facts = {
    orderNumber: { value: '1042', source: 'desk', verified: true, at: 0 },
    email: { value: 'ada@example.com', source: 'page', verified: false, at: 0 },
  } as const
  const play = playFlow(flow, 0, { ...initialState(flow), facts })
    .send({ type: 'start' })
    .tap('go')
  expect(play.state.prompt).toMatchObject({ fields: [{ name: 'email', value: 'ada@example.com' }] })
  play.fill({ email: 'ada@example.com' })
  expect(play.lines()).toContain('bot: Thanks ')

  const known = { ...facts, email: { ...facts.email, verified: true } }
  const nothingToAsk = playFlow(flow, 0, { ...initialState(flow), facts: known })
    .send({ type: 'start' })
    .tap('go')
  expect(nothingToAsk.lines()).toContain('bot: Thanks ')
  expect(nothingToAsk.lines()).not.toContain('bot: Please')
})

test('a number with the shop’s mask is put right, and the mask is what counts', () => {
  const play = begun(
    asks({
      orderNumber: { type: 'order-number', label: 'Order', masks: ['FK-#####'] },
      email: { type: 'email', label: 'E-mail' },
    }),
  )
  play.fill({ orderNumber: '1042', email: 'ada@example.com' })
  expect(errorsOf(play)[0]).toContain('An order number is')
  // Swapped, too: each goes where it belongs.
  play.fill({ orderNumber: 'ada@example.com', email: 'Re: order FK–1O428 has shipped' })
  expect(play.state.facts['orderNumber']).toMatchObject({ value: 'FK-10428' })
  expect(play.state.facts['email']).toMatchObject({ value: 'ada@example.com' })
})
