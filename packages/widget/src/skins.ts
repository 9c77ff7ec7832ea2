import { compileTheme, counter, type Theme } from '@shopbell/themes'

/** A theme as the widget wears it: the text of its style sheet, and whether its launcher has words. */
export interface Look {
  readonly css: string
  readonly pill: boolean
  /** The shop's own accent, where that is in it already, or could not be seen on the theme's grounds. */
  readonly accent?: string
  /** What is worn in its place, once it is there. */
  readonly later?: Promise<Look>
}

const lookOf = (theme: Theme): Look => ({ css: compileTheme(theme), pill: theme.launcher === 'pill' })

/** What is worn where nothing else is asked for, or can be had. */
export const plain: Look = lookOf(counter)

/**
 * Another skin, by its name: a download of its own. It fails where there is none. Builds put finished looks in this module's place, so
 * that no shopper downloads the code that makes them (see scripts/finished-looks.mjs); there is no list of skins.
 */
export const skin = async (name: string): Promise<Look> =>
  lookOf(((await import(`../../themes/src/skins/${name}.ts`)) as { theme: Theme }).theme)
