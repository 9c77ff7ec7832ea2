import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { workspaceSources } from './workspace-sources.mjs'

const widget = fileURLToPath(new URL('../packages/widget/', import.meta.url))
const themes = new URL('../packages/themes/dist/', import.meta.url)

const common = {
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  root: widget,
  resolve: { alias: workspaceSources },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}

/** What only a conversation with a person needs, and what only a developer's mistake does. */
const LIVE = /packages\/(core\/src\/(live|adapters\/socket-io)|widget\/src\/ui\/person\/index)\.ts$/
const MISTAKE = /packages\/widget\/src\/diagnose\.ts$/

/** Vite wraps each `import()` to preload styles and chunks. There are none, and the wrapper weighs more than most of our files. */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : undefined),
}

/**
 * The files that a script tag needs, in `packages/widget/cdn`: `shopbell.js` with its lasting name, the rest under names that
 * change with their content, and `manifest.json`, which says what belongs to which step and how large it is.
 */
export async function buildCdn() {
  // The first build only shows what the bot's answers consist of, so that the second can put them into one file: a conversation
  // needs them all, and together they are one request and compress better.
  const parts = await bundle({ write: false })
  const inAnswer = new Set(parts.filter(({ step }) => step === 'answer').flatMap(({ chunk }) => Object.keys(chunk.modules)))
  const chunks = await bundle({
    write: true,
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'answer', test: (id) => inAnswer.has(id) }] },
  })
  const entry = chunks.find(({ chunk }) => chunk.isEntry).chunk.fileName

  await build({
    ...common,
    define: {
      __SHOPBELL_ENTRY__: JSON.stringify(entry),
      __SHOPBELL_SKINS__: JSON.stringify(await launcherLooks()),
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
  writeManifest(chunks, entry)
}

/** Bundles the widget and says for each chunk at which step of a visit it is downloaded. */
async function bundle({ write, codeSplitting }) {
  const { output } = await build({
    ...common,
    plugins: [plainImports],
    base: './',
    build: {
      write,
      outDir: 'cdn',
      emptyOutDir: true,
      target: 'es2022',
      // The files are on another origin than the page, and a preload would be asked for on the page's own.
      modulePreload: false,
      rolldownOptions: {
        input: { widget: `${widget}src/cdn.ts` },
        // What later chunks share stays in the first file, so that the greeting is one request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          format: 'es',
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          ...(codeSplitting && { codeSplitting }),
        },
      },
    },
  })
  return withSteps(output.filter((file) => file.type === 'chunk'))
}

/** How the loader paints the launcher per skin, before the skin itself is there. */
async function launcherLooks() {
  const { resolveTheme, counter } = await import(new URL('index.js', themes).href)
  const looks = {}
  const look = (theme) => {
    const { light, dark, launcher } = resolveTheme(theme)
    return [light.accent, light.onAccent, dark.accent, dark.onAccent, launcher === 'pill' ? 1 : 0]
  }
  for (const name of shippedSkins()) {
    const { theme } = await import(new URL(`skins/${name}.js`, themes).href)
    looks[name] = look(theme)
  }
  return { ...looks, '': look(counter) }
}

function shippedSkins() {
  const source = readFileSync(`${widget}src/skins.ts`, 'utf8')
  return [...source.matchAll(/@shopbell\/themes\/skins\/([a-z-]+)'/g)].map(([, name]) => name)
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
  const leadsTo = (name, pattern) => pattern.test(named.get(name)?.facadeModuleId ?? '')
  const entry = chunks.find((chunk) => chunk.isEntry).fileName
  const greeting = reach(entry, (chunk) => chunk.imports)
  const answered = reach(entry, ({ imports, dynamicImports }) => [
    ...imports,
    ...dynamicImports.filter((name) => !leadsTo(name, LIVE) && !leadsTo(name, MISTAKE)),
  ])
  const stepOf = (name) => {
    if (greeting.has(name)) return 'greeting'
    if (answered.has(name)) return 'answer'
    return leadsTo(name, MISTAKE) ? 'mistake' : 'live'
  }
  return chunks.map((chunk) => ({ chunk, step: stepOf(chunk.fileName) }))
}

function writeManifest(chunks, entry) {
  const files = chunks.map(({ chunk: { fileName }, step }) => ({ file: fileName, step, ...sizesOf(fileName) }))
  files.unshift({ file: 'shopbell.js', step: 'loader', ...sizesOf('shopbell.js') })
  writeFileSync(`${widget}cdn/manifest.json`, `${JSON.stringify({ entry, files }, null, 2)}\n`)
}

function sizesOf(file) {
  const bytes = readFileSync(`${widget}cdn/${file}`)
  return { bytes: bytes.length, brotli: brotliCompressSync(bytes).length }
}
