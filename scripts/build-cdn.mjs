import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { coreSizes } from './core-size.mjs'
import { fetchedFiles } from './fetched-files.mjs'
import { finishedLooks, launcherColours, skinFiles } from './finished-looks.mjs'
import { finishedTwice } from './finished-twice.mjs'
import { jsx, jsxAsCalls } from './jsx-as-calls.mjs'
import { leanPreact } from './lean-preact.mjs'
import { ownCopies } from './own-copies.mjs'
import { ownNamesOnly } from './own-names-only.mjs'
import { plainLimits } from './plain-limits.mjs'
import { plainSheets } from './plain-sheets.mjs'
import { withSmallestNames } from './smallest-names.mjs'
import { wholeParts, withSteps } from './steps-of-visit.mjs'
import { nameVersion, VERSION } from './version-name.mjs'
import { finishedLanguages, writeLanguages } from './word-files.mjs'
import { workspaceSources } from './workspace-sources.mjs'

const widget = fileURLToPath(new URL('../packages/widget/', import.meta.url))
const cdn = `${widget}cdn`

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
  for (const { file, text } of skins) writeFileSync(`${cdn}/${file}`, text)
  const others = { language: await writeLanguages(cdn), skin: skins.map(({ file }) => file) }
  const version = await nameVersion(cdn)
  const loader = `${cdn}/shopbell.js`
  writeFileSync(loader, await withSmallestNames(readFileSync(loader, 'utf8')))
  writeManifest(chunks, others, version, await coreSizes(chunks))
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

function writeManifest(chunks, others, version, core) {
  const named = (file, step) => {
    const name = file.replace(VERSION, version)
    return { file: name, step, ...sizesOf(name) }
  }
  const files = chunks.map(({ chunk: { fileName }, step }) => named(fileName, step))
  for (const [step, names] of Object.entries(others)) files.push(...names.map((file) => named(file, step)))
  files.unshift(named('shopbell.js', 'loader'))
  writeFileSync(`${cdn}/manifest.json`, `${JSON.stringify({ entry: `widget-${version}.js`, files, core }, null, 2)}\n`)
}

function sizesOf(file) {
  const bytes = readFileSync(`${cdn}/${file}`)
  return { bytes: bytes.length, brotli: brotliCompressSync(bytes).length }
}
