// Looks to measure. A chunk of its own: a shop that wears a shipped skin as it is never downloads it.
import { compileAccent, contrast, type Theme } from '@shopbell/themes'
import type { Options } from './options.js'
import type { Look } from './skins.js'
import { diagnose, type Warn } from './warn.js'

/**
 * The look of a skin, or of a theme of the shop's own, which has to be made into one first, with the shop's own accent in it. One that
 * is at an address comes later; `worn` is what stands in for it.
 */
export async function tailor(
  theme: Theme | string | undefined,
  worn: Look | Promise<Look>,
  options: Options,
  warn: Warn,
): Promise<Look> {
  const { accent } = options
  // Lightened until it is seen in the dark, but never darkened: in the light a brand is as its shop knows it.
  if (accent && typeof theme !== 'object' && contrast(accent as `#${string}`, '#faf7f2') < 3)
    diagnose((words) => words.paleAccent(accent, warn))
  const tinted = ({ css, pill, accent: own }: Look): Look => ({
    css: accent && accent !== own ? css + compileAccent(accent) : css,
    pill,
    ...(accent && { accent }),
  })
  if (typeof theme === 'object') return (await import('./own-look.js')).ownLook(theme, options, warn)
  const look = tinted(await worn)
  if (theme === undefined) return look
  const { packedLook } = await import('./packed-theme.js')
  return { ...look, later: packedLook(theme, options, warn).then((packed) => packed ?? look) }
}
