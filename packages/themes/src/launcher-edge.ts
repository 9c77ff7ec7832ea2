import type { ResolvedTheme } from './theme.js'

/**
 * Whether the launcher can be told from a page that has its own colour: by its ground, an edge or a shadow. It is the way into the
 * chat, and so to a person.
 */
export function hasLauncherEdge({ depth, parts: { launcher } }: Pick<ResolvedTheme, 'depth' | 'parts'>): boolean {
  const { ground = 'accent', border, shadow } = launcher ?? {}
  if (ground === 'accent' || border === 'outline' || border === 'accent') return true
  return shadow !== 'none' && depth !== 'flat'
}
