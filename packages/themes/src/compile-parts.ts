import type { Border, Corners } from './parts.js'
import type { ResolvedTheme } from './theme.js'

const borders: Readonly<Record<Border, string>> = {
  // Not `border:0`: where a device draws in its own colours, every border is seen, this one too.
  none: 'border-color:#0000;',
  line: 'border:var(--shopbell-hairline);',
  outline: 'border:1px solid var(--shopbell-outline);',
  accent: 'border:1px solid var(--shopbell-accent);',
}
const corners: Readonly<Record<Corners, string>> = {
  none: 'border-radius:0;',
  small: 'border-radius:var(--shopbell-radius-small);',
  normal: 'border-radius:var(--shopbell-radius);',
  large: 'border-radius:calc(var(--shopbell-radius)*1.4);',
}
/** A part's properties, whichever they are. */
interface Look {
  readonly ground?: keyof typeof inks
  readonly border?: Border
  readonly corners?: Corners
  readonly shadow?: keyof typeof shadows
  readonly size?: number
}

const shadows = { none: 'box-shadow:none;', theme: 'box-shadow:var(--shopbell-shadow);' }
const inks = { accent: 'on-accent', header: 'on-header', surface: 'text', raised: 'text' }

/** Where each part is in the widget. */
const places: { readonly [Part in keyof ResolvedTheme['parts']]-?: string } = {
  launcher: '.launcher',
  panel: '.panel',
  header: '.header',
  transcript: '.scroller',
  message: '.theirs .bubble',
  // No heavier than what answers to a pointer, which comes in a later sheet.
  'quick-replies': '[part~=quick-reply]',
  form: '[part~=form]',
  composer: '.field',
  'order-card': '[part~=order-card]',
  review: '[part~=review]',
}

/** What a settled theme says of parts, as rules. Each value is looked up here; none is written as it came. */
export function compileParts({ parts, launcher }: ResolvedTheme): string {
  return Object.entries(parts as Readonly<Record<string, Look>>)
    .map(([part, { ground, border, corners: corner, shadow, size }]) => {
      const isLauncher = part === 'launcher'
      const rule =
        `.root ${places[part as keyof typeof places]}{` +
        (ground ? `background-color:var(--shopbell-${ground});` : '') +
        (ground && isLauncher ? `color:var(--shopbell-${inks[ground]});` : '') +
        (border ? borders[border] : '') +
        (border && part === 'header' ? 'border-width:0 0 1px;' : '') +
        (corner ? corners[corner] : '') +
        (shadow ? shadows[shadow] : '') +
        (size ? (isLauncher ? `min-width:${size}px;height:${size}px;` : `min-height:${size}px;`) : '') +
        (size && isLauncher && /round|pill/.test(launcher) ? `border-radius:${size}px;` : '') +
        '}'
      // A panel that fills the screen has no edge to dress.
      return part === 'panel' ? `@media (min-height:480px) and (min-width:480px){${rule}}` : rule
    })
    .join('')
    .replaceAll(';}', '}')
}
