import { compileTheme, counter, type Theme } from '@shopbell/themes'

/** A theme as the widget wears it: the text of its style sheet, and whether its launcher has words. */
export interface Look {
  readonly css: string
  readonly pill: boolean
}

const lookOf = (theme: Theme): Look => ({ css: compileTheme(theme), pill: theme.launcher === 'pill' })

/** What is worn where nothing else is asked for, or can be had. */
export const plain: Look = lookOf(counter)

/**
 * The other skins that can be asked for by name, each a download of its own. The build for script tags puts finished looks in
 * this module's place, so that no shopper downloads the code that makes them (see scripts/build-cdn.mjs).
 */
export const skins: Readonly<Record<string, () => Promise<Look>>> = {
  fjord: async () => lookOf((await import('@shopbell/themes/skins/fjord')).theme),
  peony: async () => lookOf((await import('@shopbell/themes/skins/peony')).theme),
}
