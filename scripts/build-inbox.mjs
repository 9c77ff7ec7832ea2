import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { workspaceSources } from './workspace-sources.mjs'

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

/** Builds the agents' inbox into `examples/desk/dist/inbox`, for the desk to serve under `/inbox/`. */
export async function buildInbox() {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root: path('examples/desk/src/inbox'),
    base: '/inbox/',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: { alias: workspaceSources },
    build: {
      outDir: path('examples/desk/dist/inbox'),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      // The desk's content policy allows no data: addresses.
      assetsInlineLimit: 0,
    },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildInbox()
