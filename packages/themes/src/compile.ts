import { compileImages } from './compile-images.js'
import { compileParts } from './compile-parts.js'
import { looks } from './looks.js'
import { resolveTheme } from './resolve-theme.js'
import type { Palette, Theme } from './theme.js'

/** The choices that are rules of their own, in the order in which they are written. */
const ruled = ['pattern', 'scale', 'motion', 'launcher', 'bubble', 'headerStyle'] as const

/** The titles in a font of their own. The page's stands above all the rest, so it is handed down to them, and the rest takes the theme's. */
const titled = (font: string): string =>
  font === 'inherit'
    ? '.root{font-family:inherit}' +
      '.root :not(:has(.title,.headline),.title,.headline,.title *,.headline *){font-family:var(--shopbell-font)}'
    : `.root :is(.title,.headline){font-family:${font}}`

const declare = (palette: Required<Palette>, scheme: string, shadow: string): string =>
  `color-scheme:${scheme};--shopbell-shadow:${shadow}` +
  Object.entries(palette)
    .map(([token, colour]) => `;--shopbell-${token.replace(/[A-Z]/g, '-$&').toLowerCase()}:${colour}`)
    .join('')

/**
 * A theme as the text of one style sheet for a shadow root's `adoptedStyleSheets`: custom properties on `:host`, light by
 * default, dark where the device asks for it; `data-scheme="light"` or `"dark"` on the host decides instead.
 *
 * The theme is settled anew first, so every value in the text was written by this package and nothing can be smuggled in.
 *
 * Rules come only from what is not as in the base theme, which therefore costs no more than its colours.
 *
 * @param hosts from which the shop allows pictures.
 * @example
 * const sheet = new CSSStyleSheet()
 * sheet.replaceSync(compileTheme(theme))
 * root.adoptedStyleSheets.push(sheet)
 */
export function compileTheme(theme: Theme, hosts: readonly string[] = []): string {
  const settled = resolveTheme(theme, undefined, hosts)
  const { light, dark, radius, density, font, titleFont, depth } = settled
  // Light shadows take the text's hue, as shadows on coloured paper do. In the dark only black is darker than the ground.
  const shadow = (shade: string) => looks.depth[depth].replaceAll('$', shade)
  const day = declare(light, 'light', shadow(`${light.text.slice(0, 7)}1f`))
  const night = declare(dark, 'dark', shadow('#00000066'))
  return (
    `:host{--shopbell-radius:${looks.radius[radius]};` +
    `--shopbell-space:${looks.density[density]};--shopbell-font:${looks.font[font]};${day}}` +
    `@media (prefers-color-scheme:dark){:host(:not([data-scheme=light])){${night}}}` +
    `:host([data-scheme=dark]){${night}}` +
    (titleFont === 'same' ? '' : titled(looks.titleFont[titleFont])) +
    ruled.map((choice) => (looks[choice] as Readonly<Record<string, string>>)[settled[choice]]).join('') +
    compileParts(settled) +
    compileImages(settled)
  )
}
