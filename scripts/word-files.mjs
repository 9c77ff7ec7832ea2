// What is said in each language, as files of its own that are found without a list.
import { readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VERSION } from './version-name.mjs'

const language = fileURLToPath(new URL('../packages/widget/src/language/', import.meta.url))
const locales = new URL('../packages/core/dist/locales/', import.meta.url)

/**
 * What is said in each language, as a file that needs no other, by the first subtag of the language's name. The version is in
 * all their names, so that the widget can ask for one without a list of them.
 */
async function languageFiles() {
  const names = readdirSync(new URL('catalogues/', locales)).flatMap((file) => file.match(/^(.+)\.js$/)?.[1] ?? [])
  const texts = {}
  for (const name of names) {
    const { catalogue } = await import(new URL(`catalogues/${name}.js`, locales).href)
    const { moduleTexts } = await import(new URL(`catalogues/modules/${name}.js`, locales).href)
    const [primary] = name.split('-', 1)
    texts[primary] = `export const catalogue=${JSON.stringify(catalogue)}`
    texts[`${primary}-modules`] = `export const moduleTexts=${JSON.stringify(moduleTexts)}`
  }
  return texts
}

/** Puts the way to the finished files in the place of the list of languages, and the names in the place of what finds them. */
export function finishedLanguages() {
  return {
    name: 'finished-languages',
    async load(id) {
      if (id === `${language}catalogues.ts`)
        return `export const catalogues = (name) => import(/* @vite-ignore */ \`./words-\${name}-${VERSION}.js\`)`
      if (id === `${language}module-texts.ts`)
        return `export const moduleTexts = async (name) => (await import(/* @vite-ignore */ \`./words-\${name}-modules-${VERSION}.js\`)).moduleTexts`
      if (id !== `${language}known-keys.ts`) return undefined
      const { keysOf } = await import(new URL('known-keys.js', locales).href)
      const { catalogue } = await import(new URL('catalogues/en.js', locales).href)
      const { moduleTexts } = await import(new URL('catalogues/modules/en.js', locales).href)
      return `export const knownKeys = ${JSON.stringify(keysOf(catalogue, moduleTexts))}`
    },
  }
}

/** Writes them, and answers with their names. */
export async function writeLanguages(folder) {
  return Object.entries(await languageFiles()).map(([name, text]) => {
    const file = `words-${name}-${VERSION}.js`
    writeFileSync(`${folder}/${file}`, `${text}\n`)
    return file
  })
}
