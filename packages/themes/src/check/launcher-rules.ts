import { hasLauncherEdge } from '../launcher-edge.js'
import type { Rule } from './rule.js'

/** What is wrong with the launcher as a whole, each of its values being right. */
export const launcherRules: readonly Rule[] = [
  {
    name: 'edge',
    judge: ({ settled }) =>
      hasLauncherEdge(settled)
        ? []
        : [
            {
              rule: 'edge',
              path: 'parts.launcher',
              problem: 'has neither an edge nor a shadow, and could not be told from a page of its own colour',
              mend: "The nearest that passes: parts.launcher.border 'outline'.",
              nearest: { 'parts.launcher.border': 'outline' },
            },
          ],
  },
]
