import { afterEach, describe, expect, test } from 'vitest'
import type { Adapter, Desk } from './adapter.js'
import type { Commit } from './conversation/commit.js'
import { discard, enqueue } from './delivery/outbox.js'
import type { Frame, Op, Verdict } from './delivery/protocol.js'
import { rejoin } from './delivery/rejoin.js'
import { createMemoryDesk, type MemoryDesk } from './desk/memory-desk.js'
import { LIMITS } from './limits.js'
import { type Delivery, type LiveState, runDelivery } from './live.js'
import { blankCommit, messageOp, openOp } from './testing/blank-commit.js'
import { createFakeEnvironment, type FakeEnvironment } from './testing/fake-environment.js'

/** A chat as delivery sees it: a commit, a machine that follows the log, and an outbox to put things into. */
function createHost(environment: FakeEnvironment, adapter: Adapter, given?: Commit) {
  let commit = given ?? blankCommit(environment)
  const told: string[] = []
  const shown: LiveState[] = []
  let delivery: Delivery | null = null
  return {
    told,
    shown,
    visible: true,
    commit: () => commit,
    run() {
      delivery = runDelivery({
        adapter,
        site: 'shop',
        environment,
        sender: () => ({ site: 'shop', owner: commit.owner, secret: commit.secret, outbox: commit.outbox, ...commit.sender }),
        read: () => commit,
        async update(change) {
          await Promise.resolve()
          commit = change(commit)
          return commit
        },
        dispatch(intent) {
          told.push(intent.type === 'log.advanced' ? intent.status : intent.type)
          if (intent.type === 'log.advanced') commit = { ...commit, state: { ...commit.state, log: intent.status } }
        },
        changed: (live) => shown.push(live),
        visible: () => this.visible,
      })
      return delivery
    },
    open(want: 'live' | 'ticket' = 'live') {
      const conversation = environment.id()
      commit = { ...commit, state: { ...commit.state, phase: 'handed', conversation, log: null } }
      this.put(openOp(conversation, want), conversation)
      return conversation
    },
    put(op: Op, cmid = environment.id()) {
      const next = enqueue(commit, op, cmid, commit.state.conversation ?? '', environment.now())
      if (typeof next === 'string') throw new Error(next)
      commit = next
      delivery?.wake()
      return cmid
    },
    change(change: (before: Commit) => Commit) {
      commit = change(commit)
    },
  }
}

function textsOf(desk: MemoryDesk): readonly string[] {
  return desk.conversations().flatMap(({ records }) => records.flatMap(({ fact }) => (fact.kind === 'text' ? [fact.text] : [])))
}

const running: Delivery[] = []
afterEach(() => {
  for (const delivery of running.splice(0)) delivery.destroy()
})

function setUp(change: (desk: MemoryDesk) => Partial<Desk> = () => ({}), adapterOf = (desk: Desk): Adapter => ({ desk })) {
  const environment = createFakeEnvironment()
  const desk = createMemoryDesk(environment)
  const host = createHost(environment, adapterOf({ ...desk, ...change(desk) }))
  const start = () => {
    const delivery = host.run()
    running.push(delivery)
    return delivery
  }
  return { environment, desk, host, start }
}

describe('a healthy desk', () => {
  test('gets the open and what was typed behind it, in order, and the outbox empties', async () => {
    const { environment, desk, host, start } = setUp()
    host.open()
    host.put(messageOp('one'))
    host.put(messageOp('two'))
    start()
    await environment.settle()
    expect(textsOf(desk)).toEqual(['one', 'two'])
    expect(host.commit().commands).toEqual([])
    expect(host.told).toEqual(['queued'])
    expect(host.shown.at(-1)?.link).toBe('up')
  })

  test('sends what is typed while the wire is up at once', async () => {
    const { environment, desk, host, start } = setUp()
    host.open()
    start()
    await environment.settle()
    host.put(messageOp('hello'))
    await environment.settle()
    expect(textsOf(desk)).toEqual(['hello'])
  })

  test('brings a person, their words and their typing', async () => {
    const { environment, desk, host, start } = setUp()
    const conversation = host.open()
    start()
    await environment.settle()
    desk.whisper({ type: 'queue', conversation, position: 2, wait: { seconds: 90, basis: 'today' } })
    expect(host.shown.at(-1)?.queue?.position).toBe(2)
    desk.record(conversation, 'agent', { kind: 'claimed', agent: 'Maya' }, 'Maya')
    await environment.settle()
    desk.whisper({ type: 'typing', conversation, by: 'agent', name: 'Maya' })
    expect(host.shown.at(-1)).toMatchObject({ typing: 'Maya', queue: null })
    desk.record(conversation, 'agent', { kind: 'text', text: 'Hi' }, 'Maya')
    await environment.settle()
    expect(host.told).toEqual(['queued', 'live'])
    expect(host.shown.at(-1)?.typing).toBeNull()
    expect(host.commit().records.at(-1)).toMatchObject({ by: 'agent', fact: { text: 'Hi' } })
  })

  test('lets a typing hint that is not renewed go out after six seconds', async () => {
    const { environment, desk, host, start } = setUp()
    const conversation = host.open()
    start()
    await environment.settle()
    desk.whisper({ type: 'typing', conversation, by: 'agent' })
    await environment.advance(5_999)
    expect(host.shown.at(-1)?.typing).toBe('')
    await environment.advance(1)
    expect(host.shown.at(-1)?.typing).toBeNull()
  })

  test('closes the wire once the conversation is closed and everything is delivered', async () => {
    const { environment, desk, host, start } = setUp()
    const conversation = host.open()
    start()
    await environment.settle()
    desk.record(conversation, 'agent', { kind: 'closed', resolved: true }, 'Maya')
    await environment.advance(1_000)
    expect(host.told.at(-1)).toBe('closed')
    expect(host.shown.at(-1)?.link).toBe('off')
    expect(environment.timers()).toBe(0)
  })

  test('takes a rating after the close', async () => {
    const { environment, desk, host, start } = setUp()
    const conversation = host.open()
    start()
    await environment.settle()
    desk.record(conversation, 'agent', { kind: 'closed', resolved: true })
    await environment.advance(1_000)
    host.put({ op: 'rate', score: 5 })
    await environment.advance(1_000)
    expect(desk.conversations()[0]?.records.at(-1)?.fact).toEqual({ kind: 'rated', score: 5 })
    expect(host.commit().commands).toEqual([])
    expect(host.shown.at(-1)?.link).toBe('off')
  })

  test('joins the conversation that is open already, with everything that was queued behind', async () => {
    const { environment, desk, host, start } = setUp()
    host.open()
    start()
    await environment.settle()
    const first = host.commit().state.conversation
    running.pop()?.destroy()
    host.open()
    host.put(messageOp('same matter'))
    start()
    await environment.advance(1_000)
    expect(desk.conversations()).toHaveLength(1)
    expect(host.commit().state.conversation).toBe(first)
    expect(host.commit().commands).toEqual([])
    expect(textsOf(desk)).toEqual(['same matter'])
    expect(host.commit().records).toEqual(desk.conversations()[0]?.records)
  })
})

test('a tab that has joined its store may have more waiting than a desk listens to: that is said in part, and all of it is sent', async () => {
  const { environment, desk, host, start } = setUp((desk) => ({
    open: async (hello, sink, signal) => {
      if (hello.pending.length > LIMITS.outbox) throw new Error('a hello that no desk reads')
      return desk.open(hello, sink, signal)
    },
  }))
  const conversation = host.open()
  const before = host.commit()
  const lines = (name: string) => Array.from({ length: 120 }, (_, index) => `${name} ${index}`)
  const fill = (commit: Commit, texts: readonly string[]) =>
    texts.reduce((so, text) => enqueue(so, messageOp(text), environment.id(), conversation, 0) as Commit, commit)
  host.change(() => rejoin(fill(before, lines('held')), fill(before, lines('apart'))))
  expect(host.commit().commands.length).toBeGreaterThan(LIMITS.outbox)
  start()
  // Each answer takes a few turns of the loop, which no clock counts.
  for (let turn = 0; turn < 60; turn++) await environment.advance(1_000)
  expect(host.commit().commands).toEqual([])
  expect(textsOf(desk)).toEqual([...lines('held'), ...lines('apart')])
})

describe('faults of the wire', () => {
  test('a verdict lost after the commit: sent again, written once', async () => {
    let lost = 1
    const { environment, desk, host, start } = setUp((exact) => ({
      async submit(command, sender, signal) {
        const verdict = await exact.submit(command, sender, signal)
        if (command.op === 'message' && lost-- > 0) return new Promise<Verdict>(() => {})
        return verdict
      },
      async open(hello, _sink, signal) {
        return exact.open(hello, () => {}, signal)
      },
    }))
    host.open()
    host.put(messageOp('once'))
    start()
    await environment.advance(15_000)
    expect(textsOf(desk)).toEqual(['once'])
    expect(host.commit().commands).toEqual([])
  })

  test('an answer that never comes makes the wire suspect after ten seconds, and the same cmid goes again', async () => {
    const sent: string[] = []
    const { environment, host, start } = setUp((exact) => ({
      submit(command, sender, signal) {
        sent.push(command.cmid)
        return sent.length === 1 ? new Promise<Verdict>(() => {}) : exact.submit(command, sender, signal)
      },
    }))
    const conversation = host.open()
    start()
    await environment.advance(9_999)
    expect(sent).toEqual([conversation])
    await environment.advance(2_001)
    expect(sent).toEqual([conversation, conversation])
    expect(host.commit().commands).toEqual([])
  })

  test('and the wire is closed and opened again before it does', async () => {
    const opened: number[] = []
    const { environment, host, start } = setUp((exact) => ({
      open(hello, sink, signal) {
        opened.push(environment.now())
        return exact.open(hello, sink, signal)
      },
      submit: () => new Promise<Verdict>(() => {}),
    }))
    host.open()
    start()
    await environment.advance(9_999)
    expect(opened).toHaveLength(1)
    await environment.advance(1_001)
    expect(opened).toHaveLength(2)
    expect(host.shown.map(({ link }) => link)).toContain('down')
  })

  test('records in disorder, twice and with gaps end up as the log', async () => {
    let sink: (frame: Frame) => void = () => {}
    const { environment, desk, host, start } = setUp((exact) => ({
      open(hello, heard, signal) {
        sink = heard
        return exact.open(hello, () => {}, signal)
      },
    }))
    const conversation = host.open()
    start()
    await environment.advance(500)
    for (const text of ['a', 'b', 'c', 'd']) desk.record(conversation, 'agent', { kind: 'text', text })
    const [, a, b, c, d] = desk.conversations()[0]?.records ?? []
    const { epoch } = host.commit().cursor ?? { epoch: '' }
    for (const record of [c, a, a, c]) if (record) sink({ t: 'record', conversation, epoch, record })
    await environment.settle()
    expect(host.commit().cursor?.seq).toBe(2)
    if (b) sink({ t: 'record', conversation, epoch, record: b })
    await environment.settle()
    expect(host.commit().cursor?.seq).toBe(4)
    if (d) sink({ t: 'head', conversation, epoch, seq: 5 })
    await environment.advance(250)
    expect(host.commit().records).toEqual(desk.conversations()[0]?.records)
  })

  test('a broadcast that was lost is fetched within a quarter of a second of the verdict', async () => {
    const { environment, host, start } = setUp((exact) => ({
      open: (hello, _sink, signal) => exact.open(hello, () => {}, signal),
    }))
    host.open()
    start()
    await environment.advance(5_000)
    host.put(messageOp('seen?'))
    await environment.advance(250)
    expect(host.commit().commands).toEqual([])
    expect(host.commit().records).toHaveLength(2)
  })

  test('a close that was missed is learnt with the first message that is refused for it', async () => {
    const { environment, desk, host, start } = setUp((exact) => ({
      open: (hello, _sink, signal) => exact.open(hello, () => {}, signal),
    }))
    const conversation = host.open()
    start()
    await environment.advance(1_000)
    desk.record(conversation, 'agent', { kind: 'closed', resolved: true })
    host.put(messageOp('still there?'))
    await environment.advance(100)
    expect(host.told.at(-1)).toBe('closed')
  })

  test('a close that was missed is learnt from the head of the conversation that came after', async () => {
    let sink: (frame: Frame) => void = () => {}
    const { environment, desk, host, start } = setUp((exact) => ({
      open(hello, heard, signal) {
        sink = heard
        return exact.open(hello, () => {}, signal)
      },
    }))
    const conversation = host.open()
    start()
    await environment.advance(1_000)
    desk.record(conversation, 'agent', { kind: 'closed', resolved: true })
    sink({ t: 'head', conversation: 'the next one', epoch: 'e', seq: 1 })
    await environment.advance(300)
    expect(host.told.at(-1)).toBe('closed')
  })

  test('a thousand missed records come page by page', async () => {
    const { environment, desk, host, start } = setUp()
    const conversation = host.open()
    const delivery = start()
    await environment.settle()
    delivery.destroy()
    for (let line = 0; line < 1_000; line++) desk.record(conversation, 'agent', { kind: 'text', text: `${line}` })
    start()
    await environment.advance(1_000)
    expect(host.commit().cursor?.seq).toBe(1_001)
    expect(host.commit().records.length).toBeLessThanOrEqual(200)
    expect(host.commit().records.at(-1)?.fact).toMatchObject({ text: '999' })
  })

  test('a wire that sends but no longer receives is given up within 45 seconds', async () => {
    let opened = 0
    const { environment, host, start } = setUp((exact) => ({
      open(hello, _sink, signal) {
        opened++
        return exact.open(hello, () => {}, signal)
      },
    }))
    host.open()
    start()
    await environment.advance(44_000)
    expect(opened).toBe(1)
    await environment.advance(3_000)
    expect(opened).toBe(2)
  })

  test('waking after a long sleep reconnects before anything is sent', async () => {
    const opened: number[] = []
    const { environment, host, start } = setUp((exact) => ({
      open(hello, sink, signal) {
        opened.push(environment.now())
        return exact.open(hello, sink, signal)
      },
    }))
    host.open()
    const delivery = start()
    await environment.settle()
    environment.setClock(environment.now() + 12 * 3_600_000)
    delivery.wake()
    await environment.settle()
    expect(opened).toHaveLength(2)
    environment.setClock(environment.now() - 366 * 86_400_000)
    delivery.wake()
    await environment.settle()
    expect(opened).toHaveLength(3)
  })

  test.each([
    ['unavailable', 1_000],
    ['rate_limited', 5_000],
  ] as const)('retry: %s is honoured, and the same command goes again', async (code, after) => {
    let refusals = 1
    const at: number[] = []
    const { environment, desk, host, start } = setUp((exact) => ({
      submit(command, sender, signal) {
        at.push(environment.now())
        return refusals-- > 0 ? Promise.resolve({ t: 'retry', code, after }) : exact.submit(command, sender, signal)
      },
    }))
    host.open()
    start()
    await environment.advance(30_000)
    expect(at).toHaveLength(2)
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(after)
    expect(desk.conversations()).toHaveLength(1)
  })

  test('a desk that asks for more than a minute counts as unreachable, and is said so once', async () => {
    const { environment, host, start } = setUp(() => ({
      submit: () => Promise.resolve({ t: 'retry', code: 'rate_limited', after: 300_000 }),
    }))
    host.open()
    start()
    await environment.advance(120_000)
    expect(host.told).toEqual(['desk.unreachable'])
  })

  test('a command refused for good is shown as failed, and the next ones go on', async () => {
    const { environment, desk, host, start } = setUp()
    host.open()
    const long = host.put(messageOp('x'.repeat(4_001)))
    host.put(messageOp('after'))
    start()
    await environment.advance(1_000)
    expect(host.commit().failed).toMatchObject([{ cmid: long, code: 'too_long' }])
    expect(textsOf(desk)).toEqual(['after'])
  })

  test('what was taken by the other way in and lost in a restore before its log was read goes again', async () => {
    const { environment, desk, host, start } = setUp()
    host.open()
    host.put(messageOp('before the restore'))
    host.change((commit) => ({
      ...commit,
      commands: commit.commands.map((command, index) => ({ ...command, seq: index + 1 })),
    }))
    start()
    await environment.advance(5_000)
    expect(textsOf(desk)).toEqual(['before the restore'])
    expect(host.commit().commands).toEqual([])
  })

  test('a verdict on another command than the one that was sent is none', async () => {
    const { environment, host, start } = setUp((exact) => ({
      async submit(command, sender, signal) {
        const verdict = await exact.submit(command, sender, signal)
        const other = host.commit().commands.at(-1)
        return command.op === 'open' && verdict.t === 'committed' && other ? { ...verdict, cmid: other.cmid } : verdict
      },
      open: (hello, _sink, signal) => exact.open({ ...hello, pending: [] }, () => {}, signal),
      page: () => new Promise(() => {}),
    }))
    host.open()
    host.put(messageOp('not sent'))
    start()
    await environment.advance(5_000)
    expect(host.commit().commands.every(({ seq }) => seq === undefined)).toBe(true)
  })

  test('a discarded message whose late copy arrives never appears', async () => {
    const { environment, desk, host, start } = setUp()
    host.open()
    const cmid = host.put(messageOp('never mind'))
    const zombie = host.commit().commands.find((command) => command.cmid === cmid)
    host.change((commit) => discard(commit, cmid, environment.id()))
    host.put(messageOp('this instead'))
    start()
    await environment.advance(1_000)
    const { owner, secret, outbox } = host.commit()
    const sender = { site: 'shop', owner, secret, outbox }
    if (!zombie) throw new Error('nothing was queued')
    expect(await desk.submit(zombie, sender, new AbortController().signal)).toMatchObject({ t: 'rejected', code: 'stale' })
    expect(textsOf(desk)).toEqual(['this instead'])
  })

  test('a desk restored from a backup gets back what it lost, under the same names', async () => {
    const { environment, desk, host, start } = setUp()
    const conversation = host.open()
    start()
    host.put(messageOp('before'))
    await environment.settle()
    const backup = desk.backup()
    host.put(messageOp('lost one'))
    host.put(messageOp('lost two'))
    await environment.settle()
    desk.record(conversation, 'agent', { kind: 'text', text: 'lost answer' })
    await environment.settle()
    desk.restore(backup)
    host.put(messageOp('after'))
    await environment.advance(60_000)
    expect(textsOf(desk)).toEqual(['before', 'lost one', 'lost two', 'after'])
    expect(host.commit().commands).toEqual([])
    expect(host.commit().records).toEqual(desk.conversations()[0]?.records)
  })

  test('a desk that lost the whole conversation gets it opened again', async () => {
    const { environment, desk, host, start } = setUp()
    const empty = desk.backup()
    host.open()
    host.put(messageOp('here I am'))
    start()
    await environment.settle()
    desk.restore(empty)
    await environment.advance(60_000)
    expect(desk.conversations()[0]?.records.map(({ fact }) => fact.kind)).toEqual(['opened', 'text'])
    expect(host.commit().commands).toEqual([])
  })

  test('a throw out of the adapter is a desk that is not there', async () => {
    const { environment, host, start } = setUp(() => ({
      open: () => {
        throw new Error('programmer')
      },
    }))
    host.open()
    start()
    await environment.advance(60_000)
    expect(host.told).toEqual(['desk.unreachable'])
    expect(host.commit().commands).toHaveLength(1)
  })
})

describe('reconnecting', () => {
  test('three refusals say once that the desk is unreachable, and trying goes on', async () => {
    let opened = 0
    const { environment, host, start } = setUp(() => ({
      open: async () => {
        opened++
        return { t: 'refused', code: 'unavailable' }
      },
    }))
    host.open()
    start()
    // Three refusals with full jitter take three seconds at most.
    await environment.advance(3_000)
    expect(host.told).toEqual(['desk.unreachable'])
    await environment.advance(300_000)
    expect(host.told).toEqual(['desk.unreachable'])
    expect(opened).toBeGreaterThan(8)
  })

  test('no answer to hello for thirty seconds says it, too', async () => {
    let opened = 0
    const open: Desk['open'] = () => {
      opened++
      return new Promise(() => {})
    }
    const { environment, host, start } = setUp(() => ({ open }))
    host.open()
    start()
    await environment.advance(9_999)
    expect(opened).toBe(1)
    await environment.advance(20_000)
    expect(opened).toBeGreaterThan(1)
    expect(host.told).toEqual([])
    await environment.advance(1)
    expect(host.told).toEqual(['desk.unreachable'])
  })

  test('K13: a welcome that takes longer than the first patience is waited for longer the next time, with nothing to send, too', async () => {
    const slow = 25_000
    const { environment, desk, host, start } = setUp((exact) => ({
      open: (hello, sink, signal) =>
        new Promise((resolve) => {
          const late = environment.later(() => resolve(exact.open(hello, sink, signal)), slow)
          signal.addEventListener('abort', late)
        }),
    }))
    host.open()
    start()
    await environment.advance(120_000)
    expect(host.shown.at(-1)?.link).toBe('up')
    expect(desk.conversations()).toHaveLength(1)
  })

  test('whoever has waited a minute for a welcome in vain asks again at once, and is through within a minute of a healthy network', async () => {
    let isHealthy = false
    const asked: number[] = []
    const { environment, desk, host, start } = setUp((exact) => ({
      open(hello, sink, signal) {
        asked.push(environment.now())
        return isHealthy ? exact.open(hello, sink, signal) : new Promise(() => {})
      },
    }))
    host.open()
    start()
    while (asked.length < 6) await environment.advance(1_000)
    isHealthy = true
    await environment.advance(61_000)
    expect(desk.conversations()).toHaveLength(1)
  })

  test('a flapping link is tried at most twelve times in any minute, whatever wakes it', async () => {
    const at: number[] = []
    const { environment, host, start } = setUp(() => ({
      open: async () => {
        at.push(environment.now())
        return { t: 'refused', code: 'busy' }
      },
    }))
    host.open()
    const delivery = start()
    for (let second = 0; second < 600; second++) {
      delivery.wake()
      await environment.advance(1_000)
    }
    for (const from of at) expect(at.filter((time) => time >= from && time < from + 60_000).length).toBeLessThanOrEqual(12)
    expect(at.length).toBeGreaterThan(60)
  })

  test('one attempt at a time', async () => {
    let under = 0
    let most = 0
    const { environment, host, start } = setUp(() => ({
      open: (_hello, _sink, signal) => {
        most = Math.max(most, ++under)
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            under--
            resolve({ t: 'refused', code: 'unavailable' })
          })
        })
      },
    }))
    host.open()
    const delivery = start()
    for (let turn = 0; turn < 50; turn++) {
      delivery.wake()
      await environment.advance(3_000)
    }
    expect(most).toBe(1)
  })

  test('a desk that is going away is not asked before it said', async () => {
    const opened: number[] = []
    let sink: (frame: Frame) => void = () => {}
    const { environment, host, start } = setUp((exact) => ({
      open(hello, heard, signal) {
        opened.push(environment.now())
        sink = heard
        return exact.open(hello, heard, signal)
      },
    }))
    host.open()
    start()
    await environment.settle()
    sink({ t: 'going-away', after: 8_000 })
    expect(host.shown.at(-1)?.link).toBe('down')
    await environment.advance(20_000)
    expect(opened).toHaveLength(2)
    expect((opened[1] ?? 0) - (opened[0] ?? 0)).toBeGreaterThanOrEqual(8_000)
  })

  test('a hidden page takes its time', async () => {
    const attempts = async (visible: boolean) => {
      let opened = 0
      const { environment, host, start } = setUp(() => ({
        open: async () => {
          opened++
          return { t: 'refused', code: 'unavailable' }
        },
      }))
      host.visible = visible
      host.open()
      start()
      await environment.advance(3_600_000)
      return opened
    }
    expect(await attempts(true)).toBeGreaterThan(120)
    expect(await attempts(false)).toBeLessThan(60)
  })

  test('a desk that restarts gets everything after it is back', async () => {
    const { environment, desk, host, start } = setUp()
    host.open()
    start()
    await environment.settle()
    desk.hangUp()
    expect(host.shown.at(-1)?.link).toBe('down')
    host.put(messageOp('still here'))
    await environment.settle()
    expect(textsOf(desk)).toEqual(['still here'])
    expect(host.told).toEqual(['queued'])
  })
})

describe('the other way in', () => {
  test('a ticket without any live desk is accepted, and its lines stay in view', async () => {
    const { environment, desk, host, start } = setUp(undefined, ({ submit }) => ({ tickets: { submit } }))
    host.open('ticket')
    host.put(messageOp('one more thing'))
    start()
    await environment.advance(1_000)
    expect(host.told).toEqual(['ticket'])
    expect(host.commit().commands).toEqual([])
    expect(host.commit().records.map(({ fact }) => fact.kind)).toEqual(['opened', 'text'])
    expect(textsOf(desk)).toEqual(['one more thing'])
    expect(environment.timers()).toBe(0)
  })

  test.each([
    ['ends it, too', { op: 'close' } as const],
    ['writes', messageOp('Are you there?')],
  ])('a ticket that was closed from the other side is closed here once the shopper %s', async (_, op) => {
    const { environment, desk, host, start } = setUp(undefined, ({ submit }) => ({ tickets: { submit } }))
    host.open('ticket')
    start()
    await environment.advance(1_000)
    desk.record(host.commit().state.conversation ?? '', 'agent', { kind: 'closed', resolved: true })
    host.put(op)
    await environment.advance(10_000)
    expect(host.told).toEqual(['ticket', 'closed'])
    expect(host.commit()).toMatchObject({ commands: [], failed: [{ op: op.op, code: 'closed' }] })
    expect(environment.timers()).toBe(0)
  })

  test('lets go of what another tab has taken back, and takes what stands behind it', async () => {
    const { environment, desk, host, start } = setUp(undefined, ({ submit }) => ({ tickets: { submit } }))
    host.open('ticket')
    start()
    await environment.advance(1_000)
    const { owner, secret, outbox, n } = host.commit()
    const elsewhere = { site: 'shop', owner, secret, outbox: 'of-another-tab' }
    const other = { conversation: host.commit().state.conversation ?? '', outbox: 'of-another-tab', at: 1 }
    const { signal } = new AbortController()
    await desk.submit({ ...other, op: 'skip', skips: 'never mind', cmid: 'skip', n: 1 }, elsewhere, signal)
    // And its number was taken, too: only what is stale once more under a number of its own was taken back.
    await desk.submit({ ...other, ...messageOp('from there'), cmid: 'there', outbox, n }, { ...elsewhere, outbox }, signal)
    host.put(messageOp('only miscounted'))
    host.put(messageOp('never mind'), 'never mind')
    host.put(messageOp('this instead'))
    await environment.advance(10_000)
    expect(textsOf(desk)).toEqual(['from there', 'only miscounted', 'this instead'])
    expect(host.commit()).toMatchObject({ commands: [], failed: [] })
    expect(environment.timers()).toBe(0)
  })

  test('what the live desk does not take goes as a ticket, with the same name and once', async () => {
    const { environment, desk, host, start } = setUp(
      () => ({ open: async () => ({ t: 'refused', code: 'unavailable' }) }),
      (broken) => ({ desk: broken, tickets: { submit: broken.submit } }),
    )
    host.open('ticket')
    start()
    await environment.advance(5_000)
    expect(desk.conversations()).toHaveLength(1)
    expect(host.told).toContain('ticket')
    expect(host.commit().commands).toMatchObject([{ seq: 1 }])
  })

  test('a ticket desk that is down keeps the ticket, says so, and delivers it later', async () => {
    let down = true
    const { environment, desk, host, start } = setUp(undefined, ({ submit }) => ({
      tickets: { submit: async (...given) => (down ? { t: 'retry', code: 'unavailable' } : submit(...given)) },
    }))
    host.open('ticket')
    start()
    await environment.advance(60_000)
    expect(host.told).toEqual(['desk.unreachable'])
    expect(host.commit().commands).toHaveLength(1)
    down = false
    await environment.advance(60_000)
    expect(desk.conversations()).toHaveLength(1)
    expect(host.told).toEqual(['desk.unreachable', 'ticket'])
    down = true
    host.put(messageOp('one more thing'))
    await environment.advance(60_000)
    expect(host.told).toEqual(['desk.unreachable', 'ticket', 'desk.unreachable'])
  })

  test.each(['at once', 'with its next welcome'])(
    'a conversation that the desk refuses for good, %s, is said to be refused and not that nobody can be reached',
    async (when) => {
      const { environment, host, start } = setUp((desk) => ({
        open: async (hello, sink, signal) => {
          const welcome = await desk.open(hello, sink, signal)
          const verdicts = hello.pending.map(({ cmid }) => ({ t: 'rejected', cmid, code: 'blocked' }) as const)
          return welcome.t === 'welcome' && when !== 'at once' ? { ...welcome, verdicts } : welcome
        },
        submit: async ({ cmid }) => ({ t: 'rejected', cmid, code: 'blocked' }),
      }))
      host.open()
      start()
      await environment.settle()
      expect(host.told).toEqual(['desk.refused'])
      expect(host.commit().failed).toMatchObject([{ op: 'open', code: 'blocked' }])
      await environment.advance(60_000)
      expect(host.told).toEqual(['desk.refused'])
    },
  )

  describe('a desk that welcomes and then hangs up at each command', () => {
    const poisoned = (desk: MemoryDesk): Partial<Desk> => ({
      async submit() {
        desk.hangUp()
        return { t: 'retry', code: 'unavailable' }
      },
    })

    test('is said to be unreachable once, however often it welcomes', async () => {
      const { environment, host, start } = setUp(poisoned)
      host.open()
      start()
      await environment.advance(300_000)
      expect(host.told).toEqual(['desk.unreachable'])
    })

    test('is gone around where there is another way in', async () => {
      const environment = createFakeEnvironment()
      const desk = createMemoryDesk(environment)
      const host = createHost(environment, { desk: { ...desk, ...poisoned(desk) }, tickets: { submit: desk.submit } })
      host.open()
      host.put(messageOp('please'))
      running.push(host.run())
      await environment.advance(60_000)
      expect(textsOf(desk)).toEqual(['please'])
      expect(host.commit().commands).toEqual([])
    })

    test('or that never answers', async () => {
      const { environment, host, start } = setUp(() => ({ submit: () => new Promise<Verdict>(() => {}) }))
      host.open()
      start()
      await environment.advance(600_000)
      expect(host.told).toEqual(['desk.unreachable'])
    })
  })

  describe('a desk that does not know who this is any more', () => {
    const ended =
      (asked: string[]) =>
      (desk: MemoryDesk): Partial<Desk> => ({
        async open(hello, sink, signal) {
          asked.push(hello.sender.owner)
          return hello.sender.owner === asked[0]
            ? { t: 'refused', code: 'auth', why: 'required' }
            : desk.open(hello, sink, signal)
        },
      })

    test('is asked three times, and then the session is over: no more tries, nothing lost, and whoever calls next is new', async () => {
      const asked: string[] = []
      const { environment, desk, host, start } = setUp(ended(asked))
      const conversation = host.open('ticket')
      const cmid = host.put(messageOp('anybody?'))
      start()
      await environment.advance(30_000)
      expect(host.told).toEqual(['desk.refused'])
      expect(host.commit()).toMatchObject({ commands: [], failed: [{ cmid, code: 'forbidden' }], n: 1 })
      await environment.advance(3_600_000)
      expect(asked).toHaveLength(3)
      expect(host.told).toEqual(['desk.refused'])
      host.change((commit) => ({ ...commit, state: { ...commit.state, conversation: null } }))
      expect(host.open()).not.toBe(conversation)
      await environment.advance(60_000)
      expect(new Set(asked).size).toBe(2)
      expect(desk.conversations()).toHaveLength(1)
    })

    test('says so of who is connected, too, and what was sent stays sent', async () => {
      let over = false
      const asked: string[] = []
      const { environment, host, start } = setUp((desk) => ({
        open: (hello, sink, signal) => (over ? (ended(asked)(desk).open as Desk['open']) : desk.open)(hello, sink, signal),
        submit: async (...given) => (over ? { t: 'auth', code: 'required' } : desk.submit(...given)),
      }))
      host.open('ticket')
      host.put(messageOp('arrived'))
      start()
      await environment.advance(5_000)
      over = true
      host.put(messageOp('late'))
      await environment.advance(30_000)
      const { entries, failed, commands } = host.commit()
      expect(entries.map(({ content }) => 'text' in content && content.text)).toEqual(['arrived'])
      expect(failed).toMatchObject([{ content: { text: 'late' } }])
      expect(commands).toEqual([])
      expect(host.told.filter((told) => told.startsWith('desk'))).toEqual(['desk.refused'])
    })

    test('once, by a slip, loses nobody', async () => {
      let slips = 2
      const { environment, desk, host, start } = setUp((exact) => ({
        open: async (...given) => (slips-- > 0 ? { t: 'refused', code: 'auth', why: 'required' } : exact.open(...given)),
      }))
      const before = host.commit().owner
      host.open()
      start()
      await environment.advance(30_000)
      expect(host.told).toEqual(['queued'])
      expect([host.commit().sender, host.commit().owner]).toEqual([undefined, before])
      expect(desk.conversations()).toHaveLength(1)
    })

    test.each([{}, { why: 'expired' as const }])('that does not say for good waits for a better sign-in: %o', async (more) => {
      const { environment, host, start } = setUp(() => ({ open: async () => ({ t: 'refused', code: 'auth', ...more }) }))
      host.open()
      start()
      await environment.advance(600_000)
      expect(host.told).toEqual(['desk.unreachable'])
      expect(host.commit().sender).toBeUndefined()
      expect(host.commit().commands).toHaveLength(1)
    })

    test.each(['required', 'expired'] as const)('who is welcome and told %s at each command is not new to it', async (code) => {
      let opened = 0
      const { environment, host, start } = setUp((desk) => ({
        open: (...given) => {
          opened++
          return desk.open(...given)
        },
        submit: async () => ({ t: 'auth', code }),
      }))
      host.open()
      start()
      await environment.advance(600_000)
      expect(new Set(host.told)).toEqual(new Set(['desk.unreachable']))
      expect(host.commit().sender).toBeUndefined()
      expect(host.commit().commands).toHaveLength(1)
      expect(opened).toBeLessThan(14)
    })
  })

  test('an expired sign-in says that the desk is unreachable and loses nothing', async () => {
    const { environment, host, start } = setUp(() => ({ submit: async () => ({ t: 'auth', code: 'expired' }) }))
    host.open()
    start()
    await environment.advance(10_000)
    expect(host.told).toEqual(['desk.unreachable'])
    expect(host.commit().commands).toHaveLength(1)
  })
})

describe('destroy', () => {
  test.each([0, 1, 10, 400, 11_000, 46_000])('leaves no timer and no late callback after %i ms', async (ms) => {
    const { environment, desk, host, start } = setUp()
    const conversation = host.open()
    const delivery = start()
    await environment.advance(ms)
    delivery.destroy()
    const { shown, told } = host
    const before = [shown.length, told.length]
    expect(environment.timers()).toBe(0)
    desk.record(conversation, 'agent', { kind: 'text', text: 'late' })
    delivery.wake()
    await environment.advance(120_000)
    expect([shown.length, told.length]).toEqual(before)
    expect(environment.timers()).toBe(0)
  })

  test('and what an old wire still says is not heard', async () => {
    let sink: (frame: Frame) => void = () => {}
    const { environment, host, start } = setUp((exact) => ({
      open(hello, heard, signal) {
        sink = heard
        return exact.open(hello, heard, signal)
      },
    }))
    const conversation = host.open()
    const delivery = start()
    await environment.settle()
    delivery.destroy()
    const shown = host.shown.length
    sink({ t: 'hint', hint: { type: 'typing', conversation, by: 'agent' } })
    sink({ t: 'down' })
    await environment.settle()
    expect([host.shown.length, environment.timers()]).toEqual([shown, 0])
  })

  test('while hello waits, too', async () => {
    const { environment, host, start } = setUp(() => ({ open: () => new Promise(() => {}) }))
    host.open()
    const delivery = start()
    await environment.settle()
    delivery.destroy()
    expect(environment.timers()).toBe(0)
  })
})
