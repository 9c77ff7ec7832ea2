import { looks } from './looks.js'
import { resolveTheme } from './resolve-theme.js'
import type { Palette, Theme } from './theme.js'

const declare = (palette: Required<Palette>, scheme: string, shadow: string): string =>
  [
    `color-scheme:${scheme}`,
    ...Object.entries(palette).map(
      ([token, colour]) => `--shopbell-${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${colour}`,
    ),
    `--shopbell-shadow:${shadow}`,
  ].join(';')

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
  const [large, small] = looks.radius[radius]
  // Light shadows take the text's hue, as shadows on coloured paper do. In the dark only black is darker than the ground.
  const ink = light.text.slice(0, 7)
  const shadows = (near: string, far: string) => (depth === 'flat' ? 'none' : `0 1px 3px ${near},0 12px 36px ${far}`)
  const day = declare(light, 'light', shadows(`${ink}14`, `${ink}29`))
  const night = declare(dark, 'dark', shadows('#00000066', '#00000080'))
  return (
    `:host{--shopbell-radius:${large};--shopbell-radius-small:${small};--shopbell-space:${looks.density[density]};` +
    `--shopbell-font:${looks.font[font]};--shopbell-hairline:1px solid var(--shopbell-line);${day}}` +
    `@media (prefers-color-scheme:dark){:host(:not([data-scheme=light])){${night}}}` +
    `:host([data-scheme=dark]){${night}}`
  )
}
