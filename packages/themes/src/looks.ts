import type { ResolvedTheme } from './theme.js'

/** What each choice of a theme stands for in CSS. The only text that a theme can bring into a style sheet, besides colours. */
export const looks = {
  /** The radius of panels and bubbles, then of what lies inside them. */
  radius: { sharp: ['2px', '2px'], soft: ['10px', '6px'], round: ['18px', '12px'] },
  density: { compact: '3px', normal: '4px', airy: '5px' },
  font: {
    system: 'system-ui,sans-serif',
    inherit: 'inherit',
    serif: 'ui-serif,"Iowan Old Style",Charter,Georgia,serif',
    rounded: 'ui-rounded,"Hiragino Maru Gothic ProN",Nunito,Quicksand,system-ui,sans-serif',
    mono: 'ui-monospace,Menlo,Consolas,monospace',
  },
  launcher: { round: '', pill: '' },
  depth: { flat: '', lifted: '' },
} satisfies {
  readonly [Choice in 'radius' | 'density' | 'font' | 'launcher' | 'depth']: Readonly<Record<ResolvedTheme[Choice], unknown>>
}
