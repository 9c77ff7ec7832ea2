import { contrast } from './contrast.js'
import type { ResolvedTheme } from './theme.js'

/** The contrast that WCAG 2.2 asks of what must be seen. */
const least = 3

/**
 * Whether the launcher can be told from a page that has its own colour, light and dark: by its ground, an edge or a shadow. It is the way
 * into the chat, and so to a person.
 */
export function hasLauncherEdge({ depth, parts: { launcher }, ...schemes }: ResolvedTheme): boolean {
  const { ground = 'accent', border, shadow } = launcher ?? {}
  return (['light', 'dark'] as const).every((scheme) => {
    const palette = schemes[scheme]
    const seen = (edge: 'outline' | 'accent' | 'line') => contrast(palette[edge], palette[ground]) >= least
    return (
      // An accent is seen on the ground of the panel, or the scheme is not worn.
      ground === 'accent' ||
      ((border === 'outline' || border === 'accent') && seen(border)) ||
      // In the dark only black is darker than the ground, and nobody sees a soft shadow of it.
      (shadow !== 'none' && depth !== 'flat' && (depth === 'crisp' ? seen('line') : scheme === 'light'))
    )
  })
}
