import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const INPUTS = [
  'packages/core/src',
  'packages/themes/src',
  'packages/widget/src',
  'examples/desk/src',
  'examples/theme-studio/src',
  'scripts',
  'pnpm-lock.yaml',
]
const OUTPUTS = [
  'packages/widget/cdn/manifest.json',
  'packages/widget/dist/index.js',
  'examples/desk/dist/inbox/index.html',
  'examples/theme-studio/dist/studio/index.html',
]

/** Whether every built file is newer than every source. */
export function isFresh() {
  const outputs = OUTPUTS.map((file) => root + file)
  if (!outputs.every(existsSync)) return false
  return Math.max(...INPUTS.map((path) => newest(root + path))) < Math.min(...outputs.map((file) => statSync(file).mtimeMs))
}

function newest(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)))
}
