import { patternShare } from './pattern-share.js'
import type { Choices } from './theme.js'

const fonts = {
  system: 'system-ui,sans-serif',
  inherit: 'inherit',
  humanist: 'Seravek,Gill Sans Nova,Ubuntu,Calibri,source-sans-pro,sans-serif',
  geometric: 'Avenir,Montserrat,Corbel,URW Gothic,sans-serif',
  serif: 'ui-serif,Georgia,serif',
  bookish: 'Iowan Old Style,Palatino Linotype,P052,Palatino,serif',
  slab: 'Rockwell,Rockwell Nova,Roboto Slab,DejaVu Serif,serif',
  rounded: 'ui-rounded,Nunito,system-ui,sans-serif',
  mono: 'ui-monospace,Consolas,monospace',
}

// What lies behind the words is there for the eye only, so it gives way where somebody needs contrast.
const behind = (image: string) =>
  '@media (forced-colors:none) and (prefers-contrast:no-preference){.root .scroller{background:' +
  `${image.replaceAll('$', `color-mix(in srgb,var(--shopbell-line) ${patternShare * 100}%,transparent)`)}}}`

/**
 * What each choice of a theme stands for: the value of a custom property for the first ones, whole rules for the others, nothing where
 * the widget's own style sheet says it already. Besides colours, sizes and pictures this is all the text that a theme can bring into
 * a style sheet. The rules are stronger than the widget's own by the class of their root, since some of those are put behind them.
 */
export const looks = {
  radius: { sharp: '2px', soft: '10px', round: '18px' },
  density: { compact: '3px', normal: '4px', airy: '5px' },
  font: fonts,
  titleFont: { same: '', ...fonts },
  // Two layers each, and never `none`, so that it can stand in a list of shadows. The sign stands for the shade.
  depth: {
    flat: '0 0 #0000,0 0 #0000',
    lifted: '0 1px 3px $,0 12px 36px $',
    deep: '0 2px 8px $,0 24px 72px $',
    crisp: '0 0 0 1px var(--shopbell-line),0 4px 0 1px var(--shopbell-line)',
  },
  scale: {
    small: '.root{font-size:14px;line-height:20px}.root :is(.title,.headline){font-size:16px;line-height:22px}',
    normal: '',
    large:
      '.root{font-size:17px;line-height:25px}.root :is(.title,.headline){font-size:20px;line-height:28px}' +
      '.root :is(small,.standing,.author,.person,.note,label){font-size:14px;line-height:20px}',
  },
  motion: {
    // Twice the root, so that it is stronger than whatever moves.
    still: '.root.root *{animation:none;transition:none}.root .launcher{transform:none}',
    brisk: '.root .panel{animation-duration:.1s}.root :is(.launcher,.faces .icon){transition-duration:.08s}',
    calm: '',
    // Where a device asks for less motion, the widget's own sheet has the last word.
    lively:
      '[data-open] .panel{animation:rise .3s cubic-bezier(.3,1.6,.5,1)}.root .launcher{transition:transform .3s cubic-bezier(.3,1.6,.5,1)}' +
      '.root .launcher:hover{transform:scale(1.08) rotate(-5deg)}',
  },
  launcher: {
    round: '',
    pill: '',
    square: '.root .launcher{border-radius:calc(var(--shopbell-radius)*1.4)}',
    leaf: '.root .launcher{border-end-end-radius:6px}',
  },
  bubble: {
    tailed: '',
    plain: '.root .line .bubble{border-radius:var(--shopbell-radius)}',
    outlined:
      '.root .line .bubble{border:1px solid var(--shopbell-outline);background:var(--shopbell-surface);color:var(--shopbell-text)}' +
      '.root .own .bubble{border-color:var(--shopbell-accent)}',
    tinted:
      '.root .theirs .bubble{border-color:#0000;background:color-mix(in srgb,var(--shopbell-accent) 9%,var(--shopbell-raised))}',
    open:
      '.root .theirs .bubble{padding:2px 12px;border:0 solid #0000;border-inline-width:2px 0;' +
      'border-inline-start-color:var(--shopbell-accent);border-radius:0;background:none}',
  },
  headerStyle: {
    bar: '',
    banner: '.root .header{padding-block:min(var(--space)*5,3dvh)}.root .title{font-size:20px;line-height:26px}',
    plain: '.root .header{border-bottom-color:#0000}',
    ruled: '.root .header{border-bottom:3px solid var(--shopbell-accent)}',
    // The name in the middle of a line of its own, close in its corner, the way to a person below; where there is room for that.
    centred:
      '@media (min-height:480px){.root .bar{flex-wrap:wrap;position:relative}.root :is(.bar,.standing){justify-content:center}' +
      '.root .title{flex:100%;padding:6px 36px;text-align:center}.root .bar>:last-child{position:absolute;top:0;inset-inline-end:0}}',
  },
  pattern: {
    none: '',
    dots: behind('radial-gradient($ 1.5px,#0000 2px) 0 0/18px 18px'),
    grid: behind('linear-gradient($ 1px,#0000 0) 0 0/24px 24px,' + 'linear-gradient(90deg,$ 1px,#0000 0) 0 0/24px 24px'),
    stripes: behind('repeating-linear-gradient(45deg,$ 0 1px,#0000 0 12px)'),
    rings: behind('radial-gradient(circle,#0000 6px,$ 6.5px 7px,#0000 7.5px) 0 0/24px 24px'),
    checks: behind('repeating-conic-gradient($ 0 25%,#0000 0 50%) 0 0/20px 20px'),
  },
} satisfies { readonly [Choice in keyof Choices]: Readonly<Record<Choices[Choice], string>> }
