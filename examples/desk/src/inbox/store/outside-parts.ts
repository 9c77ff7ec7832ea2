import type { Catalogue, Id, Language } from '@shopbell/core'
import type { Api } from '../api.js'
import type { Bell } from '../bell.js'
import type { News } from '../news.js'

/** Ends what was begun. */
export type Stop = () => void

/** Time, as the store sees it: milliseconds since 1970, and two ways to be called later. */
export interface Timer {
  now(): number
  every(interval: number, act: () => void): Stop
  after(delay: number, act: () => void): Stop
}

/** Everything outside of the inbox that its store acts through. Tests hand in their own. */
export interface Parts {
  readonly api: Api
  readonly news: News
  readonly bell: Bell
  readonly timer: Timer
  newId(): Id
  /** The agent's own language, and what Shopbell says in it. */
  readonly language: { readonly name: Language; load(): Promise<Catalogue> }
}

/** The browser's own time. */
export const browserTimer: Timer = {
  now: () => Date.now(),
  every(interval, act) {
    const id = setInterval(act, interval)
    return () => clearInterval(id)
  },
  after(delay, act) {
    const id = setTimeout(act, delay)
    return () => clearTimeout(id)
  },
}
