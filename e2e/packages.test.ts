import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { whyNotPacked } from '../scripts/before-pack.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const NAMES = ['core', 'themes', 'widget']
const PNPM = 'pnpm/12.21.0 npm/? node/v22.0.0 linux x64'

describe.each(NAMES)('the package %s', (name) => {
  const folder = join(root, 'packages', name)
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts?: { prepack?: string } }

  test('says in a page of its own what it is', () => {
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toMatch(new RegExp(`^# @shopbell/${name}\n[^]*\n\`\`\`js\n`))
  })

  test('is packed by pnpm once it is built, and refuses npm, which would make one that nobody can install', () => {
    expect(whyNotPacked(folder, PNPM)).toBeUndefined()
    const { status, stderr } = spawnSync('sh', ['-c', scripts?.prepack ?? ''], {
      cwd: folder,
      env: { ...process.env, npm_config_user_agent: 'npm/11.0.0 node/v22.0.0 linux x64 workspaces/false' },
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([1, expect.stringContaining('Only pnpm can pack this')])
  })
})

test('a package that is not built is not packed, and says what to do first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-unbuilt-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ files: ['dist', 'cdn', 'src'] }))
  expect(whyNotPacked(folder, PNPM)).toMatch(/no dist and no cdn .* npm run setup && npm run build/)
  rmSync(folder, { recursive: true })
})

test.each([
  ['core', 'Order Status, FAQs, Talk to an Agent'],
  ['themes', '0'],
])('the example on the page of %s prints what is expected', (name, expected) => {
  const page = readFileSync(join(root, 'packages', name, 'README.md'), 'utf8')
  const [, code = ''] = /^```js\n(.*?)^```/ms.exec(page) ?? []
  const resolved = code.replaceAll(/'@shopbell\/(\w+)(\/[\w/-]+)?'/g, (_, one: string, path = '/index') => {
    const file = join(root, 'packages', one, `dist${path}.js`)
    expect(existsSync(file), file).toBe(true)
    return `'${new URL(`file://${file}`).href}'`
  })
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', resolved], { encoding: 'utf8' })
  expect([stdout.trim(), stderr]).toEqual([expected, ''])
})
