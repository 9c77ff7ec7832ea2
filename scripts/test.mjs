// `npm test`: types, build, lint, and then every test. Stops at the first step that fails.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeBlankDatabase } from './blank-database.mjs'
import { buildAll } from './build.mjs'
import { run, step } from './step.mjs'

const began = Date.now()
const folder = mkdtempSync(join(tmpdir(), 'shopbell-test-'))
// Whichever step is the last one.
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const report = join(folder, 'report.json')
process.env.SHOPBELL_BLANK_DATABASE = join(folder, 'blank.tar')
await step('Types, tests included', () => run('tsc', '-b'))
// The build keeps one core busy; the other one does these meanwhile.
const meanwhile = Promise.all([
  step('A database for the desks, without rows', () => writeBlankDatabase(process.env.SHOPBELL_BLANK_DATABASE)),
  step('Lint and format', () => run('biome', 'check', '--error-on-warnings', '.')),
])
await buildAll()
await meanwhile
let failed = true
try {
  await run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2))
  failed = false
} catch {
  // Said below, after the counts.
}
const counts = (() => {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 }
  }
})()

const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : ''
console.log(`in ${Math.round((Date.now() - began) / 1000)} s, build and lint included:`)
console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped}`)
process.exit(failed ? 1 : 0)
