import type { Chance } from './chance.js'
import type { Clock } from './clock.js'

/** Everything that can go wrong in the world, by its name in the table that a run prints. */
export const FAULTS = [
  'delay',
  'reorder',
  'drop',
  'duplicate',
  'truncate',
  'one-way',
  'half-open',
  'refuse',
  'rate-limit',
  'server-error',
  'html',
  'slow',
  'process-crash',
  'deadlock',
  'timeout',
  'restore',
  'lost-broadcast',
  'quota',
  'store-throws',
  'wipe',
  'corrupt',
  'tab-crash',
  'freeze',
  'discard',
  'bfcache',
  'clock-jump',
  'token-expiry',
  'revocation',
  'login',
  'logout',
  'switch',
] as const

export type Fault = (typeof FAULTS)[number]

/** Faults that last: while one does, each message, transaction or write that it applies to may be hit. */
export const LASTING: ReadonlySet<Fault> = new Set<Fault>([
  'delay',
  'reorder',
  'drop',
  'duplicate',
  'truncate',
  'one-way',
  'half-open',
  'refuse',
  'rate-limit',
  'server-error',
  'html',
  'slow',
  'deadlock',
  'timeout',
  'lost-broadcast',
  'quota',
  'store-throws',
  'token-expiry',
  'revocation',
])

interface Spell {
  readonly fault: Fault
  readonly until: number
  readonly probability: number
  readonly direction: 'up' | 'down'
}

/** The faults that last, as they come and go. */
export interface Weather {
  begin(fault: Fault, ms: number, probability: number, direction: 'up' | 'down'): void
  /** Whether this one is hit now. `direction`: of a message, `up` being towards the desk. */
  strikes(fault: Fault, direction?: 'up' | 'down'): boolean
  /** Nothing lasts any more, and nothing begins. */
  clear(): void
  /** It has been cleared. */
  isFair(): boolean
}

/** Fair weather, until a spell begins. `fired` hears of each hit. */
export function createWeather(clock: Pick<Clock, 'elapsed'>, chance: Chance, fired: (fault: Fault) => void): Weather {
  let spells: readonly Spell[] = []
  let fair = false
  return {
    begin(fault, ms, probability, direction) {
      const now = clock.elapsed()
      spells = [...spells.filter(({ until }) => until > now), { fault, until: now + ms, probability, direction }]
    },
    strikes(fault, direction) {
      const now = clock.elapsed()
      for (const spell of spells) {
        if (spell.fault !== fault || spell.until <= now) continue
        if (direction !== undefined && fault === 'one-way' && direction !== spell.direction) continue
        if (!chance.happens(spell.probability)) continue
        fired(fault)
        return true
      }
      return false
    },
    clear() {
      spells = []
      fair = true
    },
    isFair: () => fair,
  }
}
