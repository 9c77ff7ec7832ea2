import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** Loads a module written in TypeScript, which Node 20 cannot do by itself. `path` is relative to the repository. */
export async function runTypescript(path) {
  const { module } = await runnerImport(fileURLToPath(new URL(`../${path}`, import.meta.url)), {
    configFile: false,
    logLevel: 'error',
  })
  return module
}
