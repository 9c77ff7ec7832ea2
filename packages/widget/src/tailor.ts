// Looks to measure. A chunk of its own: a shop that wears a shipped skin as it is never downloads it.
import { compileAccent, type Theme } from '@shopbell/themes'
import type { Look } from './skins.js'
import type { Warn } from './warn.js'

/** The look of a skin, or of a theme of the shop's own, which has to be made into one first, with the shop's own accent in it. */
export async function tailor(
  theme: Theme | undefined,
  worn: Look | Promise<Look>,
  accent: string | undefined,
  warn: Warn,
): Promise<Look> {
  const { css, pill } = theme ? (await import('./own-look.js')).ownLook(theme, warn) : await worn
  return { css: accent ? css + compileAccent(accent) : css, pill }
}
