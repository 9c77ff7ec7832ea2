import type { Invariant } from '../sight.js'

export const nothingLeftBehind: Invariant = {
  id: 'I14',
  says: 'A chat that was destroyed leaves no timer and no connection behind.',
  looksAlways: true,
  broken({ tabs }) {
    for (const { name, destroyed, timers, attempts } of tabs) {
      if (destroyed && timers() > 0) return `${name} has ${timers()} timers after its end`
      if (destroyed && attempts.open > 0) return `${name} has ${attempts.open} connections after its end`
    }
    return null
  },
}
