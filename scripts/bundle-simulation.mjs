import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const source = fileURLToPath(new URL('../packages/core/src/', import.meta.url))
const world = `${source}testing/world/`
/** Modules whose exported functions a planted bug can stand in for, by their names in `Seams`. */
const SEAMS = {
  [`${source}delivery/outbox.ts`]: 'outbox',
  [`${source}delivery/log.ts`]: 'log',
  [`${source}delivery/link.ts`]: 'link',
  [`${source}delivery/presence.ts`]: 'presence',
  [`${source}delivery/queue-commands.ts`]: 'queue-commands',
  [`${source}live/patience.ts`]: 'patience',
  [`${source}live/keep-promises.ts`]: 'keep-promises',
}
const MARK = '\0seam:'

/** Puts a module between those that import one of delivery's parts and that part: it asks at each call whether something stands in. */
const seamsPlugin = {
  name: 'seams',
  enforce: 'pre',
  async resolveId(id, importer, options) {
    if (importer?.startsWith(MARK)) return id
    const found = id.startsWith('.') ? await this.resolve(id, importer, { ...options, skipSelf: true }) : null
    return found && SEAMS[found.id] ? `${MARK}${found.id}` : null
  },
  load(id) {
    if (!id.startsWith(MARK)) return null
    const file = id.slice(MARK.length)
    const names = [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name)
    const standIns = names.map(
      (name) => `export const ${name} = (...given) => (seams.now[part]?.${name}?.(real.${name}) ?? real.${name})(...given)`,
    )
    return [
      `import { seams } from ${JSON.stringify(`${world}planted/seams.ts`)}`,
      `import * as real from ${JSON.stringify(file)}`,
      `export * from ${JSON.stringify(file)}`,
      `const part = ${JSON.stringify(SEAMS[file])}`,
      ...standIns,
    ].join('\n')
  },
}

/**
 * Writes the simulated world, with the product's own code in it, as one module into `folder`, and says where. One module, so that
 * parts that are fetched late come at once: what happens when must not depend on a disk.
 */
export async function bundleSimulation(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [seamsPlugin],
    ssr: { noExternal: true },
    build: {
      ssr: `${world}run-seed.ts`,
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'simulation.mjs', codeSplitting: false } },
    },
  })
  return join(folder, 'simulation.mjs')
}
