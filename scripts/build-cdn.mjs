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

/** What only a conversation with a person needs. Everything else that loads late belongs to the bot's answers. */
const LIVE = /packages\/core\/src\/(live|adapters\/socket-io)\.ts$/

/**
 * The files that a script tag needs, in `packages/widget/cdn`: `shopbell.js` with its lasting name, the rest under names that
 * change with their content, and `manifest.json`, which says what belongs to which step and how large it is.
 */
export async function buildCdn() {
  const { output } = await build({
    ...common,
    base: './',
    build: {
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
        },
      },
    },
  })
  const chunks = output.filter((file) => file.type === 'chunk')
  const entry = chunks.find((chunk) => chunk.isEntry).fileName

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

function writeManifest(chunks, entry) {
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const reach = (names, follow) => {
    const reached = new Set()
    const visit = (name) => {
      const chunk = named.get(name)
      if (!chunk || reached.has(name)) return
      reached.add(name)
      follow(chunk).forEach(visit)
    }
    names.forEach(visit)
    return reached
  }
  const greeting = reach([entry], (chunk) => chunk.imports)
  const isLive = (name) => LIVE.test(named.get(name)?.facadeModuleId ?? '')
  const answered = reach([entry], (chunk) => [...chunk.imports, ...chunk.dynamicImports.filter((name) => !isLive(name))])

  const files = chunks.map(({ fileName }) => ({
    file: fileName,
    step: greeting.has(fileName) ? 'greeting' : answered.has(fileName) ? 'answer' : 'live',
    ...sizesOf(fileName),
  }))
  files.unshift({
    file: 'shopbell.js',
    step: 'loader',
    ...sizesOf('shopbell.js'),
  })
  writeFileSync(`${widget}cdn/manifest.json`, `${JSON.stringify({ entry, files }, null, 2)}\n`)
}

function sizesOf(file) {
  const bytes = readFileSync(`${widget}cdn/${file}`)
  return { bytes: bytes.length, brotli: brotliCompressSync(bytes).length }
}
