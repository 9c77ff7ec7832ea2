import type { Id } from '../conversation/entry.js'
import { NO_EPOCH } from '../delivery/log.js'
import type { Cursor, Op, Page } from '../delivery/protocol.js'
import { LIMITS } from '../limits.js'
import type { Given, Promised } from './adapter-contract.js'
import { messageOp, openOp } from './blank-commit.js'
import { comesIn, committed, deskOf, never, newId, rejected, type Shopper, textsOf } from './contract-shopper.js'
import { answer, demand, demandSame } from './demand.js'

/** An epoch that a desk has had once. */
const OLD_EPOCH = 'an-epoch-that-is-long-gone'

/**
 * Where two desks that are both right about what happens every day may differ: the ends of conversations, discards that lose their
 * race, and logs that a restored backup does not have. Every exact desk answers the same here.
 */
export const deskEdges: readonly Promised[] = [
  edge('what is closed already is not closed again: `closed`, and no record', async (shopper) => {
    const conversation = await shopper.open()
    committed(await shopper.submit(shopper.next({ op: 'close' }, conversation)))
    const { head } = await shopper.page(conversation)
    rejected(await shopper.submit(shopper.next({ op: 'close' }, conversation)), 'closed')
    rejected(await shopper.submit(shopper.next({ op: 'defer' }, conversation)), 'closed')
    demandSame((await shopper.page(conversation)).head, head, 'something was written behind the end')
  }),
  edge('the name of somebody else’s conversation opens nothing', async (shopper, given) => {
    const conversation = await shopper.open()
    const stranger = await comesIn(given)
    rejected(await stranger.submit(stranger.next(openOp(conversation), conversation)), 'invalid')
    await stranger.open()
    stranger.leave()
  }),
  ...(['message', 'close', 'defer', 'rate'] as const).map((op) =>
    edge(`a \`${op}\` to where nothing is, or somebody else’s is, is forbidden and uses its number up`, (shopper, given) =>
      isForbidden(op, shopper, given),
    ),
  ),
  edge('what is said to an `open` that has joined another follows it there', async (shopper) => {
    const conversation = await shopper.open()
    const second = newId()
    committed(await shopper.submit(shopper.next(openOp(second), second)))
    const verdict = committed(await shopper.say('to the second', second))
    demandSame(verdict.conversation, conversation, 'where it was written')
    demandSame(textsOf(await shopper.page(conversation)), ['to the second'], 'the joined conversation')
  }),
  edge('a skip of what is committed has lost its race: `stale`, and the line stays', async (shopper) => {
    const conversation = await shopper.open()
    const message = shopper.next(messageOp('too fast'), conversation)
    const first = committed(await shopper.submit(message))
    rejected(await shopper.submit(shopper.next({ op: 'skip', skips: message.cmid }, conversation)), 'stale')
    const copy = committed(await shopper.submit(message))
    demandSame([copy.seq, copy.dup], [first.seq, true], 'a copy of what could not be taken back')
  }),
  edge('a skip of what was refused is taken, and a copy is stale', async (shopper) => {
    const conversation = await shopper.open()
    const long = shopper.next(messageOp('x'.repeat(LIMITS.message + 1)), conversation)
    rejected(await shopper.submit(long), 'too_long')
    committed(await shopper.submit(shopper.next({ op: 'skip', skips: long.cmid }, conversation)))
    rejected(await shopper.submit(long), 'stale')
  }),
  edge(
    'who has read what is not here, after a restore, hears that it is gone: `reset`, and an epoch of no log',
    async (shopper, given) => {
      const read = { conversation: newId(), epoch: OLD_EPOCH, seq: 2 }
      for (const from of [{ after: read }, { before: read }]) isGone(await pageOf(given, shopper, from), read)
      const gone = await pageOf(given, shopper, { after: read })
      committed(await shopper.submit(shopper.next(openOp(read.conversation), read.conversation)))
      const begun = await pageOf(given, shopper, { after: { ...read, epoch: gone.epoch, seq: 0 } })
      demand(begun.epoch !== gone.epoch && begun.epoch !== OLD_EPOCH, 'a log that has begun has the epoch of one that is gone')
      demandSame([begun.reset, begun.records[0]?.seq], [true, 1], 'the log that has begun')
    },
  ),
  edge('what came before a cursor of another epoch is the log from its start, with `reset`', async (shopper, given) => {
    const conversation = await shopper.open()
    committed(await shopper.say('a', conversation))
    const page = await pageOf(given, shopper, { before: { conversation, epoch: OLD_EPOCH, seq: 2 } })
    demandSame([page.reset, textsOf(page)], [true, ['a']], 'another epoch')
  }),
  edge(
    'who has read nothing of what is not here hears of nothing, and is not to throw away what has begun since',
    async (shopper, given) => {
      const fresh = { conversation: newId(), epoch: NO_EPOCH, seq: 0 }
      const { reset, records, head, epoch } = await pageOf(given, shopper, { after: fresh })
      demandSame([reset, records, head, epoch], [undefined, [], 0, NO_EPOCH], 'the page of nothing')
    },
  ),
  edge('somebody else’s log is as gone as one that is not here', async (shopper, given) => {
    const conversation = await shopper.open()
    const { epoch } = await shopper.page(conversation)
    const stranger = await comesIn(given)
    for (const seq of [0, 1]) {
      const look = async (name: Id) => {
        const page = await pageOf(given, stranger, { after: { conversation: name, epoch, seq } })
        return { ...page, conversation: '' }
      }
      demandSame(await look(conversation), await look(newId()), 'what a stranger is told')
    }
    stranger.leave()
  }),
  edge(
    'hello says of a log that is not here that it is gone, to who has read it, and nothing to who has not',
    async (shopper, given) => {
      const [read, fresh] = [newId(), newId()]
      const record = { seq: 2, at: 0, by: 'desk', fact: { kind: 'closed', resolved: true } } as const
      const cursors: Page[] = [
        { conversation: read, epoch: OLD_EPOCH, records: [record], head: 2 },
        { conversation: fresh, epoch: NO_EPOCH, records: [], head: 0 },
      ]
      const again = await comesIn(given, shopper.sender, cursors)
      const [page, ...others] = again.welcome.pages
      demand(page !== undefined, 'hello says nothing of a log that is not here')
      isGone(page, { conversation: read, epoch: OLD_EPOCH })
      demandSame(others, [], 'hello speaks of what nobody has read')
      again.leave()
    },
  ),
  edge('hello brings the log of what was pending, also where that is closed by now', async (shopper, given) => {
    const conversation = await shopper.open()
    const close = shopper.next({ op: 'close' }, conversation)
    committed(await shopper.submit(close))
    const again = await comesIn(given, shopper.sender, [], [close])
    const [page] = again.welcome.pages
    demandSame([page?.conversation, page?.records.at(-1)?.cmid], [conversation, close.cmid], 'the log of what was pending')
    demandSame(page?.reset, undefined, 'who has read nothing has nothing to throw away')
    again.leave()
  }),
]

/** A promise of exact desks, of a shopper who has come in. */
function edge(name: string, play: (shopper: Shopper, given: Given) => Promise<void>): Promised {
  return {
    name: `exact: ${name}`,
    async run(given) {
      const shopper = await comesIn(given)
      await play(shopper, given)
      shopper.leave()
    },
  }
}

const OPS: Readonly<Record<'message' | 'close' | 'defer' | 'rate', Op>> = {
  message: messageOp('anybody?'),
  close: { op: 'close' },
  defer: { op: 'defer' },
  rate: { op: 'rate', score: 1 },
}

async function isForbidden(op: keyof typeof OPS, shopper: Shopper, given: Given): Promise<void> {
  const other = await comesIn(given)
  const theirs = await other.open()
  for (const conversation of [newId(), theirs]) rejected(await shopper.submit(shopper.next(OPS[op], conversation)), 'forbidden')
  await shopper.open()
  other.leave()
}

function isGone(page: Page, { conversation, epoch }: Pick<Cursor, 'conversation' | 'epoch'>): void {
  const { records, head, reset } = page
  demandSame([page.conversation, records, head, reset], [conversation, [], 0, true], 'a log that is not here any more')
  demand(page.epoch !== epoch && page.epoch !== NO_EPOCH, 'a log that is gone has the epoch of the one that was read')
}

async function pageOf(
  given: Given,
  { sender }: Shopper,
  from: { readonly after: Cursor } | { readonly before: Cursor },
): Promise<Page> {
  const page = await answer('page', deskOf(given).page(from, sender, never()))
  demand(!('t' in page), `a page was refused (${JSON.stringify(page)})`)
  return page
}
