import type { Options } from './options.js'
import { type Look, plain, skin } from './skins.js'
import { diagnose, type Warn } from './warn.js'

/** The look that options ask for: at once for the default one, a little later for one that has to be fetched or made. */
export function lookFor({ theme = 'counter', accent }: Options, warn: Warn): Look | Promise<Look> {
  const own = typeof theme === 'string' ? undefined : theme
  const worn =
    own || theme === 'counter'
      ? plain
      : skin(theme as string).catch(() => {
          diagnose((words) => words.noSkin(theme as string, warn))
          return plain
        })
  return own || accent ? import('./tailor.js').then(({ tailor }) => tailor(own, worn, accent, warn)).catch(() => plain) : worn
}
