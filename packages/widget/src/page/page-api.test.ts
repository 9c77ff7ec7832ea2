/** @vitest-environment happy-dom */
import { type Action, createChat, createMemoryStore, storefrontFlow, type TraceStep } from '@shopbell/core'
import { afterEach, expect, test, vi } from 'vitest'
import { type PageEvent, pageEvents } from '../page-events.js'
import { announceSteps } from './announce-steps.js'
import { holdHooks } from './hold-hooks.js'
import type { Inside } from './inside.js'
import { knownFacts } from './known-facts.js'
import { methodNames } from './method-names.js'
import { perform } from './methods.js'
import { mirrorEvents } from './mirror-events.js'
import { type MoreOptions, readMoreOptions } from './more-options.js'
import { registerAction } from './register-action.js'

const boom = () => Promise.reject(new Error('x'))
const CANARY = 'canary-7f3a'
const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0)) end()
  vi.useRealTimers()
})

/** A conversation with what the page's parts need of a widget. */
function widget(more: MoreOptions = {}) {
  const host = document.createElement('div')
  document.body.append(host)
  const heard: PageEvent[] = []
  const warn = vi.fn()
  const actions: Record<string, Action> = {}
  const inside = {
    host,
    options: {},
    events: pageEvents(host, () => storefrontFlow),
    warn,
    actions,
    endings,
    more,
    trace: undefined as ((step: TraceStep) => void) | undefined,
  } as unknown as Inside
  const orders = { find: async ({ number }: { number: string }) => ({ number, placed: 1, parcels: [] }) }
  const whole = createChat({
    site: 'demo',
    adapter: {
      orders,
      actions,
      contact: { mailto: 'help@shop.example' },
      desk: undefined as never,
      tickets: { submit: async () => ({ t: 'retry', code: 'unavailable' }) },
    },
    opening: storefrontFlow,
    flow: storefrontFlow,
    store: createMemoryStore(),
    trace: (step) => inside.trace?.(step),
  })
  Object.assign(inside, { chat: whole })
  endings.push(
    () => whole.destroy(),
    () => host.remove(),
  )
  return { inside, whole, heard, host, warn }
}

test('J01 what a shopper types, and what a page tells of one, is in no event, no list of the page’s and no word to the console', async () => {
  const { inside, whole, host } = widget()
  const said = vi.spyOn(console, 'log')
  mirrorEvents(inside, 'shopEvents')
  announceSteps(inside)
  await whole.send({ type: 'start' })
  await whole.send({ type: 'page.changed', facts: { name: CANARY, customerId: CANARY } })
  await whole.send({ type: 'say', text: `${CANARY} where is my parcel` })
  const prompt = () => whole.getSnapshot().prompt
  await whole.send({ type: 'choose', prompt: prompt()?.id ?? '', option: 'order' })
  await whole.send({ type: 'submit', prompt: prompt()?.id ?? '', values: { orderNumber: CANARY, email: CANARY } })
  await whole.send({
    type: 'submit',
    prompt: prompt()?.id ?? '',
    values: { orderNumber: '10428', email: `${CANARY}@example.com` },
  })
  await whole.send({ type: 'talk-to-agent' })
  await whole.send({ type: 'submit', prompt: prompt()?.id ?? '', values: { email: `${CANARY}@example.com`, summary: CANARY } })
  const list = (window as unknown as { shopEvents: { event: string; shopbell: PageEvent }[] }).shopEvents
  expect(list.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['shopbell:form:started', 'shopbell:handoff:offered', 'shopbell:handoff:requested']),
  )
  expect(JSON.stringify(list)).not.toContain(CANARY)
  expect(JSON.stringify(list)).not.toContain('10428')
  expect(list.every(({ shopbell: { id, at, v, flow } }) => id && at && v === 1 && /^storefront@/.test(flow))).toBe(true)
  expect(JSON.stringify(said.mock.calls)).not.toContain(CANARY)
  expect(JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href + host.outerHTML).not.toContain(CANARY)
})

test('the outcome of a conversation is told once', async () => {
  const { inside, whole, host } = widget()
  const heard: unknown[] = []
  host.addEventListener('shopbell:flow:completed', (event) => heard.push((event as CustomEvent<PageEvent>).detail.data))
  announceSteps(inside)
  await whole.send({ type: 'start' })
  dispatchEvent(new Event('pagehide'))
  expect(heard).toEqual([])
  await whole.send({ type: 'choose', prompt: whole.getSnapshot().prompt?.id ?? '', option: 'order' })
  dispatchEvent(new Event('pagehide'))
  dispatchEvent(new Event('pagehide'))
  expect(heard).toEqual([{ outcome: 'abandoned' }])
})

test.each<[string, MoreOptions['beforeSend'], string]>([
  ['changes it', ({ text }) => `${text}!`, 'hello!'],
  ['throws', () => Promise.reject(new Error('x')), 'hello'],
  ['answers with nothing', () => undefined, 'hello'],
  ['answers with what is no text', () => 7 as never, 'hello'],
  ['never answers', () => new Promise(() => undefined), 'hello'],
])('a message goes out where the page’s hook %s', async (_, beforeSend, said) => {
  const { inside, whole } = widget({ ...(beforeSend && { beforeSend }) })
  holdHooks(inside)
  const chat = inside.wrap?.(whole) ?? whole
  await chat.send({ type: 'start' })
  await chat.send({ type: 'say', text: 'hello' })
  const texts = chat.getSnapshot().transcript.tail.map(({ content }) => ('text' in content ? content.text : ''))
  expect(texts).toContain(said)
})

test('what the page adds for a person goes along, and a hook that fails keeps nobody from one', async () => {
  for (const beforeHandoff of [
    () => ({ plan: 'gold' }),
    () => Promise.reject(new Error('x')),
    () => new Promise<never>(() => undefined),
  ]) {
    const { inside, whole } = widget({ beforeHandoff })
    holdHooks(inside)
    const chat = inside.wrap?.(whole) ?? whole
    await chat.send({ type: 'start' })
    await chat.send({ type: 'talk-to-agent' })
    await chat.send({ type: 'submit', prompt: chat.getSnapshot().prompt?.id ?? '', values: { email: 'ada@example.com' } })
    expect(chat.getSnapshot().status).toBe('sending')
  }
})

test('a line reads as the page wants it; a hook that throws is not asked again', async () => {
  const beforeRender = vi.fn(({ text }: { text: string }) => text.toUpperCase())
  const { inside, whole } = widget({ beforeRender })
  holdHooks(inside)
  const chat = inside.wrap?.(whole) ?? whole
  await chat.send({ type: 'start' })
  const first = chat.getSnapshot()
  expect(first.transcript.tail[0]?.content).toMatchObject({ text: expect.stringMatching(/^HI!/) })
  expect(chat.getSnapshot().transcript).toBe(first.transcript)
  beforeRender.mockImplementation(() => {
    throw new Error('x')
  })
  await chat.send({ type: 'choose', prompt: first.prompt?.id ?? '', option: 'order' })
  chat.getSnapshot()
  const asked = beforeRender.mock.calls.length
  await chat.send({ type: 'talk-to-agent' })
  chat.getSnapshot()
  expect(beforeRender.mock.calls.length).toBe(asked)
})

test('what a hook or an action has thrown is in its line to the console', async () => {
  const boom = () => {
    throw new TypeError('no such cart')
  }
  const { inside, whole, warn } = widget({ beforeSend: boom })
  holdHooks(inside)
  const chat = inside.wrap?.(whole) ?? whole
  await chat.send({ type: 'start' })
  await chat.send({ type: 'say', text: 'Hello' })
  expect(warn.mock.calls).toEqual([['The hook beforeSend failed, so the chat went on without it. TypeError: no such cart']])
  registerAction(inside, 'cart', boom, {})
  await expect(inside.actions['cart']?.({}, new AbortController().signal)).rejects.toThrow('action-failed')
  expect(warn.mock.lastCall?.[0]).toMatch(/^The action "cart" was not done: .* TypeError: no such cart$/)
})

test('an action of the adapter’s that fails is the event error, as one that was registered', () => {
  const { inside, heard, host } = widget()
  Object.assign(inside, { options: { adapter: { actions: { sizeFor: boom } } } })
  host.addEventListener('shopbell:error', (event) => heard.push((event as CustomEvent<PageEvent>).detail))
  announceSteps(inside)
  const hear = (event: object, effects: readonly object[] = []) => {
    const state = { prompt: null, phase: 'bot' }
    inside.trace?.({ event, before: state, after: state, entries: [], effects } as unknown as TraceStep)
  }
  for (const name of ['sizeFor', 'other']) {
    hear({ type: 'choose' }, [{ do: 'call', call: name, name }])
    hear({ type: 'call.failed', call: name, why: 'error' })
  }
  expect(heard.map(({ data }) => data)).toEqual([{ code: 'action-failed', name: 'sizeFor' }])
})

test('D04 an action gets what its schema says, and changes something only after a tap', async () => {
  const { inside, warn } = widget()
  const run = vi.fn(async () => ({ done: true }))
  const off = registerAction(inside, 'applyVoucher', run, { input: { code: { pattern: /^[A-Z]{4}$/ } }, changes: true })
  const { signal } = new AbortController()
  const call = (input: Record<string, string>) => inside.actions['applyVoucher']?.(input, signal)
  const lead = (type: string) =>
    inside.trace?.({ event: { type }, effects: [{ do: 'call', name: 'applyVoucher' }] } as unknown as TraceStep)
  lead('say')
  await expect(call({ code: 'GOLD' })).rejects.toThrow('action-without-tap')
  lead('choose')
  await expect(call({ code: 'gold' })).rejects.toThrow('action-input')
  await expect(call({ code: 'GOLD', other: 'x' })).rejects.toThrow('action-input')
  expect(await call({ code: 'GOLD' })).toEqual({ done: true })
  await expect(call({ code: 'GOLD' })).rejects.toThrow('action-without-tap')
  expect(warn.mock.calls.join()).not.toContain('GOLD')
  off()
  expect(inside.actions['applyVoucher']).toBeUndefined()
  expect(() => registerAction(inside, 'findOrder', run, {})).toThrow()
})

test('options that few set are read by their own rules', () => {
  const unfit = vi.fn()
  const unknown = vi.fn()
  const rest = { consent: 'maybe', offset: '20 80', zindex: '99', datalayer: '', avoid: '#bar, .cart', launcher: '<', colour: 1 }
  expect(readMoreOptions(rest, unfit, unknown)).toEqual({ offset: '20 80', zIndex: 99, dataLayer: true, avoid: '#bar, .cart' })
  expect(unfit.mock.calls.map(([name]) => name)).toEqual(['consent', 'launcher'])
  expect(unknown.mock.calls).toEqual([['colour']])
})

test('what a page knows becomes facts by the names that the handoff has', () => {
  expect(
    knownFacts({
      order: '10428',
      cart: { worth: 31.5, currency: 'EUR' },
      product: { title: 'Mug', url: '/mug?x=1' },
      tags: ['vip', 7],
    }),
  ).toEqual({ orderNumber: '10428', cart: '31.5', currency: 'EUR', product: 'Mug', productUrl: '/mug', tags: 'vip' })
  expect(knownFacts(null)).toEqual({})
})

test('every method has a name that the console can suggest', () => {
  expect(methodNames).toEqual(expect.arrayContaining(['talkToAgent', 'identify', 'registerAction', 'getUnavailableReason']))
})

test('what the page has registered stands before what its adapter has, also in a chat that is mounted anew', async () => {
  const [theirs, own] = [vi.fn<Action>(async () => null), vi.fn<Action>(async () => 'own')]
  const [before, after] = [widget().inside, widget().inside]
  for (const inside of [before, after]) {
    Object.assign(inside, {
      options: { adapter: { actions: { applyVoucher: theirs, findShop: theirs } } },
      stay: before,
      untold: [],
    })
    Object.assign(inside.actions, { applyVoucher: theirs, findShop: theirs })
  }
  await perform(before, 'registerAction', ['applyVoucher', own], before)
  before.next = after
  await perform(after, 'inherit', [before], before)
  expect(await after.actions['applyVoucher']?.({}, new AbortController().signal)).toBe('own')
  expect(after.actions['findShop']).toBe(theirs)
})
