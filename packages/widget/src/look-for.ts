import type { Options } from './options.js'
import { type Look, skins } from './skins.js'
import { diagnose, type Warn } from './warn.js'

/** The look that options ask for: at once for a shipped skin, a little later for one that has to be made. */
export function lookFor({ theme = 'counter', accent }: Options, warn: Warn): Look | Promise<Look> {
  const shipped = typeof theme === 'string' && Object.hasOwn(skins, theme) ? skins[theme] : undefined
  if (typeof theme === 'string' && !shipped) diagnose((words) => words.unknownName('theme', theme, Object.keys(skins), warn))
  const plain = shipped ?? (skins.counter as Look)
  if (!accent && typeof theme === 'string') return plain
  return import('./tailor.js').then(
    ({ tailor }) => tailor(shipped || typeof theme !== 'string' ? theme : 'counter', accent, warn),
    () => plain,
  )
}
