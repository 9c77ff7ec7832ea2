import type { ResolvedTheme } from './theme.js'

/** What each choice of a theme stands for in CSS. The only text that a theme can bring into a style sheet, besides colours. */
export const looks = {
  radius: { sharp: '2px', soft: '10px', round: '18px' },
  density: { compact: '3px', normal: '4px', airy: '5px' },
  font: {
    system: 'system-ui,sans-serif',
    inherit: 'inherit',
    serif: 'ui-serif,Georgia,serif',
    rounded: 'ui-rounded,Nunito,system-ui,sans-serif',
    mono: 'ui-monospace,Consolas,monospace',
  },
  launcher: { round: '', pill: '' },
  depth: { flat: '', lifted: '' },
} satisfies {
  readonly [Choice in 'radius' | 'density' | 'font' | 'launcher' | 'depth']: Readonly<Record<ResolvedTheme[Choice], string>>
}
