import { type Commit, type Entry, initialState, storefrontOpening } from '@shopbell/core'
import { createStore, set } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { durableStore } from './durable-store.js'
import { forgetStory } from './forget-story.js'
import { readCommit } from './read-commit.js'
import { resumeKey } from './resume-key.js'

// Each test has a site, and so a database, of its own: an open connection keeps a database from being deleted.
let site = ''
let resume = resumeKey(site)
let tests = 0

const blank = (rev: number, more: Partial<Commit> = {}): Commit => ({
  v: 1,
  rev,
  owner: 'owner',
  secret: 'secret',
  outbox: 'outbox',
  n: 1,
  state: initialState(storefrontOpening),
  entries: [],
  commands: [],
  failed: [],
  cursor: null,
  records: [],
  seen: 0,
  ...more,
})
/** The shopper has said something: worth keeping. */
const commitOf = (rev: number, more: Partial<Commit> = {}): Commit =>
  blank(rev, {
    entries: [{ id: 'a.0', turn: 'a', at: 1, by: 'shopper', content: { kind: 'text', text: 'Where is it?' } }],
    ...more,
  })
const said = commitOf(1)
const open = () => durableStore(site, resume)
/** The database may be asked again. */
const later = () => {
  const now = performance.now() + 31_000
  vi.spyOn(performance, 'now').mockReturnValue(now)
}
const names = async () => (await indexedDB.databases()).map(({ name }) => name)

beforeEach(() => {
  localStorage.clear()
  tests += 1
  site = `test-${Date.now()}-${tests}`
  resume = resumeKey(site)
})
afterEach(() => vi.restoreAllMocks())

test('gives back what it was given, to another tab too', async () => {
  const store = open()
  expect(await store.commit(commitOf(1))).toBe('done')
  expect(await store.read()).toEqual(commitOf(1))
  expect(await open().read()).toEqual(commitOf(1))
  expect(store.level).toBe('durable')
})

/** A story and a log as long as they get. */
const long = (rev: number): Commit =>
  commitOf(rev, {
    entries: Array.from({ length: 400 }, (_, n) => ({
      id: `a.${n}`,
      turn: 'a',
      at: n,
      by: 'shopper',
      content: { kind: 'cards', cards: [{ title: `one ${n}` }, { title: 'half a \ud83d "sign"' }] },
    })),
    cursor: { conversation: 'c', epoch: 'e', seq: 200 },
    records: Array.from({ length: 200 }, (_, n) => ({
      seq: n + 1,
      at: n,
      by: 'agent',
      fact: { kind: 'text', text: `news ${n}` },
    })),
  })

test('a commit has the browser copy as many objects of a long story as of one line, when it looks and when it writes', async () => {
  const objects = (value: unknown): number =>
    typeof value === 'object' && value !== null ? Object.values(value).reduce((sum, one) => sum + objects(one), 1) : 0
  const written = vi.spyOn(IDBObjectStore.prototype, 'put')
  const looked: unknown[] = []
  const result = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'result')?.get
  vi.spyOn(IDBRequest.prototype, 'result', 'get').mockImplementation(function (this: IDBRequest) {
    const found = result?.call(this)
    if (this.source instanceof IDBObjectStore) looked.push(found)
    return found
  })
  const store = open()
  await store.commit(said)
  await store.commit({ ...said, rev: 2 })
  const [few, seen] = [objects(written.mock.lastCall?.[0]), objects(looked.at(-1))]
  await store.commit(long(3))
  await vi.dynamicImportSettled()
  await store.commit(long(4))
  expect(await store.commit(long(5))).toBe('done')
  expect(objects(written.mock.lastCall?.[0])).toBeLessThanOrEqual(few + 1)
  expect(objects(looked.at(-1))).toBeLessThanOrEqual(seen + 1)
  expect(await open().read()).toEqual(long(5))
})

test('a line is put into words once, however many commits it is part of', async () => {
  const store = open()
  const first = long(1)
  await store.commit(first)
  await vi.dynamicImportSettled()
  await store.commit({ ...first, rev: 2 })
  const words = vi.spyOn(JSON, 'stringify')
  await store.commit({ ...first, rev: 3, entries: [...first.entries, { ...first.entries[0], id: 'fresh' } as Entry] })
  expect(words).toHaveBeenCalledTimes(1)
})

test('what was kept as lists is read, and gone on with', async () => {
  await set('commit', long(1), createStore(`shopbell:${site}`, 'conversation'))
  resume.write('open')
  const store = open()
  expect(await store.read()).toEqual(long(1))
  expect(await store.commit(long(2))).toBe('done')
  expect(await open().read()).toEqual(long(2))
})

test('is read back on a page whose library gives lists a `toJSON` of its own', async () => {
  const prototype = Array.prototype as { toJSON?: unknown }
  // Of the conversation's lists alone: what the test runner sends to its server meanwhile goes through JSON, too.
  const isOfCards = (one: unknown) => typeof one === 'object' && one !== null && 'title' in one
  prototype.toJSON = function (this: readonly unknown[]) {
    return this.some(isOfCards) ? 'JSON of JSON' : this
  }
  try {
    const store = open()
    await store.commit(long(1))
    await vi.dynamicImportSettled()
    await store.commit(long(2))
  } finally {
    delete prototype.toJSON
  }
  expect(await open().read()).toEqual(long(2))
})

test('lets one of two tabs win, and the other read again', async () => {
  const [one, other] = [open(), open()]
  await one.commit(commitOf(1))
  await other.read()
  const answers = await Promise.all([one.commit(commitOf(2, { secret: 'one' })), other.commit(commitOf(2, { secret: 'other' }))])
  expect(answers.toSorted()).toEqual(['done', 'lost'])
  const winner = answers[0] === 'done' ? 'one' : 'other'
  expect((await one.read())?.secret).toBe(winner)
  expect((await other.read())?.secret).toBe(winner)
})

test('lets one shopper’s story take the place of another’s only where it says so', async () => {
  const store = open()
  await store.commit(commitOf(1))
  const next = commitOf(2, { owner: 'next' })
  expect(await store.commit(next)).toBe('lost')
  expect(await store.commit(next, 'somebody else')).toBe('lost')
  expect(await store.commit(next, commitOf(1).owner)).toBe('done')
  expect([(await store.read())?.owner, (await open().read())?.owner]).toEqual(['next', 'next'])
})

test.each([
  ['open', commitOf(1, { state: { ...commitOf(1).state, phase: 'handed', log: 'ticket' } })],
  ['story', commitOf(1, { state: { ...commitOf(1).state, phase: 'handed', log: 'closed' } })],
  ['story', commitOf(1)],
] as const)('marks the device with %s', async (mark, commit) => {
  await open().commit(commit)
  expect(resume.read()).toBe(mark)
})

test('erases everything, the mark included', async () => {
  const store = open()
  await store.commit(commitOf(1))
  await store.erase()
  expect(resume.read()).toBeNull()
  resume.write('open')
  expect(await open().read()).toBeNull()
})

test.each([
  ['text', 'hello'],
  ['another version', { ...commitOf(1), v: 2 }],
  ['no state', { ...said, state: 'gone' }],
  ['a number that is none', { ...said, rev: Number.NaN }],
  ['nobody’s', { ...said, owner: 7 }],
])('L08 begins anew where %s is stored', async (_what, stored) => {
  await set('commit', stored, createStore(`shopbell:${site}`, 'conversation'))
  resume.write('open')
  const store = open()
  expect(await store.read()).toBeNull()
  expect(await store.commit(commitOf(1))).toBe('done')
  expect(await store.read()).toEqual(commitOf(1))
})

test('L06 goes on in memory when the database cannot be opened, and says so', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('forbidden', 'SecurityError')
  })
  const store = open()
  expect(await store.commit(commitOf(1))).toBe('done')
  expect(store.level).toBe('memory')
  expect(await store.commit(commitOf(1))).toBe('lost')
  expect(await store.commit(commitOf(2))).toBe('done')
  expect(await store.read()).toEqual(commitOf(2))
  expect(resume.read()).toBeNull()
})

test('L07 goes on in memory when the database never answers', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest)
  const store = open()
  expect(await store.commit(commitOf(1))).toBe('done')
  expect(store.level).toBe('memory')
})

describe('where the database is slow at first', () => {
  /** Opens it no sooner than told, with a clock that stands until then. */
  function heldBack(): () => void {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const real = indexedDB.open.bind(indexedDB)
    let release: () => void = () => undefined
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    vi.spyOn(indexedDB, 'open').mockImplementation((name) => {
      const opening = real(name)
      const listen = opening.addEventListener.bind(opening)
      opening.addEventListener = (type: string, heard: EventListener) =>
        listen(type, (event) => void released.then(() => heard(event)))
      return opening
    })
    return release
  }
  afterEach(() => vi.useRealTimers())

  test('L07 what was kept is waited for', async () => {
    await open().commit(said)
    const release = heldBack()
    const reading = open().read()
    await vi.advanceTimersByTimeAsync(3_900)
    release()
    expect(await reading).toEqual(said)
  })

  test('L07 a tap waits a second, and the database is asked again as soon as it has answered', async () => {
    const release = heldBack()
    const store = open()
    const first = store.commit(said)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await first).toBe('done')
    expect(store.level).toBe('memory')
    release()
    await vi.waitFor(async () => {
      const { rev = 0 } = (await store.read()) ?? {}
      expect(await store.commit({ ...said, rev: rev + 1 })).toBe('done')
      expect(store.level).toBe('durable')
    })
    vi.useRealTimers()
    expect(await open().read()).toMatchObject({ entries: said.entries })
  })
})

test('one slow answer costs nothing: the mark stays, and the database catches up with what memory held meanwhile', async () => {
  const store = open()
  const waiting = { ...said, commands: [{ op: 'defer', cmid: 'c', conversation: 'c', outbox: 'o', n: 1, at: 1 }] } as Commit
  expect(await store.commit(waiting)).toBe('done')
  expect(resume.read()).toBe('open')
  const out = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError')
  })
  expect(await store.commit({ ...waiting, rev: 2 })).toBe('done')
  expect(store.level).toBe('memory')
  expect(resume.read()).toBe('open')
  out.mockRestore()
  later()
  expect(await store.commit({ ...waiting, rev: 3 })).toBe('done')
  expect(store.level).toBe('durable')
  expect(await durableStore(site, resume).read()).toMatchObject({ rev: 3 })
})

test('L07 goes on in memory when the database is full, says so, and keeps what was stored', async () => {
  const store = open()
  await store.commit(said)
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
    // As a full disk does: the transaction is taken back.
    this.transaction.abort()
    return undefined as unknown as IDBRequest<IDBValidKey>
  })
  expect(await store.commit({ ...said, rev: 2 })).toBe('done')
  expect(store.level).toBe('memory')
  full.mockRestore()
  expect(await open().read()).toEqual(said)
  later()
  expect(await store.commit({ ...said, rev: 3 })).toBe('done')
  expect(store.level).toBe('durable')
  expect(await open().read()).toMatchObject({ rev: 3 })
})

test('L07 does not stand in the way of whoever deletes or changes the database, and writes again what this page knows', async () => {
  const store = open()
  await store.commit(said)
  await new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(`shopbell:${site}`)
    deleting.onsuccess = resolve
    deleting.onerror = deleting.onblocked = reject
  })
  expect(await store.read()).toEqual(said)
  expect(await store.commit({ ...said, rev: 2 })).toBe('done')
  expect(store.level).toBe('durable')
  expect(await open().read()).toMatchObject({ rev: 2 })
})

test('L07 what was kept apart while the database was away, and what another tab has written meanwhile, are both kept', async () => {
  const message = (cmid: string) =>
    ({ op: 'message', cmid, conversation: 'c', outbox: 'outbox', n: 1, at: 1, content: { kind: 'text', text: cmid } }) as const
  const store = open()
  await store.commit(said)
  const out = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError')
  })
  expect(await store.commit({ ...said, rev: 2, n: 2, commands: [message('apart')] })).toBe('done')
  out.mockRestore()
  const other = open()
  await other.read()
  expect(await other.commit({ ...said, rev: 2, n: 2, commands: [message('there')] })).toBe('done')
  later()
  expect(await store.commit({ ...said, rev: 3, n: 2, commands: [message('apart')] })).toBe('lost')
  const both = await store.read()
  expect(both?.commands.map(({ cmid }) => cmid)).toEqual(['there', 'apart'])
  if (both) expect(await store.commit({ ...both, rev: both.rev + 1 })).toBe('done')
  expect((await other.read())?.commands.map(({ cmid }) => cmid)).toEqual(['there', 'apart'])
})

test('L08 what waits to be sent is kept over a line that is broken', async () => {
  const waiting = { op: 'close', cmid: 'c1', conversation: 'c', outbox: 'outbox', n: 1, at: 1 }
  const broken = { ...said, entries: [{ id: 'a.0' }, ...said.entries], commands: [7, waiting], records: [{ seq: 'x' }] }
  await set('commit', broken, createStore(`shopbell:${site}`, 'conversation'))
  resume.write('open')
  const store = open()
  const kept = await store.read()
  expect(kept).toEqual({ ...said, commands: [waiting] })
  expect(await store.commit({ ...said, rev: 2 })).toBe('done')
})

test('L08 a story that is no story keeps nobody from what waits to be sent', async () => {
  const waiting = { op: 'close', cmid: 'c1', conversation: 'c', outbox: 'outbox', n: 1, at: 1 }
  await set('commit', { ...said, entries: '[{', commands: [waiting] }, createStore(`shopbell:${site}`, 'conversation'))
  resume.write('open')
  expect(await open().read()).toEqual({ ...said, entries: [], commands: [waiting] })
})

test('L09 a story that the browser has thrown away is begun anew', async () => {
  const store = open()
  await store.commit(said)
  localStorage.clear()
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(`shopbell:${site}`).onsuccess = resolve
  })
  expect(await open().read()).toBeNull()
})

test('L18 a page that is rendered ahead takes nothing over before it is shown', async () => {
  await open().commit(said)
  Object.defineProperty(document, 'prerendering', { value: true, configurable: true })
  let taken = false
  const reading = open().read()
  const took = reading.then(() => {
    taken = true
  })
  await open().commit({ ...said, rev: 2 })
  await import('./take-kept.js')
  expect(taken).toBe(false)
  Object.defineProperty(document, 'prerendering', { value: false, configurable: true })
  document.dispatchEvent(new Event('prerenderingchange'))
  await took
  expect(await reading).toMatchObject({ owner: 'owner' })
})

test('whoever leaves while something is being kept is forgotten all the same', async () => {
  const store = open()
  await store.commit(said)
  const committing = store.commit({ ...said, rev: 2 })
  await store.erase()
  expect(await committing).toBe('lost')
  expect([await store.read(), resume.read()]).toEqual([null, null])
})

describe('what a chat that was taken off the page still writes', () => {
  test.each([
    ['begun before', (write: () => Promise<unknown>, leave: () => Promise<void>) => [write(), leave()]],
    ['begun after', (write: () => Promise<unknown>, leave: () => Promise<void>) => [leave(), write()]],
  ])('is not kept once its shopper has left in the next chat, %s', async (_, inTurn) => {
    const store = open()
    await store.commit(said)
    const next = open()
    const [first, second] = inTurn(
      () => store.commit({ ...said, rev: 2 }),
      () => next.erase(),
    )
    await Promise.allSettled([first, second])
    expect([await open().read(), resume.read()]).toEqual([null, null])
  })

  test('is not kept where it is the first that is written', async () => {
    const store = open()
    const refused = expect(store.commit(said)).rejects.toThrow('left')
    await forgetStory(site, resume)
    await refused
    expect([await open().read(), resume.read()]).toEqual([null, null])
  })

  test('hinders nobody after that', async () => {
    const store = open()
    await store.commit(said)
    await open().erase()
    await store.commit({ ...said, rev: 2 }).catch(() => undefined)
    expect(await store.read()).toBeNull()
    expect(await store.commit({ ...said, owner: 'next' })).toBe('done')
    expect((await open().read())?.owner).toBe('next')
  })
})

test('whoever leaves while the story is being read is forgotten all the same', async () => {
  await open().commit(said)
  const store = open()
  const reading = store.read()
  await store.erase()
  await reading
  expect(await store.read()).toBeNull()
})

test('whoever leaves is forgotten by the database, too, however it has behaved before', async () => {
  const store = open()
  await store.commit(said)
  const out = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError')
  })
  await store.commit({ ...said, rev: 2 })
  out.mockRestore()
  await store.erase()
  resume.write('story')
  expect(await open().read()).toBeNull()
})

test('does not take up the shopper who has left here, though the database could not be emptied then', async () => {
  const store = open()
  await store.commit(said)
  const out = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError')
  })
  await store.erase()
  out.mockRestore()
  later()
  resume.write('story')
  const next = { ...said, owner: 'next' }
  expect(await store.read()).toBeNull()
  expect(await store.commit(next)).toBe('done')
  expect((await open().read())?.owner).toBe('next')
})

test('does not bring a shopper back over the next one, whose commit has the number of theirs', async () => {
  const store = open()
  await store.commit(said)
  const out = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError')
  })
  await store.commit({ ...said, rev: 2 })
  out.mockRestore()
  // In another tab the one has left and the next has come.
  await set('commit', { ...said, owner: 'next' }, createStore(`shopbell:${site}`, 'conversation'))
  later()
  expect(await store.commit({ ...said, rev: 3 })).toBe('lost')
  expect((await store.read())?.owner).toBe('next')
})

test('a story is forgotten without the code that reads it, also while another tab holds it open', async () => {
  const elsewhere = open()
  await elsewhere.commit(said)
  await forgetStory(site, resume)
  expect(resume.read()).toBeNull()
  expect(await elsewhere.read()).toBeNull()
  resume.write('story')
  expect(await open().read()).toBeNull()
})

test.each([
  ['before the chat is there', () => forgetStory(site, resume)],
  ['from a chat that has only greeted', () => open().erase()],
])('whoever logs out is forgotten though the page has emptied localStorage first: %s', async (_, logOut) => {
  await open().commit(said)
  localStorage.clear()
  await logOut()
  resume.write('story')
  expect(await open().read()).toBeNull()
})

test.each(['story', null] as const)(
  'looking for a story that is not there leaves no database behind, marked %s',
  async (mark) => {
    resume.write(mark)
    await forgetStory(site, resume)
    expect(await names()).not.toContain(`shopbell:${site}`)
  },
)

test('nobody who logs out waits for a database that never answers', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest)
  await forgetStory(site, resume)
  expect(resume.read()).toBeNull()
})

test('L07 goes on where the mark cannot be written', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const store = open()
  expect(await store.commit(commitOf(1))).toBe('done')
  expect(store.level).toBe('durable')
})

test('leaves no trace of a greeting, and keeps it with the first answer', async () => {
  const store = open()
  expect(await store.read()).toBeNull()
  expect(await store.commit(blank(1))).toBe('done')
  expect(await store.read()).toEqual(blank(1))
  expect(await names()).not.toContain(`shopbell:${site}`)
  expect(localStorage.length).toBe(0)
  expect(await store.commit({ ...said, rev: 2 })).toBe('done')
  expect(resume.read()).toBe('story')
  expect(await open().read()).toEqual({ ...said, rev: 2 })
})

test('a ticket of which no line has come yet is no greeting: it is kept', async () => {
  const ticket = blank(1, { state: { ...initialState(storefrontOpening), phase: 'handed', conversation: 'ticket' } })
  const store = open()
  expect(await store.read()).toBeNull()
  expect(await store.commit(ticket)).toBe('done')
  expect(resume.read()).toBe('open')
  expect(await open().read()).toEqual(ticket)
})

test('a greeting that is shut down leaves no trace either', async () => {
  const store = open()
  await store.commit(blank(1))
  await store.erase()
  expect(await store.read()).toBeNull()
  expect(await names()).not.toContain(`shopbell:${site}`)
})

test('refuses what builds on a greeting when another tab was first', async () => {
  const store = open()
  await store.commit(blank(1))
  await open().commit({ ...said, owner: 'other tab' })
  expect(await store.commit({ ...said, rev: 2 })).toBe('lost')
  expect((await store.read())?.owner).toBe('other tab')
  expect(await store.commit({ ...said, rev: 2, owner: 'other tab' })).toBe('done')
})

test('says of what it holds whether it has been there all the while, which a page that empties localStorage hides', async () => {
  await open().commit({ ...said, owner: 'from before' })
  localStorage.clear()
  const store = open()
  await store.commit(blank(1))
  expect(await store.commit({ ...said, rev: 2 })).toBe('found')
  expect((await store.read())?.owner).toBe('from before')
  expect(await store.commit({ ...said, rev: 3 })).toBe('lost')
})

test('reads back what a commit is, and nothing more or less', async () => {
  expect(readCommit(structuredClone(said))).toEqual(said)
  expect(readCommit(undefined)).toBeNull()
})

describe('a state that cannot be read', () => {
  const fact = { value: '1042', source: 'shopper', verified: false, at: 1 }
  const kept = { ...said.state, facts: { orderNumber: fact, broken: { value: 7 } } }

  test.each([
    ['of a later version', { ...kept, v: 2 }],
    ['of a phase that nobody knows', { ...kept, phase: 'dreaming' }],
    ['that is half gone', { facts: kept.facts }],
  ])('keeps the story and what is known: %s', (_, state) => {
    const read = readCommit(structuredClone({ ...said, state }))
    expect(read?.entries).toEqual(said.entries)
    expect(read?.state).toMatchObject({ phase: 'bot', prompt: null, facts: { orderNumber: fact } })
    expect(read?.state.facts).not.toHaveProperty('broken')
  })

  test('leaves a conversation with the person who has it', () => {
    const read = readCommit({ ...said, state: { ...kept, v: 2, phase: 'handed', conversation: 'c1' } })
    expect(read?.state).toMatchObject({ phase: 'handed', conversation: 'c1' })
  })

  test('is not made of what is no commit', () => {
    expect(readCommit({ ...said, state: 'x' })).toBeNull()
    expect(readCommit({ ...said, rev: '1', state: kept })).toBeNull()
  })
})
