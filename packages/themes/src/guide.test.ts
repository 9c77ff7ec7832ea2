import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { guide as guidePath, themeReference, withReference } from '../../../scripts/write-theme-reference.mjs'
import { compileTheme } from './compile.js'
import { contract } from './contract.js'
import { looks } from './looks.js'
import { theme as counter } from './skins/counter.js'

const guide = readFileSync(guidePath, 'utf8')
const fences = [...guide.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, text]) => ({ language, text: text ?? '' }))
const examples = fences
  .filter(({ language }) => language === 'ts')
  .map(({ text }) => ({
    name: /^\/\/ (\S+)\n/.exec(text)?.[1] ?? 'unnamed.ts',
    text,
  }))

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'themes-guide-'))
  for (const { name, text } of examples) writeFileSync(join(folder, name), text)
})

afterAll(() => rmSync(folder, { recursive: true }))

afterEach(() => {
  vi.restoreAllMocks()
})

/** What an example of the guide says in the console. */
async function run(name: string): Promise<string> {
  const said: unknown[] = []
  vi.spyOn(console, 'log').mockImplementation((line) => said.push(line))
  await import(/* @vite-ignore */ join(folder, name))
  return said.join('\n')
}

test('the guide has the examples that are run here', () => {
  expect(examples.map(({ name }) => name)).toEqual(['corner-shop.ts', 'corner-shop.check.ts', 'fog.check.ts', 'leaf.check.ts'])
})

test("the guide's own theme passes the checker", async () => {
  expect(await run('corner-shop.check.ts')).toBe('')
})

test("the guide's theme with a logo passes the checker", async () => {
  expect(await run('leaf.check.ts')).toBe('')
})

test("the guide's unreadable theme is found, with the words that the guide shows", async () => {
  expect(await run('fog.check.ts')).toBe(fences.find(({ language }) => language === '')?.text.trim())
})

test('the reference is that of the contract: run `node scripts/write-theme-reference.mjs`', () => {
  expect(guide).toBe(withReference(guide, themeReference(contract)))
})

test('the reference says of every token what it is for', () => {
  const rows = themeReference(contract).split('\n')
  for (const token of [...Object.keys(counter.light), ...Object.keys(looks)])
    expect(
      rows.find((row) => row.startsWith(`| \`${token}\` |`)),
      token,
    ).toMatch(/^\| `\w+` \| [^|]{10,} \|/)
  expect(themeReference(contract)).not.toContain('undefined')
})

test('there are 24 tokens', () => {
  expect(Object.keys(counter.light).length + Object.keys(looks).length).toBe(24)
})

test('the guide names every property of the sheet and of the widget, and no other', () => {
  const table = guide.split('## Custom properties')[1]?.split('```css')[0] ?? ''
  const opening = readFileSync(new URL('../../widget/src/styles/opening.css', import.meta.url), 'utf8')
  const named = new Set(table.match(/--shopbell-[a-z-]+/g))
  const set = `${compileTheme(counter)}${opening}`.match(/--shopbell-[a-z-]+(?=:)/g)
  expect([...named].sort()).toEqual([...new Set(set)].sort())
})
