import { looks } from './looks.js'
import { resolveTheme } from './resolve-theme.js'
import type { Palette, Theme } from './theme.js'

// Flat is a shadow without ink and not `none`, so that it can stand in a list of shadows.
const clear = '#0000'

const declare = (palette: Required<Palette>, scheme: string, shade: string): string =>
  `color-scheme:${scheme};--shopbell-shadow:0 1px 3px ${shade},0 12px 36px ${shade}` +
  Object.entries(palette)
    .map(([token, colour]) => `;--shopbell-${token.replace(/[A-Z]/g, '-$&').toLowerCase()}:${colour}`)
    .join('')

/**
 * A theme as the text of one style sheet for a shadow root's `adoptedStyleSheets`: custom properties on `:host`, light by
 * default, dark where the device asks for it; `data-scheme="light"` or `"dark"` on the host decides instead.
 *
 * The theme is settled anew first, so every value in the text was written by this package and nothing can be smuggled in.
 *
 * @example
 * const sheet = new CSSStyleSheet()
 * sheet.replaceSync(compileTheme(theme))
 * root.adoptedStyleSheets.push(sheet)
 */
export function compileTheme(theme: Theme): string {
  const { light, dark, radius, density, font, depth } = resolveTheme(theme)
  // Light shadows take the text's hue, as shadows on coloured paper do. In the dark only black is darker than the ground.
  const day = declare(light, 'light', depth === 'flat' ? clear : `${light.text.slice(0, 7)}1f`)
  const night = declare(dark, 'dark', depth === 'flat' ? clear : '#00000066')
  return (
    `:host{--shopbell-radius:${looks.radius[radius]};--shopbell-radius-small:calc(var(--shopbell-radius)*.6);` +
    `--shopbell-space:${looks.density[density]};--shopbell-font:${looks.font[font]};` +
    `--shopbell-hairline:1px solid var(--shopbell-line);${day}}` +
    `@media (prefers-color-scheme:dark){:host(:not([data-scheme=light])){${night}}}` +
    `:host([data-scheme=dark]){${night}}`
  )
}
