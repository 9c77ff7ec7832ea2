import { rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

/**
 * Loads a module written in TypeScript, which Node 20 cannot do by itself. `path` is relative to the repository. The file is
 * written beside its source for a moment, so that addresses relative to it stay true.
 */
export async function runTypescript(path) {
  const entry = fileURLToPath(new URL(`../${path}`, import.meta.url))
  const name = `.${basename(path, '.ts')}.built.mjs`
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: dirname(entry),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: { external: (id) => /^[^./]/.test(id), output: { entryFileNames: name, codeSplitting: false } },
    },
  })
  const file = join(dirname(entry), name)
  try {
    return await import(pathToFileURL(file).href)
  } finally {
    rmSync(file, { force: true })
  }
}
