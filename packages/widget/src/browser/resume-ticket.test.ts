import { type Command, type Commit, createMemoryStore, initialState, storefrontOpening } from '@shopbell/core'
import { blankCommit } from '@shopbell/core/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { resumeTicket } from './resume-ticket.js'

const held = vi.hoisted(() => ({ store: null as unknown }))
vi.mock('../whole-chat.js', () => ({ durableStore: () => held.store }))

const name = (word: string) => word.padEnd(24, 'x')
const ADA = name('ada')
const TICKET = name('ticket')
const words: Command = {
  op: 'message',
  content: { kind: 'text', text: 'precious' },
  cmid: name('message'),
  conversation: name('now'),
  outbox: name('outbox'),
  n: 1,
  at: 1,
}

const kept = (more: Partial<Commit> = {}): Commit => ({ ...blankCommit({ id: () => name('any') }), rev: 1, owner: ADA, ...more })
const inHands = (log: 'queued' | 'live' | 'ticket' | 'closed'): Partial<Commit> => ({
  state: { ...initialState(storefrontOpening), phase: 'handed', conversation: name('now'), log },
})

let store = createMemoryStore()
/** How often the desk was asked; its links are good once. */
let asked = 0

function link(owner = ADA, meanwhile: () => Promise<unknown> = async () => undefined): Promise<boolean> {
  vi.stubGlobal('fetch', async () => {
    asked++
    await meanwhile()
    return Response.json({ owner, secret: name('narrow'), conversation: TICKET })
  })
  const chat = { complete: async () => undefined, wake: () => undefined }
  const resume = { read: () => 'open' as const, write: () => undefined }
  return resumeTicket(`${TICKET}.token`, { backend: 'https://desk.example', site: 'shop', resume, chat })
}

beforeEach(() => {
  asked = 0
  store = createMemoryStore()
  held.store = store
})
afterEach(() => vi.unstubAllGlobals())

describe('a mailed link', () => {
  test('opens its ticket in a browser that has nothing', async () => {
    expect(await link()).toBe(true)
    expect(await store.read()).toMatchObject({ rev: 1, owner: ADA, state: { phase: 'handed', conversation: TICKET } })
  })

  test('opens its ticket in place of what another shopper has left', async () => {
    await store.commit(kept({ owner: name('bob') }))
    expect(await link()).toBe(true)
    expect(await store.read()).toMatchObject({ rev: 1, owner: ADA, state: { conversation: TICKET } })
  })

  test('of the shopper who is here is news to the chat that shows their story', async () => {
    await store.commit(kept(inHands('closed')))
    expect(await link()).toBe(true)
    expect(await store.read()).toMatchObject({ rev: 2, state: { conversation: TICKET } })
  })

  test.each(['queued', 'live'] as const)('stays good for later while a person is called: %s', async (log) => {
    const now = kept(inHands(log))
    await store.commit(now)
    expect(await link()).toBe(false)
    expect(asked).toBe(0)
    expect(await store.read()).toEqual(now)
  })

  test.each(['open', 'close', 'defer'] as const)('is not held up by what nobody sees: %s, refused', async (op) => {
    await store.commit(
      kept({ ...inHands('closed'), failed: [{ ...words, op, code: 'closed' } as unknown as Commit['failed'][number]] }),
    )
    expect(await link()).toBe(true)
  })

  test('takes the place of a ticket, which has a link of its own', async () => {
    await store.commit(kept(inHands('ticket')))
    expect(await link()).toBe(true)
    expect(await store.read()).toMatchObject({ rev: 2, state: { conversation: TICKET } })
  })

  test.each([
    ['waits to be sent', { commands: [words] }],
    ['could not be sent', { failed: [{ ...words, code: 'too_long' } as Commit['failed'][number]] }],
  ])('stays good for later where something %s', async (_, more) => {
    await store.commit(kept(more))
    expect(await link()).toBe(false)
    expect(asked).toBe(0)
    expect(JSON.stringify(await store.read())).toContain('precious')
  })

  const entry = { id: 'a.0', turn: 'a', at: 1, by: 'shopper', content: { kind: 'text', text: 'precious' } } as const
  test.each([
    ['same shopper’s, to a person', ADA, { commands: [words] }],
    ['next shopper’s, to a person', name('bob'), { commands: [words] }],
    ['same shopper’s, to the bot', ADA, { entries: [entry] }],
    ['next shopper’s, to the bot', name('bob'), { entries: [entry] }],
  ])('does not take away what was written while the desk was asked: the %s', async (_, owner, more) => {
    const before = kept({ owner })
    await store.commit(before)
    expect(await link(ADA, () => store.commit({ ...before, rev: 2, ...more }))).toBe(false)
    expect(JSON.stringify(await store.read())).toContain('precious')
  })

  test('is not spent in vain where the bot has greeted while the desk was asked', async () => {
    const greeting = kept({ owner: name('somebody new'), entries: [{ ...entry, by: 'bot' }] })
    expect(await link(ADA, () => store.commit(greeting))).toBe(true)
    expect(await store.read()).toMatchObject({ owner: ADA, state: { conversation: TICKET } })
  })

  test('gives nothing to a browser whose shopper has left while the desk was asked', async () => {
    await store.commit(kept({ owner: name('bob') }))
    expect(await link(ADA, () => store.erase())).toBe(false)
    expect(await store.read()).toBeNull()
  })
})
