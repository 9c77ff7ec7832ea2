import type { Commit } from '../conversation/commit.js'
import type { Entry } from '../conversation/entry.js'
import { logStatus } from '../delivery/log.js'
import type { Wait } from '../delivery/protocol.js'
import { isBroken, isSame, type Promised, promiseOf } from '../handoff/promise.js'
import type { DeliveryHost } from './delivery-host.js'

/** A promise is looked at once a day at least: timers cannot count much further than three weeks. */
const LOOK_AGAIN = 86_400_000
const MOST_KEPT = 4

/** What keeping promises needs to know of delivery at work. */
export interface PromiseSight {
  /** The wait that the queue shows. */
  wait(): Wait | null
  /** How far the desk's clock is ahead of ours, in milliseconds. */
  skew(): number
  /** When the log was last known to be whole here, by our clock. */
  readAt(): number
  /** Reads the log's end, and looks again afterwards. */
  read(): void
  /** Looks again after so many milliseconds, and at no other time; `null`: not at all. */
  again(ms: number | null): void
}

/**
 * Looks whether a promised time has passed without an answer, and if so says it first, once, in the transcript. Before it speaks it
 * makes sure of the log: whoever has been answered meanwhile hears nothing of it.
 */
export function lookAtPromises(host: Pick<DeliveryHost, 'environment' | 'read' | 'update'>, sight: PromiseSight): void {
  const commit = host.read()
  const { conversation } = commit.state
  const kept = keptPromises(commit)
  // Told times are the shopper's own clock's, a ticket's are the desk's.
  const clock = ({ want }: Pick<Promised, 'want'>) => host.environment.now() + (want === 'ticket' ? sight.skew() : 0)
  const sources = { conversation, status: logStatus(commit), records: commit.records, kept, wait: sight.wait() }
  const promise = promiseOf(sources, host.environment.now())
  if (!promise || promise.told !== undefined) return sight.again(null)
  // The wait that the queue shows changes; what was shown first is what was promised.
  if (promise.want === 'live' && !kept.includes(promise))
    void host.update((before) =>
      keptPromises(before).some((one) => isSame(one, promise)) ? before : withPromise(before, promise),
    )
  const left = promise.until - clock(promise)
  if (!isBroken(promise, clock(promise))) return sight.again(Math.min(left, LOOK_AGAIN))
  sight.again(null)
  if (host.environment.now() - sight.readAt() > clock(promise) - promise.until) return sight.read()
  const told = host.environment.now() + sight.skew()
  void host.update((before) => (stillRuns(before, promise) ? withPromise(before, { ...promise, told }) : before))
}

/** The log's lines with those that say so, each where the shopper read it first. */
export function withLateLines(commit: Commit, said: readonly Entry[]): readonly Entry[] {
  let lines = said
  for (const promise of keptPromises(commit)) {
    const late = promise.conversation === commit.state.conversation ? lineOf(promise) : undefined
    // A tab that had left this conversation already has it as part of its story, which may have joined this one's.
    if (!late || commit.entries.some(({ id }) => id === late.id)) continue
    let place = lines.length
    while (place > 0 && (lines[place - 1]?.at ?? 0) > late.at) place--
    lines = [...lines.slice(0, place), late, ...lines.slice(place)]
  }
  return lines
}

const drawn = new WeakMap<Promised, Entry>()

function lineOf(promise: Promised): Entry | undefined {
  const { conversation, want, until, minutes, told } = promise
  if (told === undefined) return undefined
  const id = `${conversation}.late.${want}.${until}`
  const line: Entry = drawn.get(promise) ?? {
    id,
    turn: id,
    at: told,
    by: 'desk',
    content: { kind: 'late', want, until, minutes },
  }
  drawn.set(promise, line)
  return line
}

/** What this device has kept of promises. Any script of the page can write where it is kept, so it is looked at first. */
function keptPromises({ promises }: Commit): readonly Promised[] {
  return Array.isArray(promises) ? promises.filter(isPromised) : []
}

function isPromised(value: unknown): value is Promised {
  if (typeof value !== 'object' || value === null) return false
  const { conversation, want, until, minutes, told } = value as { readonly [name in keyof Promised]?: unknown }
  const isTime = (time: unknown) => typeof time === 'number' && Math.abs(time) <= 8.64e15
  const wants = want === 'live' || want === 'ticket'
  return wants && typeof conversation === 'string' && isTime(until) && isTime(minutes) && (told === undefined || isTime(told))
}

function withPromise(commit: Commit, promise: Promised): Commit {
  const others = keptPromises(commit).filter((other) => !isSame(other, promise))
  return { ...commit, promises: [...others, promise].slice(-MOST_KEPT) }
}

function stillRuns(commit: Commit, promise: Promised): boolean {
  const sources = {
    conversation: commit.state.conversation,
    status: logStatus(commit),
    records: commit.records,
    kept: keptPromises(commit),
    wait: null,
  }
  const now = promiseOf(sources, promise.until)
  return now !== null && isSame(now, promise) && now.told === undefined
}
