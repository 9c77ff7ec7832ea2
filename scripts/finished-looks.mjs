// The shipped skins as the widget wears them. Found by convention: a file in packages/themes/src/skins is a skin.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const themes = new URL('../packages/themes/', import.meta.url)
const widget = fileURLToPath(new URL('../packages/widget/src/', import.meta.url))

/** What the module of a finished skin is called, before its name. */
const LOOK = 'look:/'

/** What a launcher says that is a pill, before the shopper's language is there. */
const PILL = 'Need a hand?'

/** The looks of all skins by name, made by the built package: the style sheet, whether the launcher has words, and what the loader needs. */
export async function shippedLooks() {
  const { compileTheme, resolveTheme } = await import(new URL('dist/index.js', themes).href)
  const names = readdirSync(new URL('src/skins/', themes)).flatMap((file) => file.match(/^([a-z][a-z\d-]*)\.ts$/)?.[1] ?? [])
  const looks = {}
  for (const name of names) {
    const { theme } = await import(new URL(`dist/skins/${name}.js`, themes).href)
    const settled = resolveTheme(theme)
    looks[name] = { css: compileTheme(theme), pill: settled.launcher === 'pill', launcher: launcherSheet(settled) }
  }
  return looks
}

/** What of the launcher the loader paints otherwise than for the default skin, before anything else of this one is there. */
function launcherSheet({ launcher, parts: { launcher: part = {} } }) {
  const { ground = 'accent', size = 56 } = part
  const inks = { header: 'on-header', surface: 'text', raised: 'text' }
  // Word for word what the sheet says, so that it hardly costs anything.
  const corners = { square: 'border-radius:calc(var(--shopbell-radius)*1.4)', leaf: 'border-end-end-radius:6px' }
  const own = [
    ground === 'accent' ? [] : [`background:var(--shopbell-${ground})`, `color:var(--shopbell-${inks[ground]})`],
    corners[launcher] ?? [],
    size === 56 ? [] : `padding:${(size - 28) / 2}px`,
  ].flat()
  // What the rest draws is deeper.
  return (
    (own.length === 0 ? '' : `:host>button{${own.join(';')}}`) +
    (launcher === 'pill' ? `:host>button:after{content:'\\2002 ${PILL}'}` : '')
  )
}

/** The colours of the default skin's launcher, which the loader has with it. */
export async function launcherColours() {
  const { resolveTheme } = await import(new URL('dist/index.js', themes).href)
  const { light, dark } = resolveTheme({})
  const colours = ({ accent, onAccent }) => `--shopbell-accent:${accent};--shopbell-on-accent:${onAccent}`
  return (
    `:host{${colours(light)}}:host([data-scheme=dark]){${colours(dark)}}` +
    `@media (prefers-color-scheme:dark){:host(:not([data-scheme=light])){${colours(dark)}}}`
  )
}

/**
 * The skins but the default one, as files that need no other. `version` is in all their names, so that loader and widget can ask for one
 * without a list of them.
 */
export async function skinFiles(version) {
  const { counter: _, ...others } = await shippedLooks()
  return Object.entries(others).map(([name, { css, pill, launcher }]) => ({
    file: `skin-${name}-${version}.js`,
    text: `export const css=${JSON.stringify(css + launcher)},pill=${pill ? '!0' : '!1'}\n`,
  }))
}

/**
 * Puts finished looks in the place of the code that makes them. `version`: the other skins are files beside the widget, with it in their
 * names; without it the bundler is given a module for each.
 */
export async function finishedLooks(version) {
  const { counter, ...others } = await shippedLooks()
  const plain = JSON.stringify({ css: counter.css, pill: counter.pill })
  const modules = Object.keys(others).map((name) => `${JSON.stringify(name)}: () => import('${LOOK}${name}')`)
  const skin = version
    ? `(name) => import(/* @vite-ignore */ \`./skin-\${name}-${version}.js\`)`
    : `async (name) => ({ __proto__: null, ${modules} })[name]()`
  return {
    name: 'finished-looks',
    resolveId: (id) => (id.startsWith(LOOK) ? id : undefined),
    load(id) {
      if (id.startsWith(LOOK)) {
        const { css, pill } = others[id.slice(LOOK.length)]
        return `export const css = ${JSON.stringify(css)}, pill = ${pill}`
      }
      if (id === `${widget}skin-names.ts`)
        return `export const skinNames = ${JSON.stringify(['counter', ...Object.keys(others)])}`
      return id === `${widget}skins.ts` ? `export const plain = ${plain}, skin = ${skin}` : undefined
    },
  }
}
