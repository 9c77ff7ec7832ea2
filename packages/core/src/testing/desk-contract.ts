import type { Adapter } from '../adapter.js'
import { NO_EPOCH } from '../delivery/log.js'
import { type Command, type Op, type Page, PROTOCOL, type Sender } from '../delivery/protocol.js'
import { LIMITS } from '../limits.js'
import type { Given, Promised } from './adapter-contract.js'
import { messageOp, openOp } from './blank-commit.js'
import { comesIn, committed, deskOf, never, newId, rejected, textsOf } from './contract-shopper.js'
import { answer, demand, demandSame } from './demand.js'
import { deskEdges } from './desk-edges.js'

/** What a desk, or a way in for tickets, promises. An `exact` desk promises more than one that relays. */
export function deskContract({ desk, tickets }: Adapter): readonly Promised[] {
  return [
    ...(desk ? everyDesk : []),
    ...(desk?.guarantee === 'exact' ? [...exactDesk, ...deskEdges] : []),
    ...(!desk && tickets ? ticketsAlone : []),
    ...(desk && tickets ? bothWays : []),
  ]
}

const everyDesk: readonly Promised[] = [
  {
    name: 'desk: what is committed is in the log, under its cmid, and comes as a frame',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const verdict = committed(await shopper.say('hello', conversation))
      const { records } = await shopper.page(conversation)
      const record = records.find(({ cmid }) => cmid === verdict.cmid)
      demandSame(
        [record?.seq, record?.fact],
        [verdict.seq, { kind: 'text', text: 'hello' }],
        'the log does not hold what was committed',
      )
      await arrives(given, () => shopper.frames.some((frame) => frame.t === 'record' && frame.record.cmid === verdict.cmid))
      shopper.leave()
    },
  },
  {
    name: 'desk: the same command twice is one record',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const command = shopper.next(messageOp('once'), conversation)
      const first = committed(await shopper.submit(command))
      const second = committed(await shopper.submit(command))
      demandSame([second.seq, second.dup], [first.seq, true], 'a copy is not answered like the first')
      demandSame(textsOf(await shopper.page(conversation)), ['once'], 'a copy was written')
      shopper.leave()
    },
  },
  {
    name: 'desk: an aborted submit is `retry`, not a throw',
    async run(given) {
      const shopper = await comesIn(given)
      const command = shopper.next(openOp(newId()), newId())
      const verdict = await answer('submit', deskOf(given).submit(command, shopper.sender, AbortSignal.abort()))
      demandSame(verdict.t, 'retry', 'an aborted submit')
      shopper.leave()
    },
  },
  {
    name: 'desk: after leaving, nothing is heard any more',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      shopper.leave()
      const heard = shopper.frames.length
      const again = await comesIn(given, shopper.sender)
      await again.submit({ ...again.next(messageOp('later'), conversation), n: 2 })
      await again.page(conversation)
      demandSame(shopper.frames.slice(heard), [], 'a wire that was left still speaks')
      again.leave()
    },
  },
]

const exactDesk: readonly Promised[] = [
  {
    name: 'exact: twenty copies at once are one record',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const command = shopper.next(messageOp('once'), conversation)
      const verdicts = await Promise.all(Array.from({ length: 20 }, () => shopper.submit(command)))
      const seqs = new Set(verdicts.map((verdict) => committed(verdict).seq))
      demandSame(seqs.size, 1, 'copies got different places')
      demandSame(textsOf(await shopper.page(conversation)), ['once'], 'copies were written')
      shopper.leave()
    },
  },
  {
    name: 'exact: the same cmid with another text is a conflict, and nothing is written',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const command = shopper.next(messageOp('one'), conversation)
      committed(await shopper.submit(command))
      rejected(await shopper.submit({ ...command, ...messageOp('two') }), 'conflict')
      demandSame(textsOf(await shopper.page(conversation)), ['one'], 'a conflict was written')
      shopper.leave()
    },
  },
  {
    name: 'exact: a copy that was numbered anew is still the same command',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const command = shopper.next(messageOp('once'), conversation)
      const first = committed(await shopper.submit(command))
      const second = committed(await shopper.submit({ ...command, outbox: newId(), n: 1 }))
      demandSame([second.seq, second.dup], [first.seq, true], 'a renumbered copy is not answered like the first')
      shopper.leave()
    },
  },
  {
    name: 'exact: a number too far ahead is a gap, and says what is expected',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const missing = shopper.next(messageOp('two'), conversation)
      const ahead = shopper.next(messageOp('three'), conversation)
      const verdict = await shopper.submit(ahead)
      demandSame([verdict.t, 'code' in verdict && verdict.code], ['retry', 'gap'], 'a gap')
      demandSame('expectedN' in verdict && verdict.expectedN, missing.n, 'what is expected')
      committed(await shopper.submit(missing))
      committed(await shopper.submit(ahead))
      demandSame(
        textsOf(await shopper.page(conversation)),
        ['two', 'three'],
        'the order of the outbox is not the order of the log',
      )
      shopper.leave()
    },
  },
  {
    name: 'exact: a used number with an unknown cmid is stale',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const command = shopper.next(messageOp('one'), conversation)
      committed(await shopper.submit(command))
      rejected(await shopper.submit({ ...command, cmid: newId() }), 'stale')
      shopper.leave()
    },
  },
  {
    name: 'exact: a refusal for good uses its number up, and the next command goes on',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const long = shopper.next(messageOp('x'.repeat(LIMITS.message + 1)), conversation)
      rejected(await shopper.submit(long), 'too_long')
      rejected(await shopper.submit(long), 'too_long')
      committed(await shopper.say('short', conversation))
      shopper.leave()
    },
  },
  {
    name: 'exact: a skipped command whose late copy arrives is stale',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const zombie = shopper.next(messageOp('never mind'), conversation)
      committed(await shopper.submit({ ...zombie, op: 'skip', skips: zombie.cmid, cmid: newId() } as Command))
      rejected(await shopper.submit(zombie), 'stale')
      rejected(await shopper.submit({ ...zombie, outbox: newId(), n: 1 }), 'stale')
      demandSame(textsOf(await shopper.page(conversation)), [], 'a skipped command was written')
      shopper.leave()
    },
  },
  {
    name: 'exact: seq counts 1, 2, 3 …, and a page after a cursor is what follows it',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      for (const text of ['a', 'b', 'c']) committed(await shopper.say(text, conversation))
      const all = await shopper.page(conversation)
      demandSame(
        seqsOf(all),
        Array.from(all.records, (_, index) => index + 1),
        'seq has gaps',
      )
      demandSame(all.head, all.records.length, 'head is not the highest seq')
      const rest = await shopper.page(conversation, 2, all.epoch)
      demandSame(rest.records, all.records.slice(2), 'a page after a cursor')
      shopper.leave()
    },
  },
  {
    name: 'exact: a long log comes in pages that join without a gap',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      for (let line = 0; line < LIMITS.page + 20; line++) committed(await shopper.say(`${line}`, conversation))
      const first = await shopper.page(conversation)
      demand(first.records.length <= LIMITS.page, 'a page of more than a hundred records')
      const second = await shopper.page(conversation, first.records.length, first.epoch)
      demandSame(second.records[0]?.seq, first.records.length + 1, 'pages do not join')
      demandSame(textsOf(first).length + textsOf(second).length, LIMITS.page + 20, 'a page lost something')
      shopper.leave()
    },
  },
  {
    name: 'exact: a cursor of another epoch gets the log from its start, with `reset`',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      committed(await shopper.say('a', conversation))
      const page = await shopper.page(conversation, 2, 'an-epoch-that-is-long-gone')
      demandSame([page.reset, page.records[0]?.seq], [true, 1], 'another epoch')
      shopper.leave()
    },
  },
  {
    name: 'exact: there is one open conversation per shopper; a second `open` joins it and says so',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const other = await comesIn(given, { ...shopper.sender, outbox: newId() })
      const second = newId()
      const verdict = committed(await other.submit(other.next(openOp(second), second)))
      demandSame(verdict.conversation, conversation, 'a second conversation was opened')
      committed(await other.say('from the other tab', conversation))
      demandSame(textsOf(await shopper.page(conversation)), ['from the other tab'], 'the joined conversation')
      shopper.leave()
      other.leave()
    },
  },
  {
    name: 'exact: a closed conversation takes no message, and the next `open` is a new one',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      committed(await shopper.submit(shopper.next({ op: 'close' }, conversation)))
      rejected(await shopper.say('too late', conversation), 'closed')
      committed(await shopper.submit(shopper.next({ op: 'rate', score: 4 }, conversation)))
      demand((await shopper.open()) !== conversation, 'a closed conversation was opened again')
      shopper.leave()
    },
  },
  {
    name: 'exact: a copy that was numbered anew uses its number up, so that the next one follows',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const command = shopper.next(messageOp('once'), conversation)
      committed(await shopper.submit(command))
      const outbox = newId()
      const copy = committed(await shopper.submit({ ...command, outbox, n: 1 }))
      demandSame(copy.dup, true, 'a copy under another outbox')
      committed(await shopper.submit({ ...shopper.next(messageOp('next'), conversation), outbox, n: 2 }))
      shopper.leave()
    },
  },
  {
    name: 'exact: hello brings what was missed, and the verdicts on what was pending',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const seen = await shopper.page(conversation)
      const lost = shopper.next(messageOp('did it arrive?'), conversation)
      const verdict = committed(await shopper.submit(lost))
      shopper.leave()
      const again = await comesIn(given, shopper.sender, [seen], [lost])
      demandSame(again.welcome.expectedN, lost.n + 1, 'the next number')
      demand(
        again.welcome.verdicts.some((one) => one.t === 'committed' && one.cmid === lost.cmid && one.seq === verdict.seq),
        'no verdict on what was pending',
      )
      const missed = again.welcome.pages.find((page) => page.conversation === conversation)
      demandSame(missed?.records[0]?.seq, seen.records.length + 1, 'what was missed')
      again.leave()
    },
  },
  {
    name: 'exact: another secret for a known owner is refused, on every call',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const thief: Sender = { ...shopper.sender, secret: newId() + newId() }
      const desk = deskOf(given)
      const hello = { v: PROTOCOL, sender: thief, tab: newId(), cursors: [], pending: [] } as const
      const refusal = await answer(
        'hello',
        desk.open(hello, () => {}, never()),
      )
      demandSame([refusal.t, 'code' in refusal && refusal.code], ['refused', 'auth'], 'a thief at the door')
      const command: Command = { ...messageOp('mine now'), cmid: newId(), conversation, outbox: newId(), n: 1, at: 0 }
      const verdict = await answer('submit', desk.submit(command, thief, never()))
      demand(verdict.t !== 'committed', "somebody else's words were taken")
      shopper.leave()
    },
  },
  {
    name: "exact: somebody else's conversation looks like none",
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      committed(await shopper.say('private', conversation))
      shopper.leave()
      const stranger = await comesIn(given)
      const theirs = await answer(
        'page',
        deskOf(given).page({ after: { conversation, epoch: NO_EPOCH, seq: 0 } }, stranger.sender, never()),
      )
      demand('t' in theirs || theirs.records.length === 0, "somebody else's records were shown")
      demand((await stranger.say('me too', conversation)).t === 'rejected', "a message to somebody else's conversation was taken")
      stranger.leave()
    },
  },
]

const ticketsAlone: readonly Promised[] = [
  {
    name: 'tickets: a ticket is taken once, and what is added to it in order',
    async run({ adapter: { tickets }, sender }) {
      const from = sender()
      const conversation = newId()
      const submit = (op: Op, n: number, cmid = newId()) => {
        const command: Command = { ...op, cmid, conversation, outbox: from.outbox, n, at: 0 }
        return async () => tickets && committed(await answer('submit', tickets.submit(command, from, never())))
      }
      const open = submit(openOp(conversation, 'ticket'), 1, conversation)
      const first = await open()
      const copy = await open()
      demandSame([copy?.seq, copy?.dup], [first?.seq, true], 'a copy is not answered like the first')
      const more = await submit(messageOp('one more thing'), 2)()
      demand((more?.seq ?? 0) > (first?.seq ?? 0), 'what was added is not behind the ticket')
    },
  },
  {
    name: 'tickets: an aborted submit is `retry`, not a throw',
    async run({ adapter: { tickets }, sender }) {
      const from = sender()
      const conversation = newId()
      const command: Command = {
        ...openOp(conversation, 'ticket'),
        cmid: conversation,
        conversation,
        outbox: from.outbox,
        n: 1,
        at: 0,
      }
      demandSame((await tickets?.submit(command, from, AbortSignal.abort()))?.t, 'retry', 'an aborted submit')
    },
  },
]

const bothWays: readonly Promised[] = [
  {
    name: 'desk and tickets: two ways to one log, exchangeable in the middle of a queue',
    async run(given) {
      const shopper = await comesIn(given)
      const conversation = await shopper.open()
      const command = shopper.next(messageOp('by the other way'), conversation)
      const { tickets } = given.adapter
      demand(tickets !== undefined, 'no tickets')
      const first = committed(await answer('submit', tickets.submit(command, shopper.sender, never())))
      const second = committed(await shopper.submit(command))
      demandSame([second.seq, second.dup], [first.seq, true], 'a copy by the other way is not answered like the first')
      committed(await shopper.say('and back', conversation))
      demandSame(textsOf(await shopper.page(conversation)), ['by the other way', 'and back'], 'two ways are two logs')
      shopper.leave()
    },
  },
]

function seqsOf({ records }: Page): readonly number[] {
  return records.map(({ seq }) => seq)
}

/** Waits, as the subject can, until it is so. */
async function arrives({ arrives: wait }: Given, so: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !so(); turn++) await (wait ? wait() : Promise.resolve())
  demand(so(), 'the record did not come as a frame')
}
