import { describe, expect, test } from 'vitest'
import type { Order, Situation } from '../facts/order.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { type Play, playFlow } from '../testing/play.js'
import { triage } from '../triage/triage.js'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-21T12:00:00Z')
const day = (offset: number): string => new Date(NOW + offset * DAY).toISOString().slice(0, 10)

const began = (): Play => playFlow(storefrontFlow, NOW).send({ type: 'start' })
const say = (play: Play, text: string): Play => play.send({ type: 'say', text, route: triage(text) })
const asked = (): Play => began().tap('Order Status').fill({ orderNumber: '1042', email: 'ada@example.com' })
const order = (parcels: Order['parcels'], more: Partial<Order> = {}): Order => ({
  number: '1042',
  placed: NOW - 9 * DAY,
  city: 'Leeds',
  parcels,
  ...more,
})
const found = (one: Order): Play => asked().answer({ found: 'order', order: one })
const labels = (play: Play): readonly string[] => {
  const { prompt } = play.state
  return prompt && 'options' in prompt ? prompt.options.map((option) => option.label) : []
}

const shipped = { ordered: NOW - 4 * DAY, packed: NOW - 3 * DAY, shipped: NOW - 2 * DAY }
const orders: Readonly<Record<Situation, Order>> = {
  preparing: order([{ reached: { ordered: NOW } }]),
  'on-time': order([{ reached: shipped, promised: day(2) }]),
  late: order([{ reached: shipped, promised: day(-3) }]),
  stuck: order([{ reached: shipped, lastScan: NOW - 6 * DAY, promised: day(4) }]),
  lost: order([{ reached: shipped, lost: true }]),
  partly: order([{ reached: { ...shipped, delivered: NOW - DAY } }, { reached: { ordered: NOW - 4 * DAY } }]),
  delivered: order([{ reached: { ...shipped, delivered: NOW - DAY } }]),
  cancelled: order([], { cancelled: NOW - DAY }),
  returned: order([{ reached: { ...shipped, delivered: NOW - DAY } }], { returned: NOW }),
}

describe('the greeting', () => {
  test('says the words of the default flow and offers its three choices', () => {
    const play = began()
    expect(play.lines()).toEqual(['bot: Hi! What can I help you with today?'])
    expect(labels(play)).toEqual(['Order Status', 'FAQs', 'Talk to an Agent'])
  })

  test('comes once, however often the panel is opened', () => {
    const play = began()
    const before = play.state
    expect(play.send({ type: 'start' }).state).toBe(before)
  })
})

describe('order status', () => {
  test('asks for number and e-mail in one form', () => {
    const { prompt } = began().tap('Order Status').state
    expect(prompt).toMatchObject({ kind: 'form', fields: [{ name: 'orderNumber' }, { name: 'email' }] })
  })

  test.each([
    [{ orderNumber: '', email: '' }, [/order number/, /e-mail address/]],
    [{ orderNumber: 'next week', email: 'ada@example.com' }, [/3 to 12 digits/, undefined]],
    [{ orderNumber: '1042', email: 'ada.example.com' }, [undefined, /needs an @/]],
    [{ orderNumber: '1042', email: 'ada@example' }, [undefined, /after the @/]],
    [{ orderNumber: '1042', email: 'ada @example.com' }, [undefined, /spaces/]],
    [{ orderNumber: 'ada@example.com', email: 'ada@example.com' }, [/looks like an e-mail/, undefined]],
    [{ orderNumber: '1'.repeat(300), email: 'ada@example.com' }, [/too long/, undefined]],
  ])('%j: says which field and how to mend it, and keeps what was typed', (values, errors) => {
    const { prompt } = began().tap('Order Status').fill(values).state
    if (prompt?.kind !== 'form') throw new Error('the form is gone')
    prompt.fields.forEach((field, index) => {
      const expected = errors[index]
      if (expected) expect(field.error).toMatch(expected)
      else expect(field.error).toBeUndefined()
    })
    expect(prompt.fields[0]?.value).toBe(values.orderNumber)
  })

  test('sees that number and e-mail were exchanged, and looks up', () => {
    const play = began().tap('Order Status').fill({ orderNumber: 'ada@example.com', email: '#1O42' })
    expect(play.effects).toMatchObject([
      { do: 'call', name: 'findOrder', input: { orderNumber: '1042', email: 'ada@example.com' } },
    ])
  })

  test('hands over to a person after the third form that does not check', () => {
    const play = began().tap('Order Status')
    for (let i = 0; i < 3; i++) play.fill({ orderNumber: '?', email: '?' })
    expect(play.state).toMatchObject({ phase: 'review', reason: { code: 'failed-form' } })
  })

  test.each<[Situation, readonly string[], string]>([
    ['preparing', ['Yes', 'No'], 'Did this help?'],
    ['on-time', ['Yes', 'No'], 'Did this help?'],
    ['partly', ['Yes', 'No'], 'Did this help?'],
    ['returned', ['Yes', 'No'], 'Did this help?'],
    ['late', ['Talk to a person about this parcel', 'I’ll wait a little longer'], 'find out where it is'],
    ['stuck', ['Talk to a person about this parcel', 'I’ll wait a little longer'], 'may be stuck'],
    ['lost', ['Talk to a person about this parcel'], 'could not find'],
    ['delivered', ['Yes, I have it', 'No, I don’t have it'], 'Do you have it?'],
    ['cancelled', ['Talk to a person about it', 'I know, thanks'], 'was cancelled'],
  ])('a %s order has its own answer and next step', (situation, choices, words) => {
    const play = found(orders[situation])
    expect(play.state.facts['situation']?.value).toBe(situation)
    expect(play.lines().slice(-1)[0]).toContain(words)
    expect(labels(play)).toEqual(choices)
  })

  test('of a parcel whose shop knows neither scans nor a promised day, nothing is said of either, however long it is under way', () => {
    for (const days of [1, 30]) {
      const play = found(order([{ reached: { ordered: NOW - 31 * DAY, shipped: NOW - days * DAY } }]))
      expect(play.lines().join()).toContain('It is on its way.')
      expect(play.lines().join()).not.toMatch(/scanned|on time|moved/)
    }
  })

  test.each<[Situation, string]>([
    ['late', 'order-late'],
    ['stuck', 'order-stuck'],
    ['lost', 'order-lost'],
    ['cancelled', 'order-cancelled'],
  ])('a %s order reaches a person in one tap and a review', (situation, reason) => {
    const play = found(orders[situation]).tap('person')
    expect(play.state).toMatchObject({ phase: 'review', reason: { code: reason } })
    expect(play.state.prompt).toMatchObject({ kind: 'review', fields: [] })
  })

  test('delivered but not here: a person is offered first', () => {
    const play = found(orders.delivered).tap('No, I don’t have it')
    expect(labels(play)[0]).toBe('Talk to a person about this parcel')
    expect(play.tap('person').state.reason?.code).toBe('order-missing')
  })

  test('an unknown order says so without saying which of the two was wrong', () => {
    const play = asked().answer({ found: 'nothing' })
    expect(play.lines().at(-1)).toContain('that number and that e-mail address')
    expect(labels(play)).toEqual(['Check and try again', 'Talk to a person'])
  })

  test('offers what is known already instead of asking twice', () => {
    const { prompt } = asked().answer({ found: 'nothing' }).tap('again').state
    expect(prompt).toMatchObject({ fields: [{ value: '1042' }, { value: 'ada@example.com' }] })
  })

  test.each(['timeout', 'error', 'lost'] as const)('a look-up that ends in %s offers a person and another try', (why) => {
    const play = asked()
    const { pending } = play.state
    play.send({ type: 'call.failed', call: pending?.call ?? '', why })
    expect(labels(play)).toEqual(['Talk to a person', 'Try again'])
  })

  test('an answer that comes after the shopper has moved on changes nothing', () => {
    const play = asked()
    const late = play.state.pending?.call ?? ''
    play.send({ type: 'talk-to-agent' })
    expect(play.effects).toContainEqual({ do: 'abort', call: late })
    const before = play.state
    expect(play.send({ type: 'call.done', call: late, result: { found: 'nothing' } }).state).toBe(before)
  })

  test('text with both facts in it is looked up at once', () => {
    const play = say(began(), 'Where is my order 1042? My mail is ada@example.com.')
    expect(play.effects).toMatchObject([
      { do: 'call', name: 'findOrder', input: { orderNumber: '1042', email: 'ada@example.com' } },
    ])
  })

  test('text while the form is open goes into the form', () => {
    const play = say(began().tap('Order Status'), 'it is 1042')
    expect(play.state.prompt).toMatchObject({ kind: 'form', fields: [{ value: '1042' }, { value: '' }] })
    expect(say(play, 'ada@example.com').effects).toMatchObject([{ do: 'call', name: 'findOrder' }])
  })
})

describe('text beside a form or a look-up', () => {
  test('what was refused before is not looked up as an empty number', () => {
    const play = began().tap('Order Status').fill({ orderNumber: '???', email: '' })
    say(play, 'ada@example.com')
    expect(play.effects).toEqual([])
    expect(play.state.prompt).toMatchObject({
      kind: 'form',
      fields: [{ value: '???', error: expect.any(String) }, { value: 'ada@example.com' }],
    })
  })

  test('a field that the text has filled in is no mistake any more', () => {
    const play = began().tap('Order Status').fill({ orderNumber: '', email: '' })
    say(play, 'it is 1042')
    const { prompt } = play.state
    if (prompt?.kind !== 'form') throw new Error('the form is gone')
    expect(prompt.fields.map((field) => field.error)).toEqual([undefined, undefined])
  })

  test('thanks while the shop is asked does not cost the answer', () => {
    const play = say(asked(), 'thanks')
    expect(play.state.phase).toBe('calling')
    expect(play.answer({ found: 'order', order: orders.late }).lines()).toContain('bot: [order 1042]')
  })

  test('an action of the shop’s own that was under way is not done again after a reload', () => {
    const flow = {
      ...storefrontFlow,
      steps: {
        ...storefrontFlow.steps,
        'order-find': { ...storefrontFlow.steps['order-find'], action: 'cancelOrder' } as (typeof storefrontFlow.steps)[string],
      },
    }
    const play = playFlow(flow, NOW).send({ type: 'start' }).tap('Order Status')
    play.fill({ orderNumber: '1042', email: 'ada@example.com' }).send({ type: 'resumed' })
    expect(play.effects.filter((effect) => effect.do === 'call')).toEqual([])
    expect(labels(play)[0]).toBe('Talk to a person')
  })
})

describe('articles', () => {
  const heads = [
    { id: 'returns', title: 'How to return something' },
    { id: 'refund', title: 'When the money is back' },
  ]
  const shelves = (): Play =>
    began()
      .tap('FAQs')
      .answer({ found: 'topics', topics: [{ id: 'r', title: 'Returns', articles: heads }] })
  const reading = (): Play =>
    shelves()
      .tap('Returns')
      .tap('returns')
      .answer({
        found: 'article',
        article: { ...heads[0], id: 'returns', title: 'How to return something', body: 'Send it back.' },
      })

  test('are found by shelf', () => {
    const { prompt } = shelves().tap('Returns').state
    expect(prompt).toMatchObject({ kind: 'articles', articles: heads })
  })

  test('are found by search', () => {
    const play = shelves().fill({ query: 'money' })
    expect(play.effects).toMatchObject([{ do: 'call', name: 'searchFaqs', input: { query: 'money' } }])
    expect(play.answer({ found: 'articles', articles: heads }).state.prompt).toMatchObject({ kind: 'articles', query: 'money' })
  })

  test('that helped end in thanks, and the shop hears of it', () => {
    const play = reading().tap('Yes')
    expect(play.effects).toContainEqual({ do: 'rate-article', article: 'returns', helped: true })
    expect(play.lines().at(-1)).toBe('bot: Good. Is there anything else?')
  })

  test('that did not help: what was missing is asked once, and the next best is offered beside a person', () => {
    const play = reading().tap('No')
    expect(play.effects).toContainEqual({ do: 'rate-article', article: 'returns', helped: false })
    play.fill({ missing: 'Who pays the postage?' })
    expect(play.effects).toContainEqual({
      do: 'rate-article',
      article: 'returns',
      helped: false,
      missing: 'Who pays the postage?',
    })
    expect(play.state.prompt).toMatchObject({ kind: 'articles', articles: [{ id: 'refund' }] })
    expect(labels(play)).toEqual(['Talk to a person'])
  })

  test('two that did not help: a person takes over, and knows what was read', () => {
    const play = reading().tap('No').tap('Skip').tap('refund')
    play.answer({ found: 'article', article: { id: 'refund', title: 'When the money is back', body: 'Soon.' } }).tap('No')
    expect(play.state).toMatchObject({ phase: 'review', reason: { code: 'not-helped' } })
    expect(play.state.prompt).toMatchObject({
      lines: [{ name: 'tried', value: 'How to return something · When the money is back' }],
    })
  })

  test('lead back to their list', () => {
    expect(reading().send({ type: 'back' }).state.prompt).toMatchObject({ kind: 'articles', articles: heads })
  })

  test('that nobody wrote: a person first', () => {
    const play = shelves().fill({ query: 'unicorn' }).answer({ found: 'articles', articles: [] })
    expect(labels(play)).toEqual(['Talk to a person', 'Browse the topics'])
  })
})

describe('the way to a person', () => {
  test('is two taps from the greeting, and only the way to reply must be typed', () => {
    const play = began().tap('Talk to an Agent')
    expect(play.state.prompt).toMatchObject({
      kind: 'review',
      want: 'live',
      fields: [
        { name: 'email', optional: false },
        { name: 'orderNumber', optional: true },
      ],
    })
    play.fill({ email: 'ada@example.com' })
    expect(play.effects).toEqual([{ do: 'open', want: 'live' }])
    expect(play.state).toMatchObject({ phase: 'handed', log: null, conversation: play.events.at(-1)?.id })
  })

  test('becomes a ticket while nobody is there', () => {
    const closed = { open: false, wait: null, opens: null, closes: null, reply: null }
    const play = began().tap('Talk to an Agent').send({ type: 'availability.changed', availability: closed })
    expect(play.state.prompt).toMatchObject({ kind: 'review', want: 'ticket' })
    expect(play.fill({ email: 'ada@example.com' }).effects).toEqual([{ do: 'open', want: 'ticket' }])
  })

  test('that was asked for during a look-up can be left, too: back to the menu', () => {
    const play = asked().send({ type: 'talk-to-agent' }).send({ type: 'back' })
    expect(play.state).toMatchObject({ phase: 'bot', step: 'menu', prompt: { kind: 'choice' } })
  })

  test('still leads back after a way to reply was taken out', () => {
    const play = found(orders.late).tap('person')
    play.send({ type: 'submit', prompt: play.state.prompt?.id ?? '', values: {}, without: ['email'] }).send({ type: 'back' })
    expect(play.state).toMatchObject({ phase: 'bot', prompt: { step: 'order-late' } })
  })

  test('passes on only what the shopper has left in', () => {
    const play = found(orders.late).tap('person')
    const { prompt } = play.state
    play.send({
      type: 'submit',
      prompt: prompt?.id ?? '',
      values: { summary: 'My own words' },
      without: ['situation', 'orderNumber'],
    })
    expect(Object.keys(play.state.facts)).toEqual(['email'])
    expect(play.state.summary).toBe('My own words')
  })

  test('what the shopper wrote is a line of their own, and what the bot wrote is not', () => {
    const own = began().tap('Talk to an Agent').fill({ email: 'ada@example.com', summary: 'My teapot arrived broken' })
    expect(own.lines().slice(-2)).toEqual(['bot: Of course.', 'shopper: My teapot arrived broken'])
    expect(own.state.summary).toBe('My teapot arrived broken')
    const drafted = found(orders.late).tap('person')
    const before = drafted.lines()
    expect(drafted.fill({}).lines()).toEqual(before)
  })

  test('what the shopper wrote is theirs also where the first attempt was refused', () => {
    const play = began().tap('Talk to an Agent').fill({ email: 'nobody', summary: 'My teapot arrived broken' })
    expect(play.lines().at(-1)).toBe('bot: Of course.')
    play.fill({ email: 'ada@example.com' })
    expect(play.lines().at(-1)).toBe('shopper: My teapot arrived broken')
  })

  test('asks what it is about where nothing is known, and needs no answer', () => {
    const play = began().tap('Talk to an Agent')
    expect(play.state.prompt).toMatchObject({ kind: 'review', summary: '', blank: true })
    play.fill({ email: 'ada@example.com' })
    expect(play.state.summary).toBe('Would like to talk to a person.')
    expect(play.lines().at(-1)).toBe('bot: Of course.')
  })

  test('a summary that the shopper has emptied stays empty', () => {
    expect(found(orders.late).tap('person').fill({ summary: '' }).state.summary).toBe('')
  })

  test('says which article was read, and what was missing in it', () => {
    const article = { id: 'a', title: 'When do I get my refund?' }
    const tried = [{ article, helped: false, missing: 'gift cards' }]
    const play = playFlow(storefrontFlow, 0, { ...began().state, tried }).send({ type: 'talk-to-agent' })
    expect(play.state.prompt).toMatchObject({ summary: 'Read “When do I get my refund?”. Missing: gift cards' })
  })

  test('asks again for a way to reply when it was taken out', () => {
    const play = found(orders.late).tap('person')
    play.send({ type: 'submit', prompt: play.state.prompt?.id ?? '', values: {}, without: ['email'] })
    expect(play.state.prompt).toMatchObject({ kind: 'review', fields: [{ name: 'email' }] })
  })

  test('a summary above 200 characters is refused with a sentence, not cut', () => {
    const play = found(orders.late).tap('person')
    play.fill({ summary: 'x'.repeat(201) })
    expect(play.state.prompt).toMatchObject({
      kind: 'review',
      summary: 'x'.repeat(201),
      error: expect.stringContaining('200 characters'),
    })
  })

  test('can be left again, back to where the shopper was', () => {
    const play = began().tap('Order Status').send({ type: 'talk-to-agent' }).send({ type: 'back' })
    expect(play.state).toMatchObject({ phase: 'bot', reason: null, prompt: { kind: 'form' } })
  })

  test.each([
    ['I want to talk to a human', 'asked'],
    ['This is ridiculous, I am furious', 'emotional'],
    ['the teapot arrived broken', 'damaged'],
    ['I burned my hand on the kettle', 'safety'],
    ['What size should I buy?', 'presale'],
    ['Tracking says delivered but I have not received it. And also I want to return another item', 'complex'],
  ])('“%s” is for a person, because: %s', (text, reason) => {
    const play = say(began(), text)
    expect(play.state).toMatchObject({ phase: 'review', reason: { code: reason, because: text.slice(0, 120) } })
  })

  test('three texts that found no place', () => {
    const play = began()
    for (const text of ['flurb', 'gnarl', 'wibble']) say(play, text)
    expect(play.state.reason?.code).toBe('unplaced')
  })

  test('text while the review is open goes along and is in the summary', () => {
    const play = say(began().tap('Talk to an Agent'), 'My order 1042 smells of smoke')
    expect(play.state.prompt).toMatchObject({ kind: 'review', summary: expect.stringContaining('smells of smoke') })
    expect(play.state.facts['orderNumber']?.value).toBe('1042')
  })
})

describe('once a person is called', () => {
  const handedOver = (): Play => began().tap('Talk to an Agent').fill({ email: 'ada@example.com' })
  const closed = (): Play =>
    handedOver().send({ type: 'log.advanced', status: 'live' }).send({ type: 'log.advanced', status: 'closed' })

  test('text goes to the desk and the bot is silent', () => {
    const play = handedOver()
    const lines = play.entries.length
    play.send({ type: 'say', text: 'Are you there?' })
    expect(play.effects).toEqual([{ do: 'send', op: { op: 'message', content: { kind: 'text', text: 'Are you there?' } } }])
    expect(play.entries).toHaveLength(lines)
  })

  test('a desk that cannot be reached turns into a ticket, said once', () => {
    const play = handedOver().send({ type: 'desk.unreachable' })
    expect(play.lines().at(-1)).toBe('desk: [desk-unreachable]')
    expect(play.effects).toEqual([{ do: 'send', op: { op: 'defer' } }])
    expect(play.send({ type: 'desk.unreachable' }).effects).toEqual([])
  })

  test('where the desk does not take the conversation, it says so and goes on at the menu, and a person can be called again', () => {
    const play = handedOver()
    const { conversation } = play.state
    expect(play.send({ type: 'desk.refused', conversation: 'an earlier one' }).state.phase).toBe('handed')
    play.send({ type: 'desk.refused', conversation: conversation ?? '' })
    expect(play.lines()).toContain('desk: [desk-refused]')
    expect(play.state).toMatchObject({ phase: 'bot', conversation: null, log: null })
    expect(play.state.prompt).not.toBeNull()
    expect(play.send({ type: 'desk.refused', conversation: conversation ?? '' }).effects).toEqual([])
    expect(play.send({ type: 'talk-to-agent' }).state.phase).toBe('review')
  })

  test('a conversation that is over stays so, whatever the desk does not take', () => {
    const play = closed()
    const { state } = play
    expect(play.send({ type: 'desk.refused', conversation: state.conversation ?? '' }).state).toBe(state)
  })

  test('the shopper may leave the queue once', () => {
    const play = handedOver().send({ type: 'log.advanced', status: 'queued' }).send({ type: 'defer' })
    expect(play.effects).toEqual([{ do: 'send', op: { op: 'defer' } }])
    expect(play.send({ type: 'defer' }).effects).toEqual([])
  })

  test('a rating is asked for at the end and taken once', () => {
    const play = closed()
    expect(play.state.prompt?.kind).toBe('rating')
    expect(play.send({ type: 'rate', score: 5 }).effects).toEqual([{ do: 'send', op: { op: 'rate', score: 5 } }])
    expect(play.send({ type: 'rate', score: 1 }).effects).toEqual([])
  })

  test('the shopper may start anew from the menu, once it is over', () => {
    const play = handedOver()
    const before = play.state
    expect(play.send({ type: 'restart' }).state).toBe(before)
    expect(closed().send({ type: 'restart' }).state).toMatchObject({
      phase: 'bot',
      conversation: null,
      step: 'menu',
      prompt: { kind: 'choice' },
    })
  })

  test.each([0, 6, Number.NaN, -1])('a rating of %d is none', (score) => {
    expect(closed().send({ type: 'rate', score }).effects).toEqual([])
  })

  test('new text after the end begins a new conversation with the facts kept', () => {
    const play = say(closed(), 'where is my order')
    expect(play.state).toMatchObject({ conversation: null, log: null, phase: 'bot', prompt: { kind: 'form' } })
    expect(play.state.facts['email']?.value).toBe('ada@example.com')
    expect(play.lines()).toContain('desk: [new-conversation]')
  })
})

describe('after a reload', () => {
  test('a look-up that was under way is asked again under a new name', () => {
    const play = asked()
    const old = play.state.pending?.call
    play.send({ type: 'resumed' })
    expect(play.effects).toMatchObject([{ do: 'look-who-is-there' }, { do: 'call', name: 'findOrder' }])
    expect(play.state.pending?.call).not.toBe(old)
  })

  test('at a step that the flow does not have: facts kept, back at the menu, said so', () => {
    const { state } = began().tap('Order Status')
    const prompt = state.prompt && { ...state.prompt, step: 'order-gone' }
    const play = playFlow(storefrontFlow, NOW, { ...state, prompt, step: 'order-gone' }).send({ type: 'resumed' })
    expect(play.lines()[0]).toBe('desk: [restarted]')
    expect(play.state.prompt).toMatchObject({ kind: 'choice', step: 'menu' })
  })

  test('with another version of the flow: facts kept, back at the menu, said so', () => {
    const play = playFlow({ ...storefrontFlow, version: 2 }, NOW, asked().state).send({ type: 'resumed' })
    expect(play.lines()[0]).toBe('desk: [restarted]')
    expect(play.state).toMatchObject({ flow: 'storefront@2', phase: 'bot', step: 'menu', pending: null })
    expect(play.state.facts['orderNumber']?.value).toBe('1042')
  })
})

describe('facts from the page', () => {
  test('are learned, and do not overwrite what was typed', () => {
    const play = began().send({ type: 'page.changed', facts: { orderNumber: '2000' } })
    expect(play.tap('Order Status').state.prompt).toMatchObject({ fields: [{ value: '2000' }, { value: '' }] })
    play.fill({ orderNumber: '1042', email: 'ada@example.com' }).send({ type: 'page.changed', facts: { orderNumber: '3000' } })
    expect(play.state.facts['orderNumber']).toMatchObject({ value: '1042', source: 'shopper', verified: false })
  })
})
