import type { Id } from '../conversation/entry.js'
import type { LogStatus } from '../conversation/event.js'
import type { LogRecord, Wait } from '../delivery/protocol.js'

/** A time that the shopper was told: by `until` (milliseconds since 1970) a person would be there, or would have written. */
export interface Promised {
  readonly conversation: Id
  readonly want: 'live' | 'ticket'
  readonly until: number
  /** As it was said of a wait in line. 0 of a ticket, whose promise is a time. */
  readonly minutes: number
  /** When the shopper was told that it was not kept. It is said once. */
  readonly told?: number
}

const MINUTE = 60_000

/** What *usually replies in n minutes* promises, said at a moment: the whole minutes that the shopper reads. */
export function promisedFrom({ seconds }: Wait, at: number): { readonly minutes: number; readonly until: number } {
  const minutes = Math.max(1, Math.round(seconds / 60))
  return { minutes, until: at + minutes * MINUTE }
}

/** What the conversation's promises are read from. */
export interface PromiseSources {
  readonly conversation: Id | null
  readonly status: LogStatus | null
  readonly records: readonly LogRecord[]
  /** Those that the device keeps, of any conversation. */
  readonly kept: readonly Promised[]
  /** The wait that the queue shows now, if it shows one. */
  readonly wait: Wait | null
}

/**
 * The promise that is running now, or `null`: the time told when the conversation was passed on, or else the first that the queue
 * has shown; of a ticket, the time that the desk has given. One that was kept by a person who came or wrote does not run any more.
 *
 * @example
 * const running = promiseOf({ conversation, status: 'queued', records, kept: [], wait: { seconds: 240, basis: 'today' } }, now)
 * running?.until // four minutes from now
 */
export function promiseOf({ conversation, status, records, kept, wait }: PromiseSources, now: number): Promised | null {
  if (conversation === null || isAnswered(records, status)) return null
  const own = kept.filter((one) => one.conversation === conversation)
  if (status === 'queued') {
    const known = own.find(({ want }) => want === 'live')
    if (known) return known
    const told = toldAtOpening(records)
    if (told) return { conversation, want: 'live', ...told }
    return wait && { conversation, want: 'live', ...promisedFrom(wait, now) }
  }
  if (status !== 'ticket') return null
  const deferred = records[lastDeferred(records)]?.fact
  if (deferred?.kind !== 'deferred' || deferred.due === null) return null
  const { due: until } = deferred
  return own.find((one) => one.want === 'ticket' && one.until === until) ?? { conversation, want: 'ticket', until, minutes: 0 }
}

/** Whether a promise has to be spoken of now: its time has passed, and the shopper has not been told. */
export function isBroken({ until, told }: Promised, now: number): boolean {
  return told === undefined && now >= until
}

/** Whether two are the same promise, told or not. A conversation has one of the queue; of tickets, one per time. */
export function isSame(one: Promised, other: Promised): boolean {
  const both = one.conversation === other.conversation && one.want === other.want
  return both && (one.want === 'live' || one.until === other.until)
}

/** Whether somebody came or wrote since the wait began. */
function isAnswered(records: readonly LogRecord[], status: LogStatus | null): boolean {
  const since = status === 'ticket' ? lastDeferred(records) : 0
  return records
    .slice(Math.max(0, since))
    .some(({ by, fact }) => (by === 'agent' && fact.kind !== 'closed') || fact.kind === 'claimed')
}

/** The place of the last record that makes a ticket of it; -1 where there is none. */
function lastDeferred(records: readonly LogRecord[]): number {
  let place = records.length - 1
  while (place >= 0 && records[place]?.fact.kind !== 'deferred') place--
  return place
}

function toldAtOpening(records: readonly LogRecord[]): { readonly until: number; readonly minutes: number } | null {
  const opened = records.find(({ fact }) => fact.kind === 'opened')?.fact
  if (opened?.kind !== 'opened') return null
  const { promised, sealed } = opened.packet.timings
  return promised === undefined ? null : { until: promised, minutes: Math.max(1, Math.round((promised - sealed) / MINUTE)) }
}
