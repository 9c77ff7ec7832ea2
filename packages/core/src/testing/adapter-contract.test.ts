import { describe, expect, test } from 'vitest'
import type { Classifier, Desk, Orders } from '../adapter.js'
import { demoAdapter } from '../adapters/demo.js'
import { createMemoryDesk } from '../desk/memory-desk.js'
import { platform } from '../environment.js'
import type { Order } from '../facts/order.js'
import { adapterContract } from './adapter-contract.js'

/** The names of the promises that a desk breaks. */
async function broken(lie: (desk: Desk) => Partial<Desk>): Promise<readonly string[]> {
  const checks = await adapterContract(() => {
    const honest = createMemoryDesk(platform)
    return { adapter: { desk: { ...honest, ...lie(honest) } } }
  })
  const names: string[] = []
  for (const { name, run } of checks) await run().catch(() => names.push(name))
  return names
}

const anew = () => crypto.randomUUID()

describe('a lying classifier is caught', () => {
  const brokenBy = async (classify: Classifier['classify']): Promise<number> => {
    const checks = await adapterContract(() => ({ adapter: { classifier: { classify } } }))
    const outcomes = await Promise.allSettled(checks.map(({ run }) => run()))
    return outcomes.filter(({ status }) => status === 'rejected').length
  }
  const opinion = { to: 'faq', score: 0.7 } as const
  const heard = <Answer>(signal: AbortSignal, answer: Answer): Answer => {
    signal.throwIfAborted()
    return answer
  }

  test.each<[string, number, Classifier['classify']]>([
    ['an honest one is not', 0, async (_, __, signal) => heard(signal, opinion)],
    ['nor one without opinions', 0, async (_, __, signal) => heard(signal, null)],
    ['surer than sure', 1, async (_, __, signal) => heard(signal, { ...opinion, score: 70 })],
    ['answers after all', 1, async () => opinion],
  ])('%s', async (_, count, classify) => {
    expect(await brokenBy(classify)).toBe(count)
  })
})

describe('an order that the chat does not take as it is, is told', () => {
  const AT = Date.UTC(2026, 0, 2)
  const honest = { number: '1001', placed: AT, parcels: [{ reached: { ordered: AT } }] }
  const brokenBy = async (order: unknown): Promise<string> => {
    const find: Orders['find'] = async ({ number, email }, signal) => {
      signal.throwIfAborted()
      return number === '1001' && email === 'sam@example.com' ? (order as Order) : null
    }
    const subject = { adapter: { orders: { find } }, order: { number: '1001', email: 'sam@example.com' } }
    const checks = await adapterContract(() => subject)
    const told = await Promise.allSettled(checks.map(({ run }) => run()))
    return told.flatMap((one) => (one.status === 'rejected' ? [String(one.reason.message)] : [])).join(' ')
  }

  test.each<[string, unknown, string]>([
    ['an honest one is not', honest, ''],
    ['dates as texts', { ...honest, placed: '2026-01-02' }, '"placed" should be milliseconds since 1970, and is "2026-01-02"'],
    [
      'yesterday',
      { ...honest, parcels: [{ reached: { shipped: 'yesterday' } }] },
      '"parcels/0/reached/shipped" should be milliseconds since 1970, and is "yesterday"',
    ],
    ['another order', { ...honest, number: '1002' }, 'another order was found: got "1002", wanted "1001"'],
  ])('%s', async (_, order, says) => {
    expect(await brokenBy(order)).toBe(says && `Broken contract: ${says}.`)
  })
})

describe('a lying desk is caught', () => {
  test('an honest one is not', async () => {
    expect(await broken(() => ({}))).toEqual([])
  })

  test.each<[string, string, (desk: Desk) => Partial<Desk>]>([
    [
      'says committed and writes nothing',
      'desk: what is committed is in the log, under its cmid, and comes as a frame',
      ({ submit }) => ({
        submit: async (command, sender, signal) =>
          command.op === 'message'
            ? { t: 'committed', cmid: command.cmid, conversation: command.conversation, seq: command.n, at: 0, dup: false }
            : submit(command, sender, signal),
      }),
    ],
    [
      'says committed and forgets: what it took is gone with the wire',
      'exact: hello brings what was missed, and the verdicts on what was pending',
      () => {
        let present = createMemoryDesk(platform)
        return {
          open: (hello, sink, signal) => {
            present = createMemoryDesk(platform)
            return present.open(hello, sink, signal)
          },
          submit: (...given) => present.submit(...given),
          page: (...given) => present.page(...given),
        }
      },
    ],
    [
      'says exact and makes two records of one cmid when copies cross',
      'exact: twenty copies at once are one record',
      ({ submit }) => {
        const decided = new Set<string>()
        let n = 0
        return {
          // It looks first and writes later, as without a transaction: whoever comes in between has not been seen.
          submit: async (command, sender, signal) => {
            const isNew = !decided.has(command.cmid)
            await new Promise((resolve) => setTimeout(resolve))
            decided.add(command.cmid)
            return submit(isNew ? { ...command, cmid: anew(), n: ++n } : command, sender, signal)
          },
        }
      },
    ],
    [
      'tells apart copies by nothing',
      'desk: the same command twice is one record',
      ({ submit }) => {
        let n = 0
        return { submit: (command, sender, signal) => submit({ ...command, cmid: anew(), n: ++n }, sender, signal) }
      },
    ],
    [
      'takes any body for a known cmid',
      'exact: the same cmid with another text is a conflict, and nothing is written',
      ({ submit }) => ({
        submit: async (command, sender, signal) => {
          const verdict = await submit(command, sender, signal)
          return verdict.t === 'rejected' && verdict.code === 'conflict'
            ? submit({ ...command, cmid: anew() }, sender, signal)
            : verdict
        },
      }),
    ],
    [
      'does not count',
      'exact: a number too far ahead is a gap, and says what is expected',
      ({ submit }) => ({
        submit: (command, sender, signal) => submit({ ...command, outbox: command.cmid, n: 1 }, sender, signal),
      }),
    ],
    [
      'forgets where a cursor stood',
      'exact: seq counts 1, 2, 3 …, and a page after a cursor is what follows it',
      ({ page }) => ({
        page: (from, sender, signal) => page('after' in from ? { after: { ...from.after, seq: 0 } } : from, sender, signal),
      }),
    ],
    [
      'broadcasts nothing',
      'desk: what is committed is in the log, under its cmid, and comes as a frame',
      ({ open }) => ({ open: (hello, _sink, signal) => open(hello, () => {}, signal) }),
    ],
    [
      'keeps talking to who has left',
      'desk: after leaving, nothing is heard any more',
      ({ open }) => ({ open: (hello, sink) => open(hello, sink, new AbortController().signal) }),
    ],
    [
      'throws at an abort',
      'desk: an aborted submit is `retry`, not a throw',
      ({ submit }) => ({
        submit: async (command, sender, signal) => {
          signal.throwIfAborted()
          return submit(command, sender, signal)
        },
      }),
    ],
    [
      'does not ask for the secret',
      'exact: another secret for a known owner is refused, on every call',
      ({ open, submit }) => ({
        open: (hello, sink, signal) => open({ ...hello, sender: { ...hello.sender, secret: 'all' } }, sink, signal),
        submit: (command, sender, signal) => submit(command, { ...sender, secret: 'all' }, signal),
      }),
    ],
    [
      'brings nothing with its welcome',
      'exact: hello brings what was missed, and the verdicts on what was pending',
      ({ open }) => ({
        open: async (...given) => {
          const answer = await open(...given)
          return answer.t === 'welcome' ? { ...answer, pages: [], verdicts: [] } : answer
        },
      }),
    ],
    [
      'refuses the page of a log that a restore has taken',
      'exact: who has read what is not here, after a restore, hears that it is gone: `reset`, and an epoch of no log',
      ({ page }) => ({
        page: async (...given) => {
          const answer = await page(...given)
          return 'head' in answer && answer.head === 0 ? { t: 'refused', code: 'invalid' } : answer
        },
      }),
    ],
    [
      'throws away what has begun, for who has read nothing yet',
      'exact: who has read nothing of what is not here hears of nothing, and is not to throw away what has begun since',
      ({ page }) => ({
        page: async (...given) => {
          const answer = await page(...given)
          return 'head' in answer && answer.head === 0 ? { ...answer, epoch: anew(), reset: true } : answer
        },
      }),
    ],
    [
      'calls a close committed where another was first',
      'exact: what is closed already is not closed again: `closed`, and no record',
      ({ submit }) => ({
        submit: async (command, sender, signal) => {
          const verdict = await submit(command, sender, signal)
          if (verdict.t !== 'rejected' || verdict.code !== 'closed') return verdict
          const { cmid, conversation } = command
          return { t: 'committed', cmid, conversation, seq: 1, at: 0, dup: false }
        },
      }),
    ],
    [
      'never answers',
      'exact: a used number with an unknown cmid is stale',
      ({ submit }) => ({
        submit: async (command, sender, signal) => {
          const verdict = await submit(command, sender, signal)
          return verdict.t === 'rejected' ? { t: 'retry', code: 'unavailable' } : verdict
        },
      }),
    ],
  ])('one that %s breaks: %s', async (_lie, promise, lie) => {
    expect(await broken(lie)).toContain(promise)
  })
})

test('an adapter that shows more of an order than we know is caught', async () => {
  const checks = await adapterContract(() => {
    const { orders } = demoAdapter({ script: null })
    const find: typeof orders.find = async (...given) => {
      const order = await orders.find(...given)
      return order && { ...order, street: 'Elm Street 1' }
    }
    return { adapter: { orders: { find } }, order: { number: '1001', email: 'sam@example.com' } }
  })
  await expect(checks[0]?.run()).rejects.toThrow('street')
})

test('an adapter without any capability is no adapter', async () => {
  await expect(adapterContract(() => ({ adapter: {} }))).rejects.toThrow('without any capability')
})
