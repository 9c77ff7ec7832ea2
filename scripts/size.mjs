// What a shopper downloads, by step. `node scripts/size.mjs` prints it; `--write` puts it between the README's `sizes` marks.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const MARK = '<!-- sizes -->'

/**
 * Bytes of brotli that a shopper may have to download until then. They only ever go down. `goal` is where they are to go, and
 * is said until it is reached.
 */
export const budgets = [
  { name: 'The launcher', steps: ['loader'], limit: 1_600, goal: 1_600 },
  { name: 'Up to the usable greeting', steps: ['loader', 'greeting'], limit: 16_840, goal: 16_000 },
  { name: 'A whole conversation about an order', steps: ['loader', 'greeting', 'answer', 'orders'], limit: 36_650, goal: 30_000 },
  {
    name: 'A whole conversation about an article',
    steps: ['loader', 'greeting', 'answer', 'articles'],
    limit: 37_220,
    goal: 30_000,
  },
]

/** The same of core alone, as `scripts/core-size.mjs` measures it. */
export const coreBudgets = [
  { name: 'core, until the greeting', limit: 1_650, goal: 1_650 },
  { name: 'core, in a whole conversation about an order', limit: 11_300, goal: 9_000 },
  { name: 'core, in a whole conversation about an article', limit: 11_300, goal: 9_000 },
]

/** What the last build wrote. */
export function readManifest() {
  return JSON.parse(readFileSync(`${root}packages/widget/cdn/manifest.json`, 'utf8'))
}

/** Brotli bytes and number of files per step. */
export function sizesOfSteps({ files }) {
  const sizes = {}
  for (const { step, brotli } of files) {
    sizes[step] ??= { brotli: 0, files: 0 }
    sizes[step].brotli += brotli
    sizes[step].files += 1
  }
  return sizes
}

/** The rows of the README's table: what is downloaded until then, all in all. */
export function sizeRows(sizes) {
  const answer = ['loader', 'greeting', 'answer']
  const rows = [
    ['launcher', 'on every page', ['loader']],
    ['usable greeting', 'when the shopper reaches for it', ['loader', 'greeting']],
    ['a whole conversation about an order', 'when the shopper asks', [...answer, 'orders']],
    ['a whole conversation about an article', 'when the shopper asks', [...answer, 'articles']],
    ['an order and then a person, socket included', 'when a person is called', [...answer, 'orders', 'person', 'live']],
  ]
  return rows.map(([what, when, steps]) => {
    const total = steps.reduce((sum, step) => sum + (sizes[step]?.brotli ?? 0), 0)
    return { what, when, kilobytes: (total / 1000).toFixed(1) }
  })
}

/** The rows as Markdown. */
export function sizesTable(rows) {
  const lines = rows.map(({ what, when, kilobytes }) => `| ${what} | ${when} | ${kilobytes} kB |`)
  return ['', '| What | Downloaded | In total, brotli |', '|---|---|---:|', ...lines, ''].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = readManifest()
  const table = sizesTable(sizeRows(sizesOfSteps(manifest)))
  console.log(table)
  for (const { file, step, bytes, brotli } of manifest.files)
    console.log(`${step.padEnd(9)} ${String(brotli).padStart(6)} of ${bytes}  ${file}`)
  for (const [name, brotli] of Object.entries(manifest.core)) console.log(`${String(brotli).padStart(16)}  ${name}`)
  if (process.argv.includes('--write')) {
    const readme = readFileSync(`${root}README.md`, 'utf8')
    const [before, , after] = readme.split(MARK)
    if (after === undefined) throw new Error(`README.md needs two ${MARK} marks, around the table.`)
    writeFileSync(`${root}README.md`, `${before}${MARK}\n${table}\n${MARK}${after}`)
  }
}
