// Builds what `tsc -b` does not: the widget for npm and for script tags, and the desk's inbox. Run `tsc -b` first.
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { buildCdn } from './build-cdn.mjs'
import { buildStudio } from './build-studio.mjs'
import { finishedLooks } from './finished-looks.mjs'
import { step } from './step.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))

/** ES modules that are readable as they are; every dependency stays an import, for the shop's own bundler. */
export async function buildPackage() {
  const widget = `${root}packages/widget`
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root: widget,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [await finishedLooks()],
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      minify: false,
      target: 'es2022',
      sourcemap: true,
      lib: {
        entry: {
          index: `${widget}/src/index.ts`,
          element: `${widget}/src/element.ts`,
        },
        formats: ['es'],
      },
      rolldownOptions: {
        external: (id) => /^(preact|idb-keyval|socket\.io-client)(\/|$)|^@(preact|shopbell)\//.test(id),
      },
    },
  })
}

async function buildInbox() {
  const file = `${root}scripts/build-inbox.mjs`
  if (existsSync(file)) await (await import(pathToFileURL(file).href)).buildInbox()
}

/** Everything, one step after the other. */
export async function buildAll() {
  await step('Widget for npm', buildPackage)
  await step('Widget for script tags', buildCdn)
  await step('Inbox', buildInbox)
  await step('Theme studio', buildStudio)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll()
