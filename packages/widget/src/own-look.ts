// What a theme of the shop's own takes. Who wears a shipped skin, whatever its accent, never downloads it.
import { compileAccent, compileTheme, parseTheme } from '@shopbell/themes'
import { namedHosts } from './allowed-hosts.js'
import type { Options } from './options.js'
import type { Look } from './skins.js'
import { diagnose, type Warn } from './warn.js'

/**
 * The look of a theme from anywhere. What does not fit is left out, and what cannot be read is not worn. Pictures come only from
 * hosts that the shop has named, and the shop's accent is worn where it can be seen on the theme's own grounds.
 */
export function ownLook(written: unknown, options: Options, warn: Warn): Look {
  const hosts = namedHosts(options)
  const tell = ({ path, problem }: { readonly path: string; readonly problem: string }) =>
    diagnose((words) => words.unfitTheme(`${path} ${problem}`.trim(), warn))
  const theme = parseTheme(written, tell, hosts)
  const { accent } = options
  // A theme that leads with the same colour knows best what becomes of it in the dark.
  const isAsked = accent && accent.toLowerCase() !== theme.light.accent.toLowerCase()
  const tint = isAsked ? compileAccent(accent, theme) : ''
  // What is no colour at all changes nothing, and is not hard to see either.
  if (isAsked && !tint && compileAccent(accent)) diagnose((words) => words.unseenAccent(accent, warn))
  return { css: compileTheme(theme, hosts) + tint, pill: theme.launcher === 'pill', ...(accent && { accent }) }
}
