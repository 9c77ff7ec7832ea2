import { type Commit, createChat, createMemoryStore, initialState, storefrontFlow, toArray } from '@shopbell/core'
import { socketIoDesk } from '@shopbell/core/adapters/socket-io'
import { expect, it, onTestFinished, vi } from 'vitest'
import { newName, openStand } from './desk-stand.test.support.js'
import type { Mail } from './mail/mail.js'

const DAY = 24 * 60 * 60_000

it('a chat that comes back when its mailed link’s session has ended says so, and can call a person as somebody new', async () => {
  const stand = await openStand({ demo: true })
  onTestFinished(() => stand.close())
  const agent = await stand.agent('Noor')
  const email = { value: 'ada@example.com', source: 'shopper' as const, verified: false, at: 0 }
  const id = await stand.shopper().open('ticket', { facts: { email } })
  await agent.post(`conversations/${id}/reply`, { id: newName(), text: 'It left this morning.', base: 999 })
  const { mails } = (await (await fetch(`${stand.url}/demo/mails`)).json()) as { mails: Mail[] }
  const link = await fetch(`${stand.url}/v1/resume?site=${stand.site}`, {
    method: 'POST',
    body: JSON.stringify({ token: mails[0]?.text.match(/#shopbell-resume=(\S+)/)?.[1] }),
    headers: { 'Content-Type': 'application/json' },
  })
  const { owner, secret, conversation } = (await link.json()) as { owner: string; secret: string; conversation: string }
  const store = createMemoryStore()
  const state: Commit['state'] = { ...initialState({ id: '', version: 0 }), phase: 'handed', conversation }
  const nothing = { entries: [], commands: [], failed: [], cursor: null, records: [], seen: 0 }
  await store.commit({ v: 1, rev: 1, owner, secret, outbox: newName(), n: 1, state, ...nothing })
  const open = () => {
    const chat = createChat({
      site: stand.site,
      adapter: { desk: socketIoDesk({ url: stand.url }), contact: { mailto: 'help@shop.example' } },
      opening: storefrontFlow,
      flow: storefrontFlow,
      store,
    })
    onTestFinished(() => chat.destroy())
    return chat
  }
  const before = open()
  const lines = (chat: typeof before) => JSON.stringify(toArray(chat.getSnapshot().transcript).map(({ content }) => content))
  await vi.waitFor(() => expect(lines(before)).toContain('It left this morning.'), 5_000)
  before.destroy()

  stand.pass(90 * DAY)
  const chat = open()
  await vi.waitFor(() => expect(chat.getSnapshot().status).toBe('ticket'))
  await chat.send({ type: 'say', text: 'Thank you' })
  await vi.waitFor(() => expect(chat.getSnapshot().status).toBe('bot'), 15_000)
  expect(lines(chat)).toContain('"session-ended"')
  expect(lines(chat)).toContain('It left this morning.')
  const line = toArray(chat.getSnapshot().transcript).find(({ content }) => 'text' in content && content.text === 'Thank you')
  expect(chat.getSnapshot().marks[line?.id ?? '']).toBe('failed')
  await chat.send({ type: 'talk-to-agent' })
  const { prompt } = chat.getSnapshot()
  await chat.send({ type: 'submit', prompt: prompt?.id ?? '', values: { email: 'ada@example.com' } })
  await vi.waitFor(() => expect(['queued', 'ticket']).toContain(chat.getSnapshot().status), 10_000)
  await chat.retry(line?.id ?? '')
  const noor = await stand.agent('Noor')
  await vi.waitFor(async () => {
    const { rows } = (await (await noor.get('conversations?view=all')).json()) as { rows: { last: { text: string } | null }[] }
    expect(rows.map(({ last }) => last?.text)).toContain('Thank you')
  }, 5_000)
}, 60_000)
