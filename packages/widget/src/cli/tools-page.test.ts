import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { commands } from './commands.js'

// docs/tools.md, from top to bottom, in a folder of its own: files are written, commands run, and what they print is compared.

const page = readFileSync(new URL('../../../../docs/tools.md', import.meta.url), 'utf8')
const CLI = fileURLToPath(new URL('../../dist/cli/shopbell.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'shopbell-page-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Block {
  readonly language: string
  readonly file: string
  readonly text: string
}

const blocks: readonly Block[] = [...page.matchAll(/^```(\w+)(?: ([\w.-]+))?\n(.*?)^```/gms)].map(
  ([, language = '', file = '', text = '']) => ({ language, file, text }),
)
// A command may read what the page only shows behind it.
for (const { file, text } of blocks) if (file !== '') writeFileSync(join(folder, file), text)

const ran: { readonly line: string; readonly expected: readonly string[] }[] = []
for (const { language, text } of blocks) {
  if (language === 'sh') for (const line of text.trim().split('\n')) ran.push({ line, expected: [] })
  const last = ran.at(-1)
  if (language === 'output' && last) ran[ran.length - 1] = { ...last, expected: text.trimEnd().split('\n') }
}

test.each(ran)('$line', ({ line, expected }) => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line.replaceAll('npx shopbell', `"${process.execPath}" "${CLI}"`)], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  })
  expect(stderr).not.toContain('shopbell:')
  expect(status).toBe(0)
  expect(stdout).toContain(expected.join('\n'))
})

test('every command is on the page, and run', () => {
  for (const { name } of commands) {
    expect(page).toContain(`| \`${name}\` |`)
    expect(
      ran.some(({ line }) => line.includes(`npx shopbell ${name}`)),
      name,
    ).toBe(true)
  }
})

test('every option is named on the page or in its help', () => {
  const help = commands.flatMap(({ options }) => Object.keys(options))
  for (const [, option = ''] of page.matchAll(/`?--([a-z]+)/g)) expect([...help, 'debug'], option).toContain(option)
})
