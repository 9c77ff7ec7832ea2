// The languages and who has read them. `node scripts/languages.mjs` prints it; `--write` puts it between the README's `languages`
// marks. It reads the last build.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readManifest } from './size.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const MARK = '<!-- languages -->'

/** What a language is reviewed by, in words. */
const REVIEW = { native: 'native', machine: 'machine, not yet read by a native speaker' }

/** Per language: what it calls itself, how much of English it says, who has read it, and the brotli bytes that it costs. */
export async function languages() {
  const locales = `${root}packages/core/dist/locales/`
  const { LANGUAGES } = await import(`${locales}choose-language.js`)
  const { keysOf } = await import(`${locales}known-keys.js`)
  const { files } = readManifest()
  const read = async (name) => {
    const { catalogue } = await import(`${locales}catalogues/${name}.js`)
    const { moduleTexts } = await import(`${locales}catalogues/modules/${name}.js`)
    const { words, texts } = keysOf(catalogue, moduleTexts)
    const [primary] = name.split('-', 1)
    const size = (file) =>
      files.find((each) => each.file.startsWith(`words-${file}-`) && each.file.split('-').length === file.split('-').length + 2)
    return {
      locale: name,
      name: catalogue.name,
      review: catalogue.review,
      sentences: words.length + texts.length,
      keys: [...words, ...texts],
      brotli: size(primary)?.brotli ?? 0,
      modules: size(`${primary}-modules`)?.brotli ?? 0,
    }
  }
  return Promise.all(LANGUAGES.map(read))
}

/** The same as a table in Markdown. */
export function languagesTable(rows) {
  const lines = rows.map(({ locale, name, review }) => `| ${name} | \`${locale}\` | ${REVIEW[review]} |`)
  return ['', '| Language | `data-locale` | Review |', '|---|---|---|', ...lines, ''].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await languages()
  const [english] = rows
  for (const { locale, review, sentences, keys, brotli, modules } of rows) {
    const size = locale === 'en' ? 'comes along with each part' : `${brotli} B, and ${modules} B where a flow has modules`
    console.log(`${locale.padEnd(8)} ${review.padEnd(8)} ${sentences} of ${english.sentences} sentences, ${size}`)
    const missing = english.keys.filter((key) => !keys.includes(key))
    if (missing.length > 0) console.log(`         to be translated: ${missing.join(', ')}`)
  }
  if (process.argv.includes('--write')) {
    const readme = readFileSync(`${root}README.md`, 'utf8')
    const [before, , after] = readme.split(MARK)
    if (after === undefined) throw new Error(`README.md needs two ${MARK} marks, around the table.`)
    writeFileSync(`${root}README.md`, `${before}${MARK}\n${languagesTable(rows)}\n${MARK}${after}`)
  }
}
