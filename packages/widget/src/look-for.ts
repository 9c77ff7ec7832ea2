import type { Options } from './options.js'
import { type Look, plain, skins } from './skins.js'
import { diagnose, type Warn } from './warn.js'

/** The look that options ask for: at once for the default one, a little later for one that has to be fetched or made. */
export function lookFor({ theme = 'counter', accent }: Options, warn: Warn): Look | Promise<Look> {
  const known = typeof theme !== 'string' || theme === 'counter' || Object.hasOwn(skins, theme)
  if (!known) diagnose((words) => words.unknownName('theme', theme, ['counter', ...Object.keys(skins)], warn))
  const wanted = known ? theme : 'counter'
  const look =
    accent || typeof wanted !== 'string'
      ? import('./tailor.js').then(({ tailor }) => tailor(wanted, accent, warn))
      : skins[wanted]?.()
  return look?.catch(() => plain) ?? plain
}
