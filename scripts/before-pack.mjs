// `prepack` of each package: an empty package, or one that names versions as only this workspace reads them, is worse than none.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PNPM = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).packageManager

/**
 * Why the package in this folder cannot be packed, or `undefined`.
 *
 * @param agent what npm, pnpm and yarn say of themselves in `npm_config_user_agent`
 */
export function whyNotPacked(folder, agent = '') {
  if (!agent.startsWith('pnpm/'))
    return `Only pnpm can pack this: others leave "catalog:" and "workspace:" in it, and nobody can install that. Say: npx --yes ${PNPM} pack`
  const { files } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const missing = ['dist', 'cdn'].filter((name) => files.includes(name) && !existsSync(join(folder, name)))
  return missing.length > 0
    ? `There is no ${missing.join(' and no ')} to pack yet. In the root of the repository, first: npm run setup && npm run build`
    : undefined
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const why = whyNotPacked(process.cwd(), process.env.npm_config_user_agent)
  if (why) {
    console.error(`\n${why}\n`)
    process.exit(1)
  }
}
