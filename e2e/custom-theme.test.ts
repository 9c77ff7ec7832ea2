import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stageForEach } from './each-stage.js'
import { tag } from './shop-page.js'

// The way of a theme from a stranger's folder into a shop, by what is published: packed, installed by path, checked, packed for a script
// tag, and worn.

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const CLI = at('packages/widget/dist/cli/shopbell.js')
const LOOKS = 'https://looks.example/harbour.theme.json'
const folder = mkdtempSync(join(tmpdir(), 'shopbell-stranger-'))
const shop = join(folder, 'shop')

const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
/** Packs a package as it would be published; answers with the file and what is in it. */
function pack(path: string): { readonly file: string; readonly files: readonly string[] } {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], at(path))) as {
    filename: string
    files: { path: string }[]
  }[]
  if (!packed) throw new Error(`npm packed nothing of ${path}.`)
  return { file: join(folder, packed.filename), files: packed.files.map((one) => one.path).sort() }
}

const stage = stageForEach()
let packed: ReturnType<typeof pack>
beforeAll(async () => {
  packed = pack('examples/custom-theme')
  mkdirSync(shop)
  writeFileSync(join(shop, 'package.json'), '{ "private": true, "type": "module" }')
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', pack('packages/themes').file, packed.file], shop)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what is published is the theme, its type and what a manifest needs', () => {
  expect(packed.files).toEqual(['README.md', 'harbour.d.ts', 'harbour.js', 'package.json'])
})

test('passes the checker where it was installed', () => {
  expect(run(process.execPath, [CLI, 'theme', 'check', 'node_modules/shopbell-theme-harbour/harbour.js'], shop)).toMatch(/^fine /)
})

test('its author’s test runs with Node alone', () => {
  const author = join(folder, 'author')
  cpSync(at('examples/custom-theme'), author, { recursive: true, filter: (path) => !path.includes('node_modules') })
  cpSync(join(shop, 'node_modules/@shopbell'), join(author, 'node_modules/@shopbell'), { recursive: true })
  expect(run(process.execPath, ['--test'], author)).toMatch(/fail 0/)
})

/** The file that a script tag names. */
const json = () => {
  run(
    process.execPath,
    [CLI, 'theme', 'pack', 'node_modules/shopbell-theme-harbour/harbour.js', '--out', 'harbour.theme.json'],
    shop,
  )
  return readFileSync(join(shop, 'harbour.theme.json'), 'utf8')
}
const page = (attributes: string) =>
  `<!doctype html><title>Shop</title><body>${tag(`data-mailto="a@shop.example" ${attributes}`)}</body>`
const accent = () =>
  stage.page.locator('shopbell-chat').evaluate((host) => getComputedStyle(host).getPropertyValue('--shopbell-accent').trim())
const looked = () => stage.requests.filter((url) => url.startsWith('https://looks.example'))

test('a script tag wears it by its address: one request, for the theme itself, and the default look until it is there', async () => {
  const body = json()
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await stage.context.route('https://looks.example/**', async (route) => {
    stage.requests.push(route.request().url())
    await asked
    await route.fulfill({ body, contentType: 'application/json', headers: { 'access-control-allow-origin': '*' } })
  })
  await stage.open(page(`data-theme="${LOOKS}" data-hosts="looks.example" data-scheme="light"`))
  await stage.page.getByRole('button', { name: 'Open chat' }).click()
  await stage.page.getByRole('dialog').waitFor()
  expect(await accent()).toBe('#1c5a4a')
  answer()
  await expect.poll(accent).toBe('#b3261e')
  expect(looked()).toEqual([LOOKS])
  expect(stage.said).toEqual([])
})

test('what is worn stays until another one is there, and where it never comes', async () => {
  let answer = (_: number) => {}
  const asked = new Promise<number>((resolve) => {
    answer = resolve
  })
  await stage.context.route('https://looks.example/**', async (route) =>
    route.fulfill({ status: await asked, body: '{}', headers: { 'access-control-allow-origin': '*' } }),
  )
  await stage.open(page('data-theme="fjord" data-hosts="looks.example" data-scheme="light"'))
  await stage.page.getByRole('button', { name: 'Need a hand?' }).click()
  await stage.page.getByRole('dialog').getByText('What can I help you with').waitFor()
  const worn = await accent()
  expect(worn).not.toBe('#1c5a4a')
  await stage.shopbell('update', { theme: LOOKS })
  expect(await accent()).toBe(worn)
  answer(404)
  await expect.poll(() => stage.said.join()).toContain('404')
  expect(await accent()).toBe(worn)
})

test('a host that nobody allowed is asked for nothing, and the chat works', async () => {
  await stage.open(page(`data-theme="${LOOKS}"`))
  await stage.page.getByRole('button', { name: 'Open chat' }).click()
  await stage.page.getByRole('dialog').getByText('What can I help you with').waitFor()
  await expect.poll(() => stage.said.join()).toContain('data-hosts="looks.example"')
  expect(looked()).toEqual([])
})

test.each([
  ['a page of another kind', '<!doctype html><script>alert(1)</script>'],
  [
    'a theme that reaches elsewhere',
    '{"version":1,"name":"spy","description":"x","light":{"accent":"url(https://spy.example/a)"}}',
  ],
  ['more than any theme is', `{"name":"${'x'.repeat(70_000)}"}`],
])('%s in its place harms nothing', async (_, body) => {
  await stage.context.route('https://looks.example/**', (route) =>
    route.fulfill({ body, contentType: 'application/json', headers: { 'access-control-allow-origin': '*' } }),
  )
  await stage.open(page(`data-theme="${LOOKS}" data-hosts="looks.example" data-scheme="light"`))
  await stage.page.getByRole('button', { name: 'Open chat' }).click()
  await stage.page.getByRole('dialog').getByText('What can I help you with').waitFor()
  await expect.poll(() => stage.said.length).toBeGreaterThan(0)
  expect(await accent()).toBe('#1c5a4a')
  expect(stage.requests.filter((url) => url.includes('spy.example'))).toEqual([])
})
