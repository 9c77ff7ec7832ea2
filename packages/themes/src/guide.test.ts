import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { compileTheme } from './compile.js'
import { looks } from './looks.js'
import { readablePairs } from './readable-pairs.js'
import { theme as counter } from './skins/counter.js'

const guide = readFileSync(new URL('../../../docs/themes.md', import.meta.url), 'utf8')
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
  expect(examples.map(({ name }) => name)).toEqual(['corner-shop.ts', 'corner-shop.check.ts', 'fog.check.ts'])
})

test("the guide's own theme passes the checker", async () => {
  expect(await run('corner-shop.check.ts')).toBe('')
})

test("the guide's unreadable theme is found, with the words that the guide shows", async () => {
  expect(await run('fog.check.ts')).toBe(fences.find(({ language }) => language === '')?.text.trim())
})

/** The cells of every row of the guide's tables, whatever their padding. */
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

const quoted = (cell = '') => [...cell.matchAll(/`([\w#]+)`/g)].map(([, name]) => name)

test("the guide's table of colours is the base theme", () => {
  const colours = rows
    .filter((cells) => /^`#\w+`$/.test(cells[3] ?? ''))
    .map(([token, , light, dark]) => [token, light, dark].flatMap(quoted))
  const tokens = Object.keys(counter.light) as (keyof typeof counter.light)[]
  expect(colours).toEqual(tokens.map((token) => [token, counter.light[token], counter.dark[token]]))
})

test("the guide's table of choices names every value and the base's", () => {
  const choices = Object.keys(looks) as (keyof typeof looks)[]
  const described = rows.flatMap(([choice, values, chosen]) =>
    choices.some((known) => choice === `\`${known}\``) ? [[quoted(choice), quoted(values), quoted(chosen)]] : [],
  )
  expect(described.map(([choice, values, chosen]) => [choice, values?.sort(), chosen])).toEqual(
    choices.map((choice) => [[choice], Object.keys(looks[choice]).sort(), [counter[choice]]]),
  )
})

test("the guide's table of ratios is what the checker asks", () => {
  const ratios = rows.flatMap(([inks, grounds, ratio]) =>
    /^[\d.]+:1$/.test(ratio ?? '')
      ? quoted(inks).flatMap((ink) => quoted(grounds).map((ground) => ({ ink, ground, least: Number.parseFloat(ratio ?? '') })))
      : [],
  )
  expect(ratios).toEqual(readablePairs)
})

test('the guide names every property of the sheet, and no other', () => {
  const table = guide.split('## Custom properties')[1]?.split('```css')[0] ?? ''
  const named = new Set(table.match(/--shopbell-[a-z-]+/g))
  expect([...named].sort()).toEqual([...new Set(compileTheme(counter).match(/--shopbell-[a-z-]+(?=:)/g))].sort())
})
