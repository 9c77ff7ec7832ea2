import type { Choices, Palette } from '@shopbell/themes'

type Words<Value extends string> = { readonly [Word in Value]: string }

/** Every choice of a theme and its values, with what a theme author reads for them. The types say when one is missing. */
export const choices: {
  readonly [Choice in keyof Choices]: { readonly label: string; readonly values: Words<Choices[Choice]> }
} = {
  radius: { label: 'Radius', values: { sharp: 'sharp', soft: 'soft', round: 'round' } },
  launcher: { label: 'Launcher', values: { round: 'round', pill: 'pill, with words', square: 'square', leaf: 'leaf' } },
  density: { label: 'Density', values: { compact: 'compact', normal: 'normal', airy: 'airy' } },
  font: { label: 'Font', values: fonts() },
  titleFont: { label: 'Font of titles', values: { same: 'same as the rest', ...fonts() } },
  scale: { label: 'Size of type', values: { small: 'small', normal: 'normal', large: 'large' } },
  bubble: {
    label: 'Bubbles',
    values: { tailed: 'tailed', plain: 'plain', outlined: 'outlined', tinted: 'tinted', open: 'open, with a rule' },
  },
  headerStyle: {
    label: 'Header',
    values: { bar: 'bar', banner: 'banner', plain: 'plain', ruled: 'ruled', centred: 'centred' },
  },
  depth: { label: 'Depth', values: { flat: 'flat', lifted: 'lifted', deep: 'deep', crisp: 'crisp' } },
  motion: { label: 'Motion', values: { still: 'still', brisk: 'brisk', calm: 'calm', lively: 'lively' } },
  pattern: {
    label: 'Pattern',
    values: { none: 'none', dots: 'dots', grid: 'grid', stripes: 'stripes', rings: 'rings', checks: 'checks' },
  },
}

function fonts() {
  return {
    system: "the device's own",
    inherit: "the shop's",
    humanist: 'humanist',
    geometric: 'geometric',
    serif: 'serif',
    bookish: 'bookish',
    slab: 'slab',
    rounded: 'rounded',
    mono: 'mono',
  } as const
}

/** The colours of a scheme, with what a theme author reads for them. */
export const colours: { readonly [Token in keyof Palette]-?: string } = {
  accent: 'Accent',
  onAccent: 'On the accent',
  surface: 'Ground',
  raised: 'Cards',
  text: 'Text',
  quiet: 'Quiet text',
  line: 'Hairlines',
  outline: 'Borders of inputs',
  header: 'Header',
  onHeader: 'On the header',
  good: 'Good news',
  warning: 'Warnings',
  danger: 'Errors',
}
