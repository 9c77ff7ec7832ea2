import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { workspaceSources } from './workspace-sources.mjs'

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

/** Every file of the skins' folder, for the studio's gallery. `counter` comes first, being what the others stand on. */
const allSkins = {
  name: 'all-skins',
  resolveId: (id) => (id === 'skins:all' ? id : undefined),
  load(id) {
    if (id !== 'skins:all') return undefined
    const names = readdirSync(path('packages/themes/src/skins')).flatMap(
      (file) => file.match(/^([a-z][a-z\d-]*)\.ts$/)?.[1] ?? [],
    )
    names.sort((one, other) => Number(other === 'counter') - Number(one === 'counter') || one.localeCompare(other))
    const imports = names.map((name, index) => `import { theme as theme${index} } from '@shopbell/themes/skins/${name}'`)
    return `${imports.join('\n')}\nexport const skins = [${names.map((_, index) => `theme${index}`)}]`
  },
}

/** Builds the theme studio into `examples/theme-studio/dist`, for the desk to serve under `/studio/`. */
export async function buildStudio() {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root: path('examples/theme-studio'),
    base: './',
    plugins: [allSkins],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: { alias: workspaceSources, dedupe: ['preact', '@preact/signals', '@preact/signals-core'] },
    build: {
      outDir: path('examples/theme-studio/dist/studio'),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: { input: [path('examples/theme-studio/index.html'), path('examples/theme-studio/stage.html')] },
    },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStudio()
