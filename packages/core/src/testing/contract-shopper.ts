import type { Desk } from '../adapter.js'
import type { Id } from '../conversation/entry.js'
import { NO_EPOCH } from '../delivery/log.js'
import {
  type Command,
  type Frame,
  type Op,
  type Page,
  PROTOCOL,
  type Sender,
  type Verdict,
  type Welcome,
} from '../delivery/protocol.js'
import type { Given } from './adapter-contract.js'
import { messageOp, openOp } from './blank-commit.js'
import { answer, demand, demandSame } from './demand.js'

/** A shopper in front of the desk: hands over commands, counts them, and hears frames. */
export interface Shopper {
  readonly sender: Sender
  readonly frames: readonly Frame[]
  readonly welcome: Welcome
  /** The next command, not yet handed over. */
  next(op: Op, conversation: Id): Command
  submit(command: Command): Promise<Verdict>
  /** Opens a conversation; its name as the desk has it. */
  open(): Promise<Id>
  say(text: string, conversation: Id): Promise<Verdict>
  page(conversation: Id, seq?: number, epoch?: Id): Promise<Page>
  leave(): void
}

/** The signal of a call that nobody gives up. */
export const never = () => new AbortController().signal
/** A name that nothing has yet. */
export const newId = () => crypto.randomUUID().replaceAll('-', '')

/** A shopper who has been welcomed; `cursors` are pages up to whose end they have read. */
export async function comesIn(
  given: Given,
  sender = given.sender(),
  cursors: Page[] = [],
  pending: Command[] = [],
): Promise<Shopper> {
  const desk = deskOf(given)
  const controller = new AbortController()
  const frames: Frame[] = []
  let n = 1
  const welcome = await answer(
    'hello',
    desk.open(
      {
        v: PROTOCOL,
        sender,
        tab: newId(),
        cursors: cursors.map(({ conversation, epoch, records }) => ({ conversation, epoch, seq: records.at(-1)?.seq ?? 0 })),
        pending: pending.map((command) => ({ cmid: command.cmid, n: command.n })),
      },
      (frame) => frames.push(frame),
      controller.signal,
    ),
  )
  demand(welcome.t === 'welcome', `hello was refused (${JSON.stringify(welcome)})`)
  const shopper: Shopper = {
    sender,
    frames,
    welcome,
    next(op, conversation) {
      const cmid = op.op === 'open' ? conversation : newId()
      return { ...op, cmid, conversation, outbox: sender.outbox, n: n++, at: 0 }
    },
    submit: (command) => patiently(() => answer('submit', desk.submit(command, sender, never()))),
    async open() {
      const conversation = newId()
      return committed(await shopper.submit(shopper.next(openOp(conversation), conversation))).conversation
    },
    say: (text, conversation) => shopper.submit(shopper.next(messageOp(text), conversation)),
    async page(conversation, seq = 0, epoch = NO_EPOCH) {
      const page = await answer('page', desk.page({ after: { conversation, epoch, seq } }, sender, never()))
      demand(!('t' in page), `a page was refused (${JSON.stringify(page)})`)
      return page
    },
    leave: () => controller.abort(),
  }
  return shopper
}

/** A desk may limit how fast a shopper writes; whoever waits as long as it says gets through. */
async function patiently(submit: () => Promise<Verdict>): Promise<Verdict> {
  for (let turn = 0; turn < 100; turn++) {
    const verdict = await submit()
    if (verdict.t !== 'retry' || verdict.code !== 'rate_limited') return verdict
    const over = AbortSignal.timeout(verdict.after ?? 100)
    await new Promise((resolve) => over.addEventListener('abort', resolve))
  }
  throw new Error('Broken contract: the desk says for ever that this shopper is too fast.')
}

/** The desk under test. */
export function deskOf({ adapter }: Given): Desk {
  demand(adapter.desk !== undefined, 'no desk')
  return adapter.desk
}

/** The verdict, if it is that. */
export function committed(verdict: Verdict): Extract<Verdict, { t: 'committed' }> {
  demand(verdict.t === 'committed', `not committed (${JSON.stringify(verdict)})`)
  return verdict
}

/** Demands that refusal. */
export function rejected(verdict: Verdict, code: string): void {
  demandSame([verdict.t, 'code' in verdict && verdict.code], ['rejected', code], 'the verdict')
}

/** What was said, in the order of the log. */
export function textsOf({ records }: Page): readonly string[] {
  return records.flatMap(({ fact }) => (fact.kind === 'text' ? [fact.text] : []))
}
