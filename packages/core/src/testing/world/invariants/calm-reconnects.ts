import type { Invariant } from '../sight.js'

const MOST_A_MINUTE = 12
const MINUTE = 60_000

export const calmReconnects: Invariant = {
  id: 'I13',
  says: 'A tab makes one attempt to connect at a time, and twelve a minute at most.',
  looksAlways: true,
  broken({ tabs }) {
    for (const { name, attempts } of tabs) {
      if (attempts.underWay > 1) return `${name} has ${attempts.underWay} attempts under way`
      const { began } = attempts
      const last = began.at(-1)
      const before = began.at(-1 - MOST_A_MINUTE)
      if (last !== undefined && before !== undefined && last - before < MINUTE - 1) {
        return `${name} began ${MOST_A_MINUTE + 1} attempts within ${Math.round(last - before)} ms`
      }
    }
    return null
  },
}
