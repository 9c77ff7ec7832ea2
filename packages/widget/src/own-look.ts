// What a theme of the shop's own takes. Who wears a shipped skin, whatever its accent, never downloads it.
import { compileTheme, parseTheme } from '@shopbell/themes'
import type { Look } from './skins.js'
import { diagnose, type Warn } from './warn.js'

/** The look of a theme from anywhere. What does not fit is left out, and what cannot be read is not worn. */
export function ownLook(written: unknown, warn: Warn): Look {
  const theme = parseTheme(written, ({ path, problem }) =>
    diagnose((words) => words.unfitTheme(`${path} ${problem}`.trim(), warn)),
  )
  return { css: compileTheme(theme), pill: theme.launcher === 'pill' }
}
