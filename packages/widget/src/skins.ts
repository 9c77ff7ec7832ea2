import { compileTheme, counter, type Theme } from '@shopbell/themes'
import { theme as fjord } from '@shopbell/themes/skins/fjord'
import { theme as peony } from '@shopbell/themes/skins/peony'

/** A theme as the widget wears it: the text of its style sheet, and whether its launcher has words. */
export interface Look {
  readonly css: string
  readonly pill: boolean
}

const look = (theme: Theme): Look => ({ css: compileTheme(theme), pill: theme.launcher === 'pill' })

/**
 * The skins that can be asked for by name. The build for script tags puts their finished looks in this module's place, so that
 * no shopper downloads the code that makes them (see scripts/build-cdn.mjs).
 */
export const skins: Readonly<Record<string, Look>> = { counter: look(counter), fjord: look(fjord), peony: look(peony) }
