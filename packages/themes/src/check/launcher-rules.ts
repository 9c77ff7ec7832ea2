import { hasLauncherEdge } from '../launcher-edge.js'
import type { Finding, ResolvedTheme } from '../theme.js'
import type { Rule } from './rule.js'

/** What could be written instead, the smallest change first. The accent's own ground always passes. */
const mends = [{ border: 'outline' }, { border: 'accent' }, { ground: 'accent' }] as const

const mended = (settled: ResolvedTheme, mend: (typeof mends)[number]): boolean =>
  hasLauncherEdge({ ...settled, parts: { ...settled.parts, launcher: { ...settled.parts.launcher, ...mend } } })

/** What is wrong with the launcher as a whole, each of its values being right. */
export const launcherRules: readonly Rule[] = [
  {
    name: 'edge',
    judge: ({ settled }): Finding[] => {
      if (hasLauncherEdge(settled)) return []
      const path = 'parts.launcher'
      const [[property, value] = ['ground', 'accent']] = Object.entries(mends.find((mend) => mended(settled, mend)) ?? {})
      return [
        {
          rule: 'edge',
          path,
          problem: 'has neither an edge nor a shadow that is seen, and could not be told from a page of its own colour',
          mend: `The nearest that passes: ${path}.${property} '${value}'.`,
          nearest: { [`${path}.${property}`]: value },
        },
      ]
    },
  },
]
