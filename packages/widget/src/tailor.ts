// Makes looks to measure. A chunk of its own: a shop that wears a shipped skin never downloads it.
import { compileTheme, counter, resolveTheme, type Theme } from '@shopbell/themes'
import { theme as fjord } from '@shopbell/themes/skins/fjord'
import { theme as peony } from '@shopbell/themes/skins/peony'
import type { Look } from './skins.js'
import { diagnose, type Warn } from './warn.js'

const themes: Readonly<Record<string, Theme>> = { counter, fjord, peony }

/** The look of a shop's own theme, or of a shipped one, with the shop's own accent in it. */
export function tailor(wanted: string | Theme | undefined, accent: string | undefined, warn: Warn): Look {
  const theme = resolveTheme(typeof wanted === 'object' ? wanted : themes[wanted ?? 'counter'], (path) =>
    diagnose((words) => words.unfitTheme(path, warn)),
  )
  const pill = theme.launcher === 'pill'
  if (!accent) return { css: compileTheme(theme), pill }
  // Settled once more from the accent alone, so that what is written on it and its dark counterpart are found anew.
  const own = resolveTheme({ light: { accent } })
  const withOwn = (scheme: 'light' | 'dark') => ({ ...theme[scheme], accent: own[scheme].accent, onAccent: own[scheme].onAccent })
  return { css: compileTheme({ ...theme, light: withOwn('light'), dark: withOwn('dark') }), pill }
}
