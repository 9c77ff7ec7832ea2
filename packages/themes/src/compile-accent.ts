import { contrast } from './contrast.js'
import { resolveAccent } from './resolve-accent.js'
import type { ResolvedTheme } from './theme.js'

/**
 * A shop's own accent, to be written behind any theme's sheet: the colour, what is written on it, and both for the dark. Empty where it
 * is no colour, or could not be told from the grounds of the theme that it is for, light and dark.
 */
export function compileAccent(accent: string, theme?: Pick<ResolvedTheme, 'light' | 'dark'>): string {
  const own = resolveAccent(accent)
  const isSeen = (scheme: 'light' | 'dark') =>
    !theme ||
    [theme[scheme].surface, theme[scheme].raised].every((ground) => contrast(own?.[scheme].accent ?? ground, ground) >= 3)
  if (!own || !isSeen('light') || !isSeen('dark')) return ''
  const [day, night] = [own.light, own.dark].map(
    (colours) => `--shopbell-accent:${colours.accent};--shopbell-on-accent:${colours.onAccent}`,
  )
  return (
    `:host{${day}}@media (prefers-color-scheme:dark){:host(:not([data-scheme=light])){${night}}}` +
    `:host([data-scheme=dark]){${night}}`
  )
}
