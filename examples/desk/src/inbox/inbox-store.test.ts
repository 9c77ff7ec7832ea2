import { beforeEach, describe, expect, it } from 'vitest'
import type { Inbox } from './inbox-store.js'
import { detailWith, NOON, recordOf, said, settle, standInDesk } from './stand-in/desk.js'

let desk: ReturnType<typeof standInDesk>
beforeEach(() => {
  desk = standInDesk()
})

/** What the desk was asked, of one kind. */
const asked = (call: string) => desk.asked.filter((each) => each.startsWith(call))

async function write(inbox: Inbox, text: string) {
  inbox.drafts.write('c1', 'reply', text)
  inbox.conversation.reply()
  await settle()
}

describe('signing in', () => {
  it('asks for a name before it asks the desk', async () => {
    desk.refuse('me', { why: 'signed-out', passwordRequired: false })
    const inbox = await desk.inbox()
    await inbox.session.signIn('  ', '')
    expect(asked('login')).toEqual([])
    expect(inbox.session.problem.value).toContain('name')
    await inbox.session.signIn(' Ada ', '')
    expect(asked('login')).toEqual(['login Ada '])
    expect(inbox.session.phase.value).toBe('signed-in')
  })

  it('asks for a password only once the desk does', async () => {
    desk.refuse('me', { why: 'signed-out', passwordRequired: false })
    desk.refuse('login', { why: 'signed-out', passwordRequired: true })
    desk.refuse('login', { why: 'signed-out', passwordRequired: true })
    const inbox = await desk.inbox()
    expect(inbox.session.passwordRequired.value).toBe(false)
    await inbox.session.signIn('Ada', '')
    expect(inbox.session.passwordRequired.value).toBe(true)
    expect(inbox.session.problem.value).toContain('asks for a password')
    await inbox.session.signIn('Ada', 'wrong')
    expect(inbox.session.problem.value).toContain('not the desk’s')
  })

  it('keeps what was typed when the session ends, and forgets it when somebody signs out', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    inbox.drafts.write('c1', 'reply', 'half a sent')
    desk.refuse('rows', { why: 'signed-out', passwordRequired: false })
    await inbox.queue.refresh()
    expect(inbox.session.phase.value).toBe('signed-out')
    await inbox.session.signIn('Ada', '')
    await settle()
    expect(inbox.drafts.text('c1', 'reply')).toBe('half a sent')
    await inbox.signOut()
    expect(inbox.drafts.text('c1', 'reply')).toBe('')
    expect(inbox.conversation.detail.value).toBeNull()
    expect(desk.news()).toBeNull()
  })

  it('puts a reply that was on its way back when the session has ended', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    desk.refuse('reply', { why: 'signed-out', passwordRequired: false })
    await write(inbox, 'on its way')
    expect(inbox.session.phase.value).toBe('signed-out')
    expect(inbox.drafts.text('c1', 'reply')).toBe('on its way')
  })
})

describe('replying', () => {
  it('sends what was written with the number that was read last', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    inbox.conversation.saw(1)
    await write(inbox, '  Hello Marieke  ')
    expect(asked('reply')).toEqual(['reply c1 id-1 1 Hello Marieke'])
    expect(inbox.drafts.text('c1', 'reply')).toBe('')
    expect(inbox.conversation.pending.value).toEqual([])
    expect(inbox.conversation.detail.value?.records.at(-1)?.fact).toEqual(said('Hello Marieke'))
    expect(inbox.conversation.detail.value?.agent).toBe('Ada')
  })

  it('sends nothing of nothing, and nothing too long', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    await write(inbox, ' \n ')
    await write(inbox, 'x'.repeat(4_001))
    expect(asked('reply')).toEqual([])
    expect(inbox.conversation.warning.value).toEqual({ kind: 'too-long' })
    expect(inbox.drafts.text('c1', 'reply')).toHaveLength(4_001)
  })

  it('says first that the shopper wrote since one looked, and sends when told again', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    inbox.conversation.saw(1)
    desk.shopperSays('c1', 'one more thing')
    desk.shopperSays('c1', 'and another')
    await write(inbox, 'My answer')
    expect(asked('reply')).toEqual([])
    expect(inbox.conversation.warning.value).toEqual({ kind: 'moved', count: 2 })
    expect(inbox.drafts.text('c1', 'reply')).toBe('My answer')
    inbox.conversation.reply()
    await settle()
    expect(asked('reply')).toEqual(['reply c1 id-1 3 My answer'])
  })

  it('fetches what it missed when the desk says that the log has moved', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    inbox.conversation.saw(1)
    desk.shopperSaysUnheard('c1', 'one more thing')
    desk.refuse('reply', { why: 'moved', head: 2 })
    await write(inbox, 'My answer')
    expect(inbox.conversation.warning.value).toEqual({ kind: 'moved', count: 0 })
    expect(inbox.drafts.text('c1', 'reply')).toBe('My answer')
    expect(inbox.conversation.detail.value?.records).toHaveLength(2)
    inbox.conversation.reply()
    await settle()
    expect(asked('reply').at(-1)).toBe('reply c1 id-2 2 My answer')
  })

  it('tells who has it, and keeps the text, when somebody else was quicker', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    desk.refuse('reply', { why: 'taken', by: 'Grace' })
    await write(inbox, 'Hello')
    expect(inbox.conversation.warning.value).toEqual({ kind: 'taken', by: 'Grace' })
    expect(inbox.drafts.text('c1', 'reply')).toBe('Hello')
    expect(inbox.conversation.pending.value).toEqual([])
  })

  it('keeps a reply without an answer, and sends it again under the same id', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    inbox.conversation.saw(1)
    desk.refuse('reply', { why: 'unreachable' })
    await write(inbox, 'Hello')
    expect(inbox.conversation.pending.value).toMatchObject([{ id: 'id-1', state: 'failed' }])
    inbox.conversation.sendAgain()
    await settle()
    expect(asked('reply')).toEqual(['reply c1 id-1 1 Hello', 'reply c1 id-1 1 Hello'])
    expect(inbox.conversation.pending.value).toEqual([])
  })

  it('sends what was kept as soon as the desk is back', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    desk.refuse('reply', { why: 'unreachable' })
    await write(inbox, 'Hello')
    desk.news()?.disconnected()
    expect(inbox.online.value).toBe(false)
    desk.news()?.connected()
    await settle()
    expect(inbox.online.value).toBe(true)
    expect(asked('reply')).toHaveLength(2)
    expect(inbox.conversation.pending.value).toEqual([])
  })

  it('keeps the order of what was written while one was on its way', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    for (const text of ['one', 'two', 'three']) {
      inbox.drafts.write('c1', 'reply', text)
      inbox.conversation.reply()
    }
    await settle()
    expect(inbox.conversation.detail.value?.records.slice(1).map(({ fact }) => fact)).toEqual([
      said('one'),
      said('two'),
      said('three'),
    ])
  })

  it('puts what was refused back before what was typed since', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    desk.refuse('reply', { why: 'closed' })
    inbox.drafts.write('c1', 'reply', 'first')
    inbox.conversation.reply()
    inbox.drafts.write('c1', 'reply', 'typed since')
    await settle()
    expect(inbox.drafts.text('c1', 'reply')).toBe('first\ntyped since')
    expect(inbox.conversation.warning.value).toEqual({ kind: 'closed' })
  })

  it('keeps a draft per conversation, and one each for a reply and a note', async () => {
    desk.put(detailWith())
    desk.put(detailWith({ id: 'c2' }))
    const inbox = await desk.inbox('#/queue/c1')
    inbox.drafts.write('c1', 'reply', 'to the shopper')
    inbox.drafts.write('c1', 'note', 'between us')
    inbox.open('c2')
    expect(inbox.drafts.text('c2', 'reply')).toBe('')
    inbox.open('c1')
    expect(inbox.drafts.text('c1', 'reply')).toBe('to the shopper')
    await inbox.conversation.note()
    expect(asked('note')).toEqual(['note c1 id-1 between us'])
    expect(asked('reply')).toEqual([])
    expect(inbox.drafts.text('c1', 'reply')).toBe('to the shopper')
  })
})

describe('notes', () => {
  it('writes a note once, however often its answer is lost', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    inbox.drafts.write('c1', 'note', 'Batch 12')
    desk.refuse('note', { why: 'unreachable' })
    await inbox.conversation.note()
    expect(inbox.conversation.warning.value).toEqual({ kind: 'note-unsent' })
    expect(inbox.drafts.text('c1', 'note')).toBe('Batch 12')
    await inbox.conversation.note()
    expect(asked('note')).toEqual(['note c1 id-1 Batch 12', 'note c1 id-1 Batch 12'])
    expect(inbox.conversation.detail.value?.notes).toHaveLength(1)
    expect(inbox.drafts.text('c1', 'note')).toBe('')
  })
})

describe('news', () => {
  it('adds the next record, and fetches again where one is missing', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    const before = asked('detail').length
    desk.shopperSays('c1', 'next')
    expect(inbox.conversation.detail.value?.records).toHaveLength(2)
    expect(asked('detail')).toHaveLength(before)
    desk.shopperSaysUnheard('c1', 'lost')
    desk.shopperSays('c1', 'after the lost one')
    await settle()
    expect(inbox.conversation.detail.value?.records.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  })

  it('shows a record that is told twice once', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    const record = recordOf(2, 'shopper', said('hello'))
    desk.news()?.recorded('c1', record)
    desk.news()?.recorded('c1', record)
    expect(inbox.conversation.detail.value?.records).toHaveLength(2)
  })

  it('rings and says who it is when somebody new is in the queue, once', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox()
    expect(desk.rings()).toBe(0)
    desk.put(detailWith({ id: 'c2', who: 'Jonas', reason: 'damaged' }))
    desk.news()?.changed('c2')
    desk.news()?.changed('c2')
    await desk.pass(200)
    expect(desk.rings()).toBe(1)
    expect(inbox.announcement.value).toBe('New: Jonas, damaged goods.')
    expect(asked('rows queue')).toHaveLength(2)
    desk.news()?.changed('c2')
    await desk.pass(200)
    expect(desk.rings()).toBe(1)
  })

  it('is silent when it is muted, and still counts in the title', async () => {
    const inbox = await desk.inbox()
    inbox.muted.value = true
    desk.put(detailWith())
    desk.news()?.changed('c1')
    await desk.pass(200)
    expect(desk.rings()).toBe(0)
    expect(inbox.title.value).toBe('(1) Inbox · Lantern')
  })

  it('rings for one’s own shopper only while nobody looks at them', async () => {
    desk.put(detailWith({ status: 'live', agent: 'Ada' }))
    const inbox = await desk.inbox('#/mine/c1')
    desk.shopperSays('c1', 'hello')
    await desk.pass(200)
    expect(desk.rings()).toBe(0)
    inbox.looking.value = false
    desk.shopperSays('c1', 'hello?')
    await desk.pass(200)
    expect(desk.rings()).toBe(1)
  })

  it('tells the desk what was read, when it was before somebody’s eyes', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    inbox.looking.value = false
    inbox.conversation.saw(1)
    expect(desk.told).toEqual([])
    inbox.looking.value = true
    expect(desk.told).toEqual(['read c1 1'])
    desk.shopperSays('c1', 'more')
    expect(desk.told).toEqual(['read c1 1'])
    inbox.conversation.saw(2)
    expect(desk.told).toEqual(['read c1 1', 'read c1 2'])
  })

  it('shows that the shopper types, for a while or until they have written', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    desk.news()?.typing('c2')
    expect(inbox.conversation.typing.value).toBe(false)
    desk.news()?.typing('c1')
    expect(inbox.conversation.typing.value).toBe(true)
    await desk.pass(6_000)
    expect(inbox.conversation.typing.value).toBe(false)
    desk.news()?.typing('c1')
    desk.shopperSays('c1', 'there')
    expect(inbox.conversation.typing.value).toBe(false)
  })

  it('tells the shopper that one types every three seconds, and not for a conversation that nobody has', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    inbox.typed()
    expect(desk.told).toEqual([])
    await inbox.conversation.claim()
    inbox.typed()
    inbox.typed()
    await desk.pass(3_000)
    inbox.typed()
    expect(desk.told).toEqual(['typing c1', 'typing c1'])
  })

  it('moves waiting times on every ten seconds', async () => {
    const inbox = await desk.inbox()
    expect(inbox.now.value).toBe(NOON)
    await desk.pass(10_000)
    expect(inbox.now.value).toBe(NOON + 10_000)
  })
})

describe('a search', () => {
  it('asks once typing rests, shows no answer to words that were typed before, and follows what changes', async () => {
    desk.put(detailWith({ who: 'ben', status: 'live', agent: 'Grace' }))
    const inbox = await desk.inbox()
    const asked = () => desk.asked.filter((call) => call.startsWith('find'))
    inbox.search.seek('b')
    inbox.search.seek('be')
    await desk.pass(1_000)
    expect(asked()).toEqual(['find be'])
    expect(inbox.rows.value).toHaveLength(1)
    inbox.search.seek('bo')
    expect(inbox.rows.value).toBeNull()
    await desk.pass(1_000)
    expect(inbox.rows.value).toEqual([])
    inbox.search.seek('be')
    await desk.pass(1_000)
    desk.put(detailWith({ who: 'ben', status: 'live', agent: 'Ada' }))
    desk.news()?.changed('c1')
    await desk.pass(1_000)
    expect(inbox.rows.value?.[0]?.agent).toBe('Ada')
    await inbox.signOut()
    expect(inbox.search.words.value).toBe('')
  })
})

describe('walking through the list', () => {
  it('goes to the next and the previous, and stays at the ends', async () => {
    for (const id of ['c1', 'c2', 'c3']) desk.put(detailWith({ id }))
    const inbox = await desk.inbox()
    const path: (string | null)[] = []
    for (const key of ['next', 'next', 'next', 'next', 'previous'] as const) {
      inbox.run(key)
      path.push(inbox.place.value.conversation)
    }
    expect(path).toEqual(['c1', 'c2', 'c3', 'c3', 'c2'])
    await settle()
  })

  it('never shows an answer that belongs to the conversation before', async () => {
    desk.put(detailWith({ id: 'c1', who: 'One' }))
    desk.put(detailWith({ id: 'c2', who: 'Two' }))
    const inbox = await desk.inbox()
    inbox.open('c1')
    inbox.open('c2')
    await settle()
    expect(inbox.conversation.detail.value?.who).toBe('Two')
  })

  it('asks before it closes, and not for what is closed', async () => {
    desk.put(detailWith())
    const inbox = await desk.inbox('#/queue/c1')
    inbox.run('close')
    expect(inbox.dialog.value).toBe('close')
    expect(asked('close')).toEqual([])
    inbox.dialog.value = null
    await inbox.conversation.conclude(true)
    expect(asked('close')).toEqual(['close c1 true'])
    inbox.run('close')
    expect(inbox.dialog.value).toBeNull()
  })

  it('says that a conversation is gone', async () => {
    const inbox = await desk.inbox('#/queue/nowhere')
    expect(inbox.conversation.phase.value).toBe('gone')
  })
})

describe('taking a conversation', () => {
  it('moves on to one’s own list together with it', async () => {
    desk.put(detailWith({ status: 'queued', agent: null }))
    const inbox = await desk.inbox('#/queue/c1')
    expect(inbox.place.value.view).toBe('queue')
    await inbox.conversation.claim()
    await inbox.queue.refresh()
    await settle()
    expect(inbox.place.value).toMatchObject({ view: 'mine', conversation: 'c1' })
  })

  it('does not pull somebody back who looks at another list', async () => {
    desk.put(detailWith({ status: 'live', agent: 'Ada' }))
    const inbox = await desk.inbox('#/mine/c1')
    inbox.goTo({ ...inbox.place.peek(), view: 'tickets' })
    await inbox.queue.refresh()
    await settle()
    expect(inbox.place.value.view).toBe('tickets')
  })
})
