import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Command, type Frame, type Page, PROTOCOL } from '../delivery/protocol.js'
import { messageOp } from '../testing/blank-commit.js'
import { httpDesk } from './http-desk.js'

const sender = { site: 'shop', owner: 'owner', secret: 'secret', outbox: 'box' }
const command: Command = { ...messageOp('again'), cmid: 'm', conversation: 'v', outbox: 'box', n: 1, at: 0 }
const gone: Page = { conversation: 'v', epoch: 'gone', records: [], head: 0, reset: true }
const there: Page = { conversation: 'v', epoch: 'e', records: [], head: 2 }

let leaving: AbortController
beforeEach(() => {
  leaving = new AbortController()
})
afterEach(() => leaving.abort())

/** A desk that welcomes with a page and answers the first poll with `gone`; every other poll is held open. */
async function openAt(page: Page) {
  const calls: string[] = []
  const frames: Frame[] = []
  const answers: Record<string, unknown> = {
    hello: { t: 'welcome', verdicts: [], pages: [page], expectedN: 1, now: 0 },
    commands: { t: 'committed', cmid: 'm', conversation: 'v', seq: 1, at: 0, dup: false },
  }
  const desk = httpDesk({
    url: 'https://desk.example.com',
    async fetch(address) {
      const { pathname, search } = new URL(`${address}`)
      const call = pathname.replace('/v1/', '') + search
      const first = call.includes('records') && !calls.some((before) => before.includes('records'))
      calls.push(call)
      const answer = answers[call] ?? (first && page === there ? gone : null)
      return answer ? Response.json(answer) : new Promise<Response>(() => undefined)
    },
  })
  const cursors = [{ conversation: 'v', epoch: 'e', seq: 2 }]
  await desk.open({ v: PROTOCOL, sender, tab: 't', cursors, pending: [] }, (frame) => frames.push(frame), leaving.signal)
  return { desk, calls, frames }
}

test('polls no log that is not there, until something of it is committed', async () => {
  const { desk, calls } = await openAt(gone)
  await desk.submit(command, sender, leaving.signal)
  await vi.waitFor(() => expect(calls).toEqual(['hello', 'commands', 'conversations/v/records?after=0']))
})

test('says of a log that is gone while it polls that it is, and polls it no more, until something of it is committed', async () => {
  const { desk, calls, frames } = await openAt(there)
  await vi.waitFor(() => expect(frames).toEqual([{ t: 'head', conversation: 'v', epoch: 'gone', seq: 0 }]))
  await desk.submit(command, sender, leaving.signal)
  const polls = ['conversations/v/records?after=2&epoch=e', 'conversations/v/records?after=0']
  await vi.waitFor(() => expect(calls).toEqual(['hello', polls[0], 'commands', polls[1]]))
})

test.each([
  ['in the desk’s own words', () => Response.json({ error: 'auth' }, { status: 401 }), { why: 'required' }],
  ['of somebody in between', () => new Response('Sign in first', { status: 401 }), {}],
])('a 401 %s: whether the secret is over for good', async (_who, answer, more) => {
  const desk = httpDesk({ url: 'https://desk.example.com', fetch: async () => answer() })
  const refused = await desk.open({ v: PROTOCOL, sender, tab: 't', cursors: [], pending: [] }, () => undefined, leaving.signal)
  expect(refused).toEqual({ t: 'refused', code: 'auth', ...more })
})

test('a log that brings news poll after poll is followed without listeners that pile up', async () => {
  const warnings: string[] = []
  const warned = ({ name }: Error) => warnings.push(name)
  process.on('warning', warned)
  const NEWS = 40
  let head = 2
  const frames: Frame[] = []
  const desk = httpDesk({
    url: 'https://desk.example.com',
    async fetch(address) {
      if (`${address}`.endsWith('/hello'))
        return Response.json({ t: 'welcome', verdicts: [], pages: [there], expectedN: 1, now: 0 })
      if (head === 2 + NEWS) return new Promise<Response>(() => undefined)
      head += 1
      const record = { seq: head, at: 0, by: 'agent', fact: { kind: 'text', text: 'Hello' } }
      return Response.json({ ...there, records: [record], head })
    },
  })
  const cursors = [{ conversation: 'v', epoch: 'e', seq: 2 }]
  await desk.open({ v: PROTOCOL, sender, tab: 't', cursors, pending: [] }, (frame) => frames.push(frame), leaving.signal)
  await vi.waitFor(() => expect(frames).toHaveLength(NEWS))
  process.off('warning', warned)
  expect(warnings).toEqual([])
})
