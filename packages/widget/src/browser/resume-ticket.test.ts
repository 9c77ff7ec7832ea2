import { type Command, type Commit, createMemoryStore, initialState, type Snapshot, storefrontOpening } from '@shopbell/core'
import { blankCommit } from '@shopbell/core/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ResumeKey } from './resume-key.js'
import { resumeTicket, type TicketPlace } from './resume-ticket.js'

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
let mark: ReturnType<ResumeKey['read']> = 'open'

function link(
  owner = ADA,
  meanwhile: () => Promise<unknown> = async () => undefined,
  more: Partial<TicketPlace> = {},
): Promise<boolean> {
  vi.stubGlobal('fetch', async () => {
    asked++
    await meanwhile()
    return Response.json({ owner, secret: name('narrow'), conversation: TICKET })
  })
  let status: Snapshot['status'] = 'bot'
  const heard = new Set<() => void>()
  const chat: TicketPlace['chat'] = {
    complete: async () => undefined,
    // As the chat does: it looks at what is kept where it keeps its story.
    async wake() {
      const kept = await (more.store?.() ?? store).read()
      status = kept?.state.phase === 'handed' ? 'sending' : 'bot'
      for (const hear of heard) hear()
    },
    subscribe(hear) {
      heard.add(hear)
      return () => heard.delete(hear)
    },
    getSnapshot: () => ({ status }) as Snapshot,
  }
  const resume: ResumeKey = {
    read: () => mark,
    write: (value) => {
      mark = value
    },
  }
  const place = { backend: 'https://desk.example', site: 'shop', resume, chat, store: () => store, mayStore: () => true }
  return resumeTicket(`${TICKET}.token`, { ...place, isHere: () => true, ...more })
}

beforeEach(() => {
  asked = 0
  store = createMemoryStore()
  mark = 'open'
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
    expect(await store.read()).toMatchObject({ rev: 2, owner: ADA, state: { conversation: TICKET } })
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

  test('is not spent in vain where the page has told the bot of itself while the desk was asked', async () => {
    const greeting = kept({ owner: name('somebody new'), entries: [{ ...entry, by: 'bot' }] })
    await store.commit(greeting)
    expect(await link(ADA, () => store.commit({ ...greeting, rev: 2 }))).toBe(true)
    expect(await store.read()).toMatchObject({ owner: ADA, state: { conversation: TICKET } })
  })

  test.each([
    ['read', name('bob')],
    ['read', ADA],
    ['written over', name('bob')],
    ['written over', ADA],
  ] as const)(
    'is not spent in vain where the bot says something once more, just when what was there is %s: %s',
    async (when, owner) => {
      await store.commit(kept({ owner }))
      const real = { ...store }
      const once = async () => {
        Object.assign(store, real)
        const now = await real.read()
        await real.commit(kept({ owner, rev: (now?.rev ?? 0) + 1, entries: [{ ...entry, by: 'bot' }] }))
      }
      const meanwhile = async () => {
        if (when === 'written over') store.commit = (next) => once().then(() => real.commit(next))
        else store.read = () => real.read().finally(once)
      }
      expect(await link(ADA, meanwhile)).toBe(true)
      expect(await store.read()).toMatchObject({ rev: 3, owner: ADA, state: { conversation: TICKET } })
    },
  )

  test('gives way to what is written in that very moment', async () => {
    const real = { ...store }
    const written = kept({ owner: name('bob'), rev: 2, entries: [entry] })
    store.commit = async (next) => {
      Object.assign(store, real)
      await real.commit(written)
      return real.commit(next)
    }
    await real.commit(kept({ owner: name('bob') }))
    expect(await link()).toBe(false)
    expect(await store.read()).toEqual(written)
  })

  test('says whose story it takes the place of, and leaves nobody without one in between', async () => {
    await store.commit(kept({ owner: name('bob') }))
    const [erase, commit] = [vi.spyOn(store, 'erase'), vi.spyOn(store, 'commit')]
    await link()
    expect(commit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ rev: 2, owner: ADA }), name('bob'))
    expect(erase).not.toHaveBeenCalled()
  })

  test.each([
    ['another shopper’s place', name('bob'), ['open', null, 'open']],
    ['the place of a story of the same shopper', ADA, ['open', 'open']],
  ])('that takes %s takes what they typed only from who is not here any more', async (_, owner, marks) => {
    await store.commit(kept({ owner }))
    const written: unknown[] = [mark]
    await link(ADA, undefined, { resume: { read: () => mark, write: (value) => void written.push(value) } })
    expect(written).toEqual(marks)
  })

  test.each([
    ['nothing', null, null],
    ['a greeting', kept(), 'story'],
  ] as const)('that opens nothing leaves no mark but of what is here: %s', async (_, here, left) => {
    if (here) await store.commit(here)
    mark = null
    expect(await link(ADA, () => Promise.reject(new Error('offline')))).toBe(false)
    expect(mark).toBe(left)
  })

  test('is not spent for a shopper who has left, and gives nothing to one who leaves while the desk is asked', async () => {
    expect(await link(ADA, undefined, { isHere: () => false })).toBe(false)
    expect(asked).toBe(0)
    let isHere = true
    const leave = async () => {
      isHere = false
    }
    expect(await link(ADA, leave, { isHere: () => isHere })).toBe(false)
    expect(await store.read()).toBeNull()
  })
})
