import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { languages, languagesTable } from '../scripts/languages.mjs'
import { budgets, coreBudgets, readManifest, sizeRows, sizesOfSteps, sizesTable } from '../scripts/size.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const manifest = readManifest()
const sizes = sizesOfSteps(manifest)
const textOf = (file: string) => readFileSync(`${root}packages/widget/cdn/${file}`, 'utf8')

test.each(budgets)('$name stays within its budget of $limit bytes', ({ name, steps, limit, goal }) => {
  const files = manifest.files.filter(({ step }) => (steps as readonly string[]).includes(step))
  const total = files.reduce((sum, { brotli }) => sum + brotli, 0)
  if (total > goal) console.log(`${name}: ${total} bytes, of which ${total - goal} are still above the goal of ${goal}.`)
  expect(files.length).toBeGreaterThan(0)
  expect(total, files.map(({ file, brotli }) => `${file} ${brotli}`).join(', ')).toBeLessThanOrEqual(limit)
})

test.each(coreBudgets)('$name: at most $limit bytes', ({ name, limit, goal }) => {
  const size = manifest.core[name] ?? Number.POSITIVE_INFINITY
  if (size > goal) console.log(`${name}: ${size} bytes, of which ${size - goal} are still above the goal of ${goal}.`)
  expect(size).toBeLessThanOrEqual(limit)
})

test('the manifest tells the size of every file that is there', () => {
  for (const { file, bytes } of manifest.files) expect(Buffer.byteLength(textOf(file)), file).toBe(bytes)
})

test('nobody downloads socket code for an answer of the bot', () => {
  const quiet = manifest.files.filter(({ step }) => step !== 'live')
  expect(quiet.filter(({ file }) => /engine\.io|EIO=|socket\.io-parser|transports\.websocket/i.test(textOf(file)))).toEqual([])
  // The words looked for are those that the socket library cannot do without.
  const live = manifest.files.filter(({ step }) => step === 'live')
  expect(live.some(({ file }) => /EIO/.test(textOf(file)))).toBe(true)
})

test('the loader has no dependency', () => {
  expect(readFileSync(`${root}packages/widget/src/loader.ts`, 'utf8')).not.toMatch(/^\s*(import|export)\s[^(]/m)
})

test('the README tells the sizes of this build', () => {
  const readme = readFileSync(`${root}README.md`, 'utf8')
  const told = readme.split('<!-- sizes -->')[1]
  expect(told?.trim(), 'run `node scripts/size.mjs --write`').toBe(sizesTable(sizeRows(sizes)).trim())
})

test('the README tells the languages of this build, and who has read them', async () => {
  const readme = readFileSync(`${root}README.md`, 'utf8')
  const [, table] = readme.split('<!-- languages -->')
  expect(table?.trim(), 'run `node scripts/languages.mjs --write`').toBe(languagesTable(await languages()).trim())
})
