import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync } from 'node:zlib'
import { minify } from 'terser'
import { build } from 'vite'
import { coreSizes } from './core-size.mjs'
import { fetchedFiles } from './fetched-files.mjs'
import { finishedLooks, launcherColours, skinFiles } from './finished-looks.mjs'
import { jsx, jsxAsCalls } from './jsx-as-calls.mjs'
import { leanPreact } from './lean-preact.mjs'
import { plainLimits } from './plain-limits.mjs'
import { sharedNames } from './shared-names.mjs'
import { withSmallestNames } from './smallest-names.mjs'
import { workspaceSources } from './workspace-sources.mjs'

const packages = fileURLToPath(new URL('../packages/', import.meta.url))
const widget = `${packages}widget/`
const locales = new URL('../packages/core/dist/locales/', import.meta.url)

const common = {
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  root: widget,
  resolve: {
    alias: [...workspaceSources, { find: /^@preact\/signals$/, replacement: `${widget}src/cdn-signals.ts` }],
  },
  oxc: { jsx },
}

/**
 * What comes in one file each, by the step that brings it: what is imported when it is wanted, from whichever package. To the
 * bundler each is one module that exports all of theirs, so that there is one list of names. `after` is the file that has come
 * before; what both need is in that one.
 */
const TOGETHER = {
  // The shopper has seen the greeting.
  answer: {
    after: 'greeting',
    modules: ['widget/src/whole-chat.ts', 'widget/src/ui/answer/index.ts'],
  },
  // The shopper writes instead of tapping.
  writing: { after: 'answer', modules: ['core/src/free-text.ts'] },
  // The shopper asks for an order, or for articles: the flow's chapter, and what draws it.
  orders: {
    after: 'answer',
    modules: [
      'core/src/flow/storefront-orders.ts',
      'core/src/conversation/order-answer.ts',
      'core/src/ask-orders.ts',
      'core/src/http/http-orders.ts',
      'widget/src/ui/answer/orders/index.ts',
    ],
  },
  // Something is the matter with the order that was found.
  troubles: { after: 'answer', modules: ['core/src/flow/storefront-order-troubles.ts'] },
  articles: {
    after: 'answer',
    modules: [
      'core/src/flow/storefront-articles.ts',
      'core/src/conversation/kinds/articles.ts',
      'core/src/conversation/feedback.ts',
      'core/src/ask-faqs.ts',
      'core/src/http/http-faqs.ts',
      'widget/src/ui/answer/articles/index.ts',
    ],
  },
  // The story has become long.
  window: { after: 'answer', modules: ['widget/src/ui/window/index.ts'] },
  // The shopper has typed into a field what needs a second look.
  fields: { after: 'answer', modules: ['core/src/conversation/field-checks.ts'] },
  // A shop's own flow makes use of what the default one does not.
  own: {
    after: 'answer',
    modules: ['core/src/conversation/own-flow.ts', 'core/src/ask-action.ts', 'widget/src/ui/answer/own/index.ts'],
  },
  // There is something from an earlier visit, or from another tab.
  kept: { after: 'answer', modules: ['widget/src/browser/take-kept.ts', 'core/src/conversation/resume.ts'] },
  // The shopper has followed a link in a mail.
  link: { after: 'answer', modules: ['widget/src/browser/resume-ticket.ts'] },
  // The page has told what it knows of the shopper.
  facts: {
    after: 'answer',
    modules: ['widget/src/facts-from.ts', 'widget/src/page/known-facts.ts', 'widget/src/linked-order.ts'],
  },
  // The page sets what few do: a place of its own, consent first, hooks.
  more: {
    after: 'greeting',
    modules: [
      'widget/src/page/more.ts',
      'widget/src/page/keep-consent.ts',
      'widget/src/page/place-chat.ts',
      'widget/src/page/mirror-events.ts',
    ],
    step: 'page',
  },
  // The page calls what few do, listens, or has hooks.
  page: {
    after: 'answer',
    modules: ['widget/src/page/methods.ts', 'widget/src/page/announce-steps.ts', 'widget/src/page/hold-hooks.ts'],
  },
  // A person is called.
  person: {
    after: 'answer',
    modules: [
      'core/src/person.ts',
      'core/src/flow/storefront-handoff.ts',
      'core/src/http/http-handoff.ts',
      'widget/src/ui/person/index.ts',
    ],
  },
  live: { after: 'person', modules: ['core/src/live.ts', 'widget/src/browser/lead-tabs.ts'] },
  socket: { after: 'person', modules: ['core/src/adapters/socket-io.ts'], step: 'live' },
  // A person has been called, and the shopper may look elsewhere; or wants to see what is stored.
  device: {
    after: 'person',
    modules: ['widget/src/notify/attend-answers.ts', 'widget/src/notify/open-receipt.tsx'],
  },
}

const compressed = promisify(brotliCompress)

/** Stands in the files' names until all of them are there. */
const VERSION = 'VERSION0'

/** Letters of a version's name, of sixteen each: two versions share one once in sixteen million times. */
const NAME_LENGTH = 6

/** What the module of such a file is called, before its name. */
const PART = 'part:/'

/** What else not every conversation needs, known by the module that is imported when it is wanted. */
const PARTS = {
  // The browser is one without channels. A developer has made a mistake, has brought a look to measure, or looks at what happens.
  rare: /widget\/src\/(browser\/tell-by-storage|diagnose|tailor|own-look|packed-theme|tell-failures|debug\/index)\.ts$/,
  // There will be something from an earlier visit, since the shopper is writing.
  kept: /widget\/src\/attend-shopper\.ts$/,
  // The shop reads texts with a classifier of its own.
  classifier: /core\/src\/ask-classifier\.ts$/,
  // The shopper is spoken to in another language, or in the shop's own words.
  language: /widget\/src\/language\/(speak|known-keys)\.ts$|core\/src\/triage\/requests\/(?!en\.)[\w-]+\.ts$/,
  // The shop's flow is a file of its own.
  flow: /widget\/src\/flow-from\.ts$/,
  // The panel covers the page, as on a phone.
  phone: /widget\/src\/ui\/cover\/cover-page\.ts$/,
  // The shop speaks first.
  proactive: /widget\/src\/proactive\/watch-visit\.ts$/,
  // The page says where the chat is to be, or asks before there is one.
  page: /widget\/src\/page\/(beside|help-files)\.ts$/,
}

/**
 * The files that a script tag needs, in `packages/widget/cdn`: `shopbell.js` with its lasting name, the rest under names that
 * change with their content, and `manifest.json`, which says what belongs to which step and how large it is.
 */
export async function buildCdn() {
  const skins = await skinFiles(VERSION)
  const chunks = await bundle()

  await build({
    ...common,
    define: {
      __SHOPBELL_ENTRY__: JSON.stringify(`widget-${VERSION}.js`),
      __SHOPBELL_BESIDE__: JSON.stringify(`beside-${VERSION}.js`),
      __SHOPBELL_LAUNCHER__: JSON.stringify(await launcherColours()),
      __SHOPBELL_SKINS__: JSON.stringify(`-${VERSION}.js`),
    },
    build: {
      outDir: 'cdn',
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: `${widget}src/loader.ts`,
        formats: ['iife'],
        name: 'shopbellLoader',
        fileName: () => 'shopbell.js',
      },
    },
  })
  for (const { file, text } of skins) writeFileSync(`${widget}cdn/${file}`, text)
  const others = { language: await writeLanguages(), skin: skins.map(({ file }) => file) }
  const version = await nameVersion()
  const loader = `${widget}cdn/shopbell.js`
  writeFileSync(loader, await withSmallestNames(readFileSync(loader, 'utf8')))
  writeManifest(chunks, others, version, await coreSizes(chunks))
}

/**
 * Puts the hash of all files into their names and wherever they name each other. One for all: whatever changes, the first file says
 * other names then and the others import that, so that each would get a new name anyway; and names by chance do not compress.
 */
async function nameVersion() {
  const files = readdirSync(`${widget}cdn`).sort()
  const texts = files.map((file) => readFileSync(`${widget}cdn/${file}`, 'utf8'))
  const version = await shortest(files, texts)
  for (const [index, file] of files.entries()) {
    writeFileSync(`${widget}cdn/${file}`, texts[index].replaceAll(VERSION, version))
    renameSync(`${widget}cdn/${file}`, `${widget}cdn/${file.replace(VERSION, version)}`)
  }
  return version
}

/**
 * How small a name makes the files is chance, so there are some for every content: that is taken which makes the files that most visits
 * fetch smallest. In letters that are frequent in code, which compress better.
 */
async function shortest(files, texts) {
  const hash = createHash('sha256').update(JSON.stringify(texts)).digest('hex')
  const letters = hash.replace(/./g, (digit) => 'etaoinsrhldcumfp'[Number.parseInt(digit, 16)])
  const names = Array.from({ length: letters.length - NAME_LENGTH }, (_, at) => letters.slice(at, at + NAME_LENGTH))
  const often = texts.filter((_, index) => /^(shopbell|widget|answer)\b/.test(files[index]))
  const weight = async (name) => {
    const sizes = await Promise.all(often.map(async (text) => (await compressed(text.replaceAll(VERSION, name))).length))
    return { name, bytes: sizes.reduce((sum, bytes) => sum + bytes) }
  }
  const weighed = await Promise.all(names.map(weight))
  return weighed.sort((a, b) => a.bytes - b.bytes)[0].name
}

/** A second minifier over the finished files finds another one per cent. */
const finishedTwice = {
  name: 'finished-twice',
  async generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue
      const { code } = await minify(file.code, {
        module: true,
        ecma: 2020,
        nameCache: { vars: { props: sharedNames(file.code) } },
        compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false },
      })
      file.code = code
    }
  },
}

/**
 * The bundler's own helper goes through all names of an object, those too that a page has given to every object, and fails there: then
 * no part that needs the helper would ever load.
 */
const ownNamesOnly = {
  name: 'own-names-only',
  renderChunk(code, { name }) {
    if (name !== 'rolldown-runtime') return undefined
    const own = code.replace(/for\s*\((?:var|let) (\w+) in (\w+)\)/, 'for(let $1 of Object.keys($2))')
    if (own === code) throw new Error('The bundler’s helper has changed: see whether it still takes inherited names.')
    return own
  },
}

/** Bundles the widget and says for each chunk at which step of a visit it is downloaded. */
async function bundle() {
  const [{ output }] = await build({
    ...common,
    plugins: [
      leanPreact,
      jsxAsCalls,
      await finishedLooks(VERSION),
      finishedLanguages(),
      plainSheets,
      plainLimits,
      ownCopies,
      wholeParts,
      ownNamesOnly,
      fetchedFiles(VERSION),
      finishedTwice,
    ],
    define: { __SHOPBELL_VERSION__: JSON.stringify(VERSION) },
    build: {
      cssMinify: false,
      outDir: 'cdn',
      emptyOutDir: true,
      target: 'es2022',
      // As a library, because an application wraps each `import()` in a preload, which would ask the page's own origin.
      // The loader asks for both.
      lib: { entry: { widget: `${widget}src/cdn.ts`, beside: `${widget}src/page/beside.ts` }, formats: ['es'] },
      rolldownOptions: {
        // A constant by another module's name costs more than its value does.
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
        // A file that says what has come before is no mistake.
        checks: { ineffectiveDynamicImport: false },
        // What later chunks share stays in the first file, so that the greeting is one request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          // Libraries keep their white space and comments unless told.
          minify: true,
          comments: false,
          entryFileNames: `[name]-${VERSION}.js`,
          chunkFileNames: `[name]-${VERSION}.js`,
        },
      },
    },
  })
  return withSteps(output.filter((file) => file.type === 'chunk'))
}

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
function finishedLanguages() {
  return {
    name: 'finished-languages',
    async load(id) {
      if (id === `${widget}src/language/catalogues.ts`)
        return `export const catalogues = (name) => import(/* @vite-ignore */ \`./words-\${name}-${VERSION}.js\`)`
      if (id === `${widget}src/language/module-texts.ts`)
        return `export const moduleTexts = async (name) => (await import(/* @vite-ignore */ \`./words-\${name}-modules-${VERSION}.js\`)).moduleTexts`
      if (id !== `${widget}src/language/known-keys.ts`) return undefined
      const { keysOf } = await import(new URL('known-keys.js', locales).href)
      const { catalogue } = await import(new URL('catalogues/en.js', locales).href)
      const { moduleTexts } = await import(new URL('catalogues/modules/en.js', locales).href)
      return `export const knownKeys = ${JSON.stringify(keysOf(catalogue, moduleTexts))}`
    },
  }
}

/** Writes them, and answers with their names. */
async function writeLanguages() {
  return Object.entries(await languageFiles()).map(([name, text]) => {
    const file = `words-${name}-${VERSION}.js`
    writeFileSync(`${widget}cdn/${file}`, `${text}\n`)
    return file
  })
}

/**
 * Takes the white space out of style sheets and leaves their declarations in the order in which they were written, the same
 * everywhere: so they compress better than after a minifier, which puts them into an order of its own.
 */
const plainSheets = {
  name: 'plain-sheets',
  enforce: 'post',
  transform(code, id) {
    if (!id.endsWith('.css?inline')) return undefined
    return code.replace(/".*"/s, (sheet) => JSON.stringify(withoutSpace(JSON.parse(sheet))))
  },
}

/** None of our sheets has a string with a space in it. */
function withoutSpace(sheet) {
  return sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/(?<=\w): /g, ':')
    .replace(/;}/g, '}')
    .replace(/(?<=[( :])0\./g, '.')
    .replaceAll(' !', '!')
    .replace(/(?<=\)) \* (?=\d)/g, '*')
    .trim()
}

/**
 * What checks a flow that is a file is needed before the greeting's next file is, and shares two small modules with it. It gets copies
 * of them, since a file for what they share would be one more request for everybody. What few shops have answers from, files, gets copies
 * of all that it needs for the same reason, and so does what answers before the greeting is there. What reads the desk's log has its own
 * of what reads an order and an article, which come with the conversation about one.
 */
const ownCopies = {
  name: 'own-copies',
  enforce: 'pre',
  resolveId: {
    filter: { id: /\.js$/ },
    async handler(source, importer = '') {
      const ofFlows = /core\/src\/flow\/[\w-]+\.ts$/.test(importer) && /\/(limits|reason)\.js$/.test(source)
      const ofLog =
        /core\/src\/boundary\/parse-(content\.ts|packet\.ts|order\.ts\?copy)$/.test(importer) &&
        /\/(parse-order|parse-article|order)\.js$/.test(source)
      const ofLogout = /widget\/src\/page\/answer-before\.ts$/.test(importer)
      const ofFiles = /core\/src\/adapters\/files\.ts$|\?whole$/.test(importer)
      if (!ofFlows && !ofLog && !ofLogout && !ofFiles) return undefined
      const found = await this.resolve(source, importer.replace('?whole', ''), { skipSelf: true })
      return found && `${found.id}?${ofFiles ? 'whole' : 'copy'}`
    },
  },
}

/** Puts one module for a whole file in the place of each that is imported when the file is wanted. */
const wholeParts = {
  name: 'whole-parts',
  resolveId: (id) => (id.startsWith(PART) ? id : undefined),
  async resolveDynamicImport(source, importer) {
    const found = await this.resolve(source, importer)
    const part = Object.keys(TOGETHER).find((name) => TOGETHER[name].modules.some((file) => found?.id === packages + file))
    return part ? PART + part : found
  },
  load(id) {
    if (!id.startsWith(PART)) return undefined
    const { after, modules } = TOGETHER[id.slice(PART.length)]
    const before = after === 'greeting' ? `${widget}src/cdn.ts` : PART + after
    const exported = modules.map((file) => `export * from ${JSON.stringify(packages + file)}`)
    // Kept although it brings no name: it says what has come before.
    return { code: [`import ${JSON.stringify(before)}`, ...exported].join('\n'), moduleSideEffects: 'no-treeshake' }
  },
}

function withSteps(chunks) {
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const reach = (start, follow) => {
    const reached = new Set()
    const visit = (name) => {
      if (reached.has(name)) return
      reached.add(name)
      follow(named.get(name)).forEach(visit)
    }
    visit(start)
    return reached
  }
  const partOf = (name) => {
    const { modules } = named.get(name)
    const part = Object.keys(modules)
      .find((id) => id.startsWith(PART))
      ?.slice(PART.length)
    if (part) return TOGETHER[part].step ?? part
    return Object.keys(PARTS).find((part) => Object.keys(modules).some((id) => PARTS[part].test(id)))
  }
  const greeting = reach(`widget-${VERSION}.js`, (chunk) => chunk.imports)
  const parts = chunks.filter(({ fileName }) => partOf(fileName)).map(({ fileName }) => fileName)
  const stepOf = (name) => {
    if (greeting.has(name)) return 'greeting'
    // What several parts share is counted with the one that comes first.
    const steps = parts.filter((part) => reach(part, ({ imports }) => imports).has(name)).map(partOf)
    return [...Object.keys(TOGETHER), ...Object.keys(PARTS)].find((part) => steps.includes(part)) ?? 'live'
  }
  return chunks.map((chunk) => ({ chunk, step: stepOf(chunk.fileName) }))
}

function writeManifest(chunks, others, version, core) {
  const named = (file, step) => {
    const name = file.replace(VERSION, version)
    return { file: name, step, ...sizesOf(name) }
  }
  const files = chunks.map(({ chunk: { fileName }, step }) => named(fileName, step))
  for (const [step, names] of Object.entries(others)) files.push(...names.map((file) => named(file, step)))
  files.unshift(named('shopbell.js', 'loader'))
  writeFileSync(`${widget}cdn/manifest.json`, `${JSON.stringify({ entry: `widget-${version}.js`, files, core }, null, 2)}\n`)
}

function sizesOf(file) {
  const bytes = readFileSync(`${widget}cdn/${file}`)
  return { bytes: bytes.length, brotli: brotliCompressSync(bytes).length }
}
