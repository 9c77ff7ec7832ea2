import { resolveAccent } from './resolve-accent.js'

/**
 * A shop's own accent, to be written behind any theme's sheet: the colour, what is written on it, and both for the dark. Empty where it
 * is no colour.
 */
export function compileAccent(accent: string): string {
  const own = resolveAccent(accent)
  if (!own) return ''
  const [day, night] = [own.light, own.dark].map(
    (colours) => `--shopbell-accent:${colours.accent};--shopbell-on-accent:${colours.onAccent}`,
  )
  return (
    `:host{${day}}@media (prefers-color-scheme:dark){:host(:not([data-scheme=light])){${night}}}` +
    `:host([data-scheme=dark]){${night}}`
  )
}
