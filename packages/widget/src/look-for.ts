import type { Options } from './options.js'
import { type Look, plain, skin } from './skins.js'
import { diagnose, type Warn } from './warn.js'

/**
 * The look that options ask for: at once for the default one, a little later for one that has to be fetched or made. A theme at an
 * address may take long or never come.
 *
 * @param kept what is worn just now, and on until that is there; also in place of a skin that is not there, or did not come.
 */
export function lookFor(options: Options, warn: Warn, kept = plain): Look | Promise<Look> {
  const { theme = 'counter', accent } = options
  const own = typeof theme === 'string' && !theme.includes('/') ? undefined : theme
  const worn =
    typeof own === 'string'
      ? kept
      : own || theme === 'counter'
        ? plain
        : skin(theme as string).catch(() => {
            diagnose((words) => words.noSkin(theme as string, warn))
            return kept
          })
  return own || accent ? import('./tailor.js').then(({ tailor }) => tailor(own, worn, options, warn)).catch(() => kept) : worn
}
