import { hasLauncherEdge } from '../launcher-edge.js'
import type { Finding, ResolvedTheme } from '../theme.js'
import type { Rule } from './rule.js'

/** What could be written instead, the smallest change first. The accent's own ground always passes. */
const mends = [{ border: 'outline' }, { border: 'accent' }, { ground: 'accent' }] as const

const mended = (settled: ResolvedTheme, mend: (typeof mends)[number]): boolean =>
  hasLauncherEdge({ ...settled, parts: { ...settled.parts, launcher: { ...settled.parts.launcher, ...mend } } })

/** Whether the window can be told from a page of its colour: by a border, even a hairline, or by a shadow. */
const hasPanelEdge = ({ depth, parts: { panel } }: ResolvedTheme): boolean =>
  panel?.border !== 'none' || (panel.shadow !== 'none' && depth !== 'flat')

/** What is wrong with launcher and panel as a whole, each of their values being right. */
export const launcherRules: readonly Rule[] = [
  {
    name: 'edge',
    judge: ({ settled }): Finding[] => {
      const bare: Finding = {
        rule: 'edge',
        path: 'parts.panel',
        problem: 'has neither a border nor a shadow, and could not be told from a page of its own colour',
        mend: "The nearest that passes: parts.panel.border 'line'.",
        nearest: { 'parts.panel.border': 'line' },
      }
      const panel = hasPanelEdge(settled) ? [] : [bare]
      if (hasLauncherEdge(settled)) return panel
      const path = 'parts.launcher'
      const [[property, value] = ['ground', 'accent']] = Object.entries(mends.find((mend) => mended(settled, mend)) ?? {})
      return [
        ...panel,
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
