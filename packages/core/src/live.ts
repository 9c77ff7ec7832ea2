import type { Commit } from './conversation/commit.js'
import {
  attempting,
  connected,
  DOWN_UNTIL_TOLD,
  failed,
  hold,
  noLink,
  REFUSALS_UNTIL_TOLD,
  reconnectWait,
  rested,
} from './delivery/link.js'
import { applyReceipt, logStatus, nothingOf } from './delivery/log.js'
import { nextCommand, pending, settle } from './delivery/outbox.js'
import { hinted, nobody, TYPING_LASTS } from './delivery/presence.js'
import {
  type Command,
  type Cursor,
  type Frame,
  type Hello,
  type Hint,
  PROTOCOL,
  type Refused,
  type Verdict,
  type Welcome,
} from './delivery/protocol.js'
import type { Delivery, DeliveryHost } from './live/delivery-host.js'
import { watchSession } from './live/end-session.js'
import { lookAtPromises, type PromiseSight } from './live/keep-promises.js'
import { askWithin, attempt, createTimers } from './live/patience.js'
import { createReplica } from './live/replica.js'
import { createTabRole } from './live/tab-role.js'

export { queueCommands } from './delivery/queue-commands.js'
export type { Delivery, DeliveryHost, LiveState } from './live/delivery-host.js'
export { type PersonActions, personActions } from './live/person-actions.js'
export { readLog } from './live/read-log.js'

const PATIENCE = 10_000
const LONGEST_PATIENCE = 60_000
/** The desk speaks at least every 25 s while a conversation is open; a wire that is silent for longer than this has died. */
const LONGEST_SILENCE = 45_000
const GAP_WAIT = 250
/** A desk that asks for a longer wait than this is as good as not there. */
const WAIT_UNTIL_TOLD = 60_000

/**
 * Runs delivery for a chat: hands over what waits in the outbox, one command at a time and in order, and keeps the replica of the
 * desk's log. The only place besides `chat.ts` where effects happen; it is loaded when a person or a ticket is called.
 */
export function runDelivery(host: DeliveryHost): Delivery {
  const { adapter, environment } = host
  const { desk, tickets } = adapter
  const { now, later, elapsed = now } = environment
  const tab = environment.id()
  const timers = createTimers<
    'reconnect' | 'hello' | 'unreachable' | 'silence' | 'page' | 'resend' | 'typing' | 'promise' | 'ask'
  >(later)
  const life = new AbortController()
  const session = watchSession(host)

  let link = noLink
  let presence = nobody
  let wire: AbortController | null = null
  let heardAt = 0
  let patience = PATIENCE
  let strikes = 0
  let sending = false
  let paging = false
  let said = ''
  /** The outbox that was begun last because of a verdict, with the name of the command that is its number 1. */
  let begunWith = ''
  let skew = 0
  let readAt = Number.NEGATIVE_INFINITY

  const replica = createReplica(host, {
    moved(commit, pages) {
      if (pages.some(({ records }) => records.some(({ by }) => by === 'agent'))) stopTyping()
      follow(commit)
      look()
    },
    gap() {
      if (!timers.running('page')) timers.set('page', fetchPage, GAP_WAIT)
    },
  })

  const role = createTabRole({
    ...host,
    timers,
    begin: () => {
      follow(host.read())
      if (!desk && !tickets) tell()
      goOn()
    },
    end: stand,
    answer: () => {
      show()
      goOn()
    },
    pass: (conversation) => hint({ type: 'typing', conversation, by: 'shopper' }),
  })

  const sight: PromiseSight = {
    wait: () => presence.queue?.wait ?? null,
    skew: () => skew,
    readAt: () => readAt,
    read() {
      if (link.state === 'up') timers.set('page', fetchPage, 0)
    },
    again(ms) {
      timers.clear('promise')
      if (ms !== null) timers.set('promise', look, ms)
    },
  }

  function look(): void {
    if (!idle()) lookAtPromises(host, sight)
  }

  const ended = () => life.signal.aborted
  /** Another tab does it. */
  const idle = () => ended() || !role.leads()
  const show = () => {
    // Of another conversation nobody has read anything yet.
    if (!said.includes(`${host.read().state.conversation}`)) presence = nobody
    const live = { ...presence, link: link.state }
    host.changed(live)
    role.tellWire(live)
  }

  /** Whether there is anything to send, to wait for, or to listen to. */
  function wanted(): boolean {
    const commit = host.read()
    const { conversation } = commit.state
    return (
      commit.commands.length > 0 || (conversation !== null && !session.hasLeft(conversation) && logStatus(commit) !== 'closed')
    )
  }

  function connect(): void {
    timers.clear('reconnect')
    if (idle() || !desk || wire) return
    if (!wanted()) return rest()
    const wait = hold(link, elapsed())
    if (wait > 0) return timers.set('reconnect', connect, wait)
    const own = new AbortController()
    wire = own
    link = attempting(link, elapsed())
    tellInTime()
    timers.set('hello', () => tooLate(own), patience)
    show()
    void greet(own)
  }

  async function greet(own: AbortController): Promise<void> {
    if (!desk) return
    const answer = await attempt(() => desk.open(hello(), (frame) => hear(own, frame), own.signal))
    if (wire !== own) return
    timers.clear('hello')
    if (session.hear(answer)) return stand()
    if (answer?.t !== 'welcome') return refused(own, answer)
    timers.clear('unreachable')
    // A desk that welcomes and then takes nothing is told of once, not with each welcome.
    link = { ...connected(link), told: link.told && strikes >= REFUSALS_UNTIL_TOLD }
    listen(own)
    show()
    await attempt(() => welcome(answer))
    if (wire !== own) return
    timers.set('page', fetchPage, 0)
    void pump()
  }

  function hello(): Hello {
    const commit = host.read()
    const { conversation } = commit.state
    return {
      v: PROTOCOL,
      sender: host.sender(),
      tab,
      cursors: conversation === null ? [] : [cursorIn(commit, conversation)],
      pending: pending(commit),
    }
  }

  /** How far the conversation's log is known. */
  function cursorIn({ cursor }: Commit, conversation: string): Cursor {
    return cursor?.conversation === conversation ? cursor : nothingOf(conversation)
  }

  async function welcome({ verdicts, pages, now: deskNow }: Welcome): Promise<void> {
    // A desk that does not say its time has ours.
    skew = deskNow && deskNow - now()
    const fresh = environment.id()
    await host.update((commit) => verdicts.reduce((next, verdict) => settle(next, verdict, fresh, true), commit))
    await replica.advance(pages)
  }

  /** Tells the machine how far the desk is, or that it does not take the conversation: once per step. */
  function follow(commit: Commit): void {
    const { conversation } = commit.state
    // An `open` names the conversation that it opens.
    const status = commit.failed.some(({ cmid }) => cmid === conversation) ? 'refused' : logStatus(commit)
    const step = `${conversation} ${status}`
    if (idle() || conversation === null || status === null || step === said) return
    said = step
    if (status !== 'queued') presence = { ...presence, queue: null }
    host.dispatch(status === 'refused' ? { type: 'desk.refused', conversation } : { type: 'log.advanced', status })
    show()
  }

  function hear(own: AbortController, frame: Frame): void {
    if (wire !== own) return
    listen(own)
    switch (frame.t) {
      case 'record':
        return replica.take({ ...frame, records: [frame.record], head: frame.record.seq })
      case 'head':
        // An owner has one open conversation: where it is another, ours is over, and that was missed.
        if (frame.conversation !== host.read().state.conversation) timers.set('page', fetchPage, GAP_WAIT)
        return replica.take({ ...frame, records: [], head: frame.seq })
      case 'hint':
        presence = hinted(presence, frame.hint, host.read().state.conversation)
        if (presence.typing !== null) timers.set('typing', stopTyping, TYPING_LASTS)
        if (frame.hint.type === 'queue') look()
        return show()
      case 'going-away':
        return lose(own, frame.after)
      case 'down':
        return lose(own)
    }
  }

  async function fetchPage(): Promise<void> {
    const own = wire
    const commit = host.read()
    const { conversation } = commit.state
    if (!desk || !own || paging || link.state !== 'up' || conversation === null) return
    const from = cursorIn(commit, conversation)
    paging = true
    const page = await askWithin(later, patience, own.signal, (signal) => desk.page({ after: from }, host.sender(), signal))
    const missing = page && !('t' in page) ? await attempt(() => replica.advance([page], commit)) : undefined
    paging = false
    if (wire !== own) return
    if (page === null) return lose(own)
    listen(own)
    if (missing && (missing.seq > from.seq || missing.epoch !== from.epoch)) return fetchPage()
    // The desk knows of more and does not show it, or refuses: not so fast.
    if (missing || ('t' in page && waitsForLog())) timers.set('page', fetchPage, PATIENCE)
    if (!missing) {
      if (missing === null) readAt = now()
      replica.again()
      look()
    }
    void pump()
  }

  function waitsForLog(): boolean {
    return host.read().commands.some(({ seq }) => seq !== undefined)
  }

  /** Sends the next command, if there is one, no other is in flight, and there is a way. */
  async function pump(): Promise<void> {
    if (idle() || sending || timers.running('resend')) return
    const command = nextCommand(host.read())
    if (!command) return wanted() ? undefined : rest()
    const takesNothing = tickets && strikes >= REFUSALS_UNTIL_TOLD
    const own = link.state === 'up' && !takesNothing ? wire : null
    const way = own ? desk : !desk || link.failures > 0 || takesNothing ? tickets : undefined
    if (!way) return
    sending = true
    const began = elapsed()
    const verdict = await askWithin(later, patience, (own ?? life).signal, (asked) => way.submit(command, host.sender(), asked))
    if (verdict && !ended()) await attempt(() => accept(command, verdict))
    sending = false
    if (idle()) return
    patience = Math.min(LONGEST_PATIENCE, verdict ? Math.max(PATIENCE, 2 * (elapsed() - began)) : 2 * patience)
    if (verdict && own && wire === own) listen(own)
    judge(command, verdict, own)
  }

  async function accept(command: Command, verdict: Verdict): Promise<void> {
    if ('cmid' in verdict && verdict.cmid !== command.cmid) return
    const fresh = environment.id()
    const after = await host.update((commit) => {
      // Where the count was begun with it, its number is nobody else's: what is stale then was taken back, by another tab perhaps.
      const settled = settle(commit, verdict, fresh, begunWith === command.outbox + command.cmid)
      if (desk) return settled
      if (verdict.t === 'committed') return applyReceipt(settled, command, verdict)
      if (verdict.t !== 'rejected' || verdict.code !== 'closed') return settled
      // Where there is no log, that is all that is ever heard of the other side's closing.
      return applyReceipt(settled, { ...command, op: 'close', cmid: fresh }, { ...command, seq: settled.cursor?.seq ?? 0 })
    })
    begunWith = fresh + nextCommand(after)?.cmid
    follow(after)
  }

  /** What to do after a verdict, or after none came; `own` is the wire that it was asked on, `null` for the other way in. */
  function judge(command: Command, verdict: Verdict | null, own: AbortController | null): void {
    if (verdict?.t === 'committed' && verdict.cmid === command.cmid) {
      strikes = 0
      if (!desk) link = { ...link, told: false }
      // The log shows it in a moment; if it does not, a broadcast was lost.
      if (waitsForLog() && !timers.running('page')) timers.set('page', fetchPage, GAP_WAIT)
      return void pump()
    }
    if (verdict?.t === 'rejected' && nextCommand(host.read())?.cmid !== command.cmid) {
      // That it is closed was missed, or lost in a restore, and a desk has no more to say of it unless it is asked.
      timers.set('page', fetchPage, 0)
      return void pump()
    }
    if (verdict?.t === 'auth') {
      // With its welcome the desk says whether it knows who this is. Who is welcome and may send nothing waits.
      if (own) return refused(own, { t: 'refused', code: ++strikes < REFUSALS_UNTIL_TOLD ? 'unavailable' : 'auth' })
      tell()
    }
    const retry = verdict?.t === 'retry' ? verdict : null
    const after = retry?.after ?? 0
    const miscounted = retry?.code === 'gap' || verdict?.t === 'rejected'
    if (++strikes >= REFUSALS_UNTIL_TOLD || after > WAIT_UNTIL_TOLD) tell()
    if (miscounted && strikes === 1) return void pump()
    // No verdict in time: the wire is suspect, whatever it says of itself. The same cmid goes again. Or it was counted anew, and
    // refused all the same: with its welcome the desk says what it has against it.
    if (own && (miscounted || verdict === null)) return lose(own)
    timers.set('resend', pump, reconnectWait({ ...noLink, failures: strikes }, elapsed(), environment.random(), true, after))
  }

  /** Something was heard; if nothing else is for too long, the wire receives no longer. */
  function listen(own: AbortController): void {
    heardAt = now()
    if (desk?.guarantee === 'exact') timers.set('silence', () => lose(own), LONGEST_SILENCE)
  }

  /** Whoever did not answer in time may only be slow, and gets longer the next time. */
  function tooLate(own: AbortController): void {
    patience = Math.min(LONGEST_PATIENCE, 2 * patience)
    lose(own)
    // That was a wait between two attempts already: who is back in the net is not to wait longer than a minute.
    if (patience === LONGEST_PATIENCE) connect()
  }

  function refused(own: AbortController, refusal: Refused | undefined): void {
    const mends = !refusal || refusal.why || refusal.code === 'busy' || refusal.code === 'unavailable'
    if (!mends && wire === own) tell()
    lose(own, refusal?.after ?? (mends ? 0 : WAIT_UNTIL_TOLD))
  }

  function lose(own: AbortController, least = 0): void {
    if (wire !== own || ended()) return
    hangUp()
    link = failed(link)
    if (link.failures >= REFUSALS_UNTIL_TOLD) tell()
    tellInTime()
    timers.set('reconnect', connect, reconnectWait(link, elapsed(), environment.random(), host.visible?.() ?? true, least))
    show()
    void pump()
  }

  function hangUp(): void {
    wire?.abort()
    wire = null
    replica.forget()
    presence = { ...presence, typing: null }
    for (const purpose of ['hello', 'silence', 'page', 'typing'] as const) timers.clear(purpose)
  }

  /** Nothing waits and nobody is expected to speak. */
  function rest(): void {
    if (link.state !== 'off') stand()
  }

  function tellInTime(): void {
    if (!link.told && !timers.running('unreachable')) timers.set('unreachable', tell, DOWN_UNTIL_TOLD)
  }

  function tell(): void {
    timers.clear('unreachable')
    if (link.told || idle()) return
    link = { ...link, told: true }
    host.dispatch({ type: 'desk.unreachable' })
  }

  function stopTyping(): void {
    if (presence.typing === null) return
    timers.clear('typing')
    presence = { ...presence, typing: null }
    show()
  }

  /** Another tab leads from now on. */
  function stand(): void {
    hangUp()
    timers.clearAll()
    link = rested(link)
    show()
  }

  function goOn(): void {
    const silence = now() - heardAt
    if (link.state === 'up' && wire && desk?.guarantee === 'exact' && (silence > LONGEST_SILENCE || silence < 0)) lose(wire)
    connect()
    void pump()
  }

  function wake(): void {
    if (ended()) return
    role.wake()
    if (!idle()) goOn()
  }

  function hint(given: Hint): void {
    if (!role.leads() && given.type === 'typing') role.tellTyping(given.conversation)
    else if (link.state === 'up') desk?.hint?.(given)
  }

  role.start()
  wake()

  return {
    wake,
    hint,
    destroy: () => {
      if (ended()) return
      life.abort()
      role.destroy()
      hangUp()
      timers.clearAll()
    },
  }
}
