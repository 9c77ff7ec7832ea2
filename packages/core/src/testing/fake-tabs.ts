import type { Tabs } from '../tabs.js'

/** One of the tabs of a device. */
export interface FakeTab extends Tabs {
  /** Gives the lead back and hears nothing, until `resume`: what a browser does to a page that is left or frozen. */
  freeze(): void
  resume(): void
  /** Keeps the lead and hears nothing: a page whose script does not come to an end. */
  hang(): void
}

/** A device whose tabs hear each other. */
export interface FakeDevice {
  open(): FakeTab
  /** Posts what no tab of ours has posted. */
  post(message: unknown): void
  /** What was posted, in order. */
  readonly posted: readonly unknown[]
}

interface Candidate {
  readonly tab: object
  readonly name: string
  readonly work: (leading: AbortSignal) => void
  readonly ended: AbortSignal
  leading: AbortController | null
  away: boolean
}

/**
 * Locks and channels for tests. `later` brings the messages and grants the lead, so that both take their time as in a browser;
 * without `locks` every tab leads.
 */
export function createFakeDevice(later: (work: () => void) => void = queueMicrotask, locks = true): FakeDevice {
  const candidates: Candidate[] = []
  const listeners = new Map<object, Set<(message: unknown) => void>>()
  const deaf = new Set<object>()
  const posted: unknown[] = []

  function post(message: unknown, from?: object): void {
    posted.push(message)
    for (const [tab, heard] of listeners) {
      if (tab === from) continue
      later(() => {
        if (!deaf.has(tab)) for (const listener of heard) listener(structuredClone(message))
      })
    }
  }

  function grant(): void {
    for (const candidate of candidates) {
      const taken = locks && candidates.some((other) => other.name === candidate.name && other.leading)
      if (taken || candidate.leading || candidate.away || candidate.ended.aborted) continue
      const leading = new AbortController()
      candidate.leading = leading
      later(() => leading.signal.aborted || candidate.work(leading.signal))
    }
  }

  function lose(candidate: Candidate): void {
    candidate.leading?.abort()
    candidate.leading = null
  }

  return {
    posted,
    post: (message) => post(message),
    open() {
      const heard = new Set<(message: unknown) => void>()
      const tab: FakeTab = {
        tell: (message) => deaf.has(tab) || post(message, tab),
        heard(listener) {
          heard.add(listener)
          return () => heard.delete(listener)
        },
        lead(name, work, ended, force) {
          const candidate: Candidate = { tab, name, work, ended, leading: null, away: false }
          if (force) for (const other of candidates) if (other.name === name && locks) lose(other)
          candidates[force ? 'unshift' : 'push'](candidate)
          ended.addEventListener('abort', () => {
            candidates.splice(candidates.indexOf(candidate), 1)
            lose(candidate)
            grant()
          })
          grant()
        },
        freeze() {
          deaf.add(tab)
          for (const candidate of candidates) {
            if (candidate.tab !== tab) continue
            candidate.away = true
            lose(candidate)
          }
          grant()
        },
        resume() {
          deaf.delete(tab)
          for (const candidate of candidates) if (candidate.tab === tab) candidate.away = false
          grant()
        },
        hang: () => void deaf.add(tab),
      }
      listeners.set(tab, heard)
      return tab
    },
  }
}
