import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkTheme, parseTheme } from '@shopbell/themes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// The path of a stranger, in a folder of their own: the built command line, and the built package beside their file.

const CLI = fileURLToPath(new URL('../../dist/cli/shopbell.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'shopbell-theme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(args: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', timeout: 60_000 })
  return { code: status, out: stdout, err: stderr }
}
const shopbell = (...args: readonly string[]) => run([CLI, 'theme', ...args])
const write = (name: string, content: string) => writeFileSync(join(folder, name), content)

beforeAll(() => {
  mkdirSync(join(folder, 'node_modules/@shopbell'), { recursive: true })
  symlinkSync(fileURLToPath(new URL('../../../themes', import.meta.url)), join(folder, 'node_modules/@shopbell/themes'), 'dir')
  write('package.json', '{ "type": "module" }')
})

describe('theme new', () => {
  test('writes one file and its test, which passes as it is', () => {
    const { code, out } = shopbell('new', 'corner-shop')
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toEqual(['corner-shop.mjs', 'corner-shop.check.mjs'])
    expect(run(['--test', 'corner-shop.check.mjs']).code).toBe(0)
    expect(shopbell('check', 'corner-shop.mjs')).toMatchObject({ code: 0, out: 'fine corner-shop.mjs\n' })
  })

  test('its test fails for a theme that cannot be read', () => {
    shopbell('new', 'grey-shop')
    const file = readFileSync(join(folder, 'grey-shop.mjs'), 'utf8')
    write('grey-shop.mjs', file.replace("accent: '#7a2f5b'", "accent: '#7a2f5b', quiet: '#c0c0c0'"))
    expect(run(['--test', 'grey-shop.check.mjs']).code).toBe(1)
  })

  test('writes over nothing', () => {
    write('mine.check.mjs', '// mine')
    const { code, err } = shopbell('new', 'mine')
    expect(code).toBe(3)
    expect(err).toContain('mine.check.mjs is there already')
    expect(readFileSync(join(folder, 'mine.check.mjs'), 'utf8')).toBe('// mine')
    expect(readdirSync(folder)).not.toContain('mine.mjs')
  })

  test.each(['../elsewhere', 'Corner Shop', "x', evil: '", '', 'a'.repeat(81)])('%o is no name', (name) => {
    const before = readdirSync(folder)
    expect(shopbell('new', name).code).toBe(3)
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('in a folder where nothing is installed', () => {
  const bare = mkdtempSync(join(tmpdir(), 'shopbell-bare-'))
  afterAll(() => rmSync(bare, { recursive: true, force: true }))
  const there = (...args: readonly string[]) => run([CLI, ...args], bare)

  test('a new theme can be judged and packed, and the note says what its test needs', () => {
    const { code, err } = there('theme', 'new', 'crumb')
    expect(code).toBe(0)
    expect(err).toContain('@shopbell/themes, which is not installed here')
    expect(there('theme', 'check', 'crumb.mjs')).toMatchObject({ code: 0, out: 'fine crumb.mjs\n' })
    expect(there('theme', 'pack', 'crumb.mjs')).toMatchObject({ code: 0 })
  })

  test.each([
    ['@shopbell/themes', 'defineTheme', 'npm install @shopbell/themes'],
    ['@acme/looks/plum', 'plum', 'needs @acme/looks, which is not installed here'],
  ])('a theme that imports %s is there, and what it needs is not', (from, name, sentence) => {
    writeFileSync(join(bare, 'mine.mjs'), `import { ${name} } from '${from}'\nexport const theme = ${name}\n`)
    for (const args of [
      ['theme', 'check', 'mine.mjs'],
      ['check', 'mine.mjs'],
    ]) {
      const { code, err } = there(...args)
      expect(code).toBe(3)
      expect(err).toContain(sentence)
      expect(err).not.toContain('it is not there')
    }
  })

  test('a file beside it that is not there is named', () => {
    writeFileSync(join(bare, 'mine.mjs'), "export { theme } from './gone.mjs'\n")
    const { err } = there('theme', 'check', 'mine.mjs')
    expect(err).toContain('gone.mjs')
    expect(err).not.toContain('it is not there')
  })
})

describe('theme check', () => {
  test('says what is wrong, where and how to mend it, and answers 1', () => {
    write('fog.json', JSON.stringify({ name: 'fog', description: 'Grey on grey.', light: { quiet: '#a8a8a8' }, radius: 'oval' }))
    const { code, out } = shopbell('check', 'fog.json')
    expect(code).toBe(1)
    expect(out).toMatch(/^fog\.json radius: value: is none of its values\. Write one of sharp, soft, round\.$/m)
    expect(out).toMatch(/^fog\.json light\.quiet: contrast: has a contrast of [\d.]+:1 on surface, and needs 4\.5:1\. .*#\w{6}/m)
    expect(out).toMatch(/^fault fog\.json: \d+ things to mend$/m)
  })

  test('prints JSON for whoever reads it by program', () => {
    const { code, out } = shopbell('check', '--json', 'fog.json')
    expect(code).toBe(1)
    const findings: unknown = JSON.parse(out)
    expect(findings).toEqual(checkTheme(readFileSync(join(folder, 'fog.json'), 'utf8')))
  })

  test('says of a file that no theme is as large as, with JSON, too', () => {
    write('big.json', `"${'x'.repeat(10_000_000)}"`)
    const { code, out } = shopbell('check', '--json', 'big.json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual([expect.objectContaining({ rule: 'crowd', path: '' })])
  })

  test('says of a file without anything that it is empty, and of a theme without a description that it is missing', () => {
    write('empty.json', '')
    expect(shopbell('check', 'empty.json').out).toContain('is not JSON on line 1, column 1. The file is empty.')
    write('dumb.json', '{ "name": "dumb" }')
    expect(shopbell('check', 'dumb.json').out).toContain('dumb.json description: description: is missing. Write one line')
  })

  test('says of a file that is no JSON that it is none', () => {
    write('torn.json', '{ "name": ')
    expect(shopbell('check', 'torn.json')).toMatchObject({ code: 1, out: expect.stringContaining('is not JSON on line 1') })
    write('comma.json', '{\n  "name": "plum",\n}')
    expect(shopbell('check', 'comma.json').out).toContain('is not JSON on line 3, column 1. Here must be a name in "quotes"')
  })

  test('reads one in TypeScript where Node can, and says so where it cannot', () => {
    write('typed.ts', "export const theme: object = { name: 'typed', description: 'Typed.', light: { accent: '#7a2f5b' } }")
    const { code, out, err } = shopbell('check', 'typed.ts')
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
    if (major > 22 || (major === 22 && minor >= 18)) expect({ code, out }).toEqual({ code: 0, out: 'fine typed.ts\n' })
    else
      expect({ code, err }).toEqual({
        code: 3,
        err: expect.stringMatching(/typed\.ts is TypeScript, which Node .* cannot read; 22\.18 can/),
      })
  })

  test.each([
    [['check', 'nowhere.js'], 'it is not there'],
    [['check', 'theme.css'], 'is neither a .js, .mjs, .ts nor .json file'],
    [['check'], 'Something is missing'],
    [['paint', 'corner-shop.mjs'], 'There is new, check and pack'],
  ])('%j ends with a sentence', (args, sentence) => {
    const { code, err } = shopbell(...args)
    expect(code).toBe(3)
    expect(err).toContain(sentence)
    expect(err).not.toMatch(/^\s+at /m)
  })
})

describe('theme pack', () => {
  test('writes the JSON that a script tag names, of the version it was written for', () => {
    const { code, out, err } = shopbell('pack', 'corner-shop.mjs')
    expect({ code, out }).toEqual({ code: 0, out: 'corner-shop.theme.json\n' })
    expect(err).toContain('data-theme="https://')
    expect(err).toContain('Access-Control-Allow-Origin')
    const text = readFileSync(join(folder, 'corner-shop.theme.json'), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ version: 1, name: 'corner-shop' })
    const told: unknown[] = []
    expect(parseTheme(text, (finding) => told.push(finding)).light.accent).toBe('#7a2f5b')
    expect(told).toEqual([])
  })

  test('puts it where it is asked to', () => {
    expect(shopbell('pack', 'corner-shop.mjs', '--out', 'files/look.json').code).toBe(0)
    expect(readdirSync(join(folder, 'files'))).toEqual(['look.json'])
  })

  test('judges what it writes: an object may say in JSON what it does not say itself', () => {
    write(
      'double.mjs',
      "export const theme = { name: 'double', description: 'Two faces.', light: Object.create({ toJSON: () => ({ text: '#ffffff' }) }) }",
    )
    expect(shopbell('pack', 'double.mjs')).toMatchObject({ code: 1, out: expect.stringContaining('light.text') })
    expect(readdirSync(folder)).not.toContain('double.theme.json')
  })

  test('takes hosts in whatever letters', () => {
    const images = { logo: { address: 'https://cdn.shop.example/logo.svg' } }
    write('hosted.json', JSON.stringify({ name: 'hosted', description: 'A logo from elsewhere.', images }))
    expect(shopbell('check', 'hosted.json', '--hosts', 'CDN.Shop.example').code).toBe(0)
    expect(shopbell('check', 'hosted.json').code).toBe(1)
  })

  test('packs nothing that shoppers could not read', () => {
    expect(shopbell('pack', 'fog.json')).toMatchObject({ code: 1 })
    expect(readdirSync(folder)).not.toContain('fog.theme.json')
  })
})
