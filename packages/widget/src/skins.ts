import { counter, type ResolvedTheme, resolveTheme, type Theme } from '@shopbell/themes'
import { theme as fjord } from '@shopbell/themes/skins/fjord'
import { theme as peony } from '@shopbell/themes/skins/peony'
import { diagnose, type Warn } from './warn.js'

/** The skins that can be asked for by name. */
const skins: Readonly<Record<string, Theme>> = { counter, fjord, peony }

/** The theme that `wanted` stands for, with every value settled and the shop's own accent in it. */
export function themeFor(wanted: string | Theme | undefined, accent: string | undefined, warn: Warn): ResolvedTheme {
  const known = typeof wanted === 'string' && Object.hasOwn(skins, wanted) ? skins[wanted] : undefined
  if (typeof wanted === 'string' && !known) diagnose((words) => words.unknownName('theme', wanted, Object.keys(skins), warn))
  const theme = resolveTheme(known ?? (typeof wanted === 'object' ? wanted : counter), (path) =>
    diagnose((words) => words.unfitTheme(path, warn)),
  )
  if (!accent) return theme
  // Settled once more from the accent alone, so that what is written on it and its dark counterpart are found anew.
  const { light, dark } = resolveTheme({ light: { accent } })
  return {
    ...theme,
    light: { ...theme.light, accent: light.accent, onAccent: light.onAccent },
    dark: { ...theme.dark, accent: dark.accent, onAccent: dark.onAccent },
  }
}
