import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { storefrontFlow } from '@shopbell/core'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from './main.js'
import { printed } from './printed.test.support.js'
import { terminalOf } from './terminal.js'

const CLI = fileURLToPath(new URL('../../dist/cli/shopbell.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'shopbell-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const write = (name: string, content: unknown): string => {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content))
  return at(name)
}

interface Answer {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The built command line in a process of its own. */
function shopbell(args: readonly string[], input = ''): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { code: status, out: stdout, err: stderr }
}

/** The same without a process, where only the words matter. */
async function said(args: readonly string[]): Promise<Answer> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  stdin.end()
  const code = await main(args, terminalOf({ stdin, stdout, stderr, env: {} }))
  return { code, out: printed(stdout), err: printed(stderr) }
}

const LATE = '> Order Status\nfill orderNumber=1003, email=sam@example.com\n> Talk to a person about this parcel\n'

test('it runs with plain Node from where the package names it', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string
    readonly bin: { readonly shopbell: string }
    readonly files: readonly string[]
  }
  expect(fileURLToPath(new URL(`../../${manifest.bin.shopbell}`, import.meta.url))).toBe(CLI)
  expect(readFileSync(CLI, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  expect(manifest.files).toContain('dist')
  expect(shopbell(['--version']).out.trim()).toBe(manifest.version)
})

describe('help', () => {
  const { out, code } = shopbell(['help'])
  const names = [...out.matchAll(/^ {2}shopbell (\w+)/gm)].map(([, name = '']) => name)

  test('names every command', () => {
    expect(code).toBe(0)
    expect(names).toEqual(expect.arrayContaining(['check', 'draw', 'simulate', 'replay', 'diff', 'eval', 'schema']))
    expect(shopbell([]).out).toBe(out)
  })

  test.each(names)('of %s says how it is called', async (name) => {
    const help = await said(['help', name])
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toContain(`shopbell ${name}`)
    expect((await said([name, '--help'])).out).toBe(help.out)
  })
})

describe('what cannot be done is said in a sentence, with what to do instead', () => {
  test.each<[string, readonly string[], string]>([
    ['an unknown command', ['dance'], 'There is no command "dance". There is check, draw, simulate'],
    ['an unknown option', ['draw', 'storefront', '--colour'], "Unknown option '--colour'."],
    ['nothing to draw', ['draw'], 'It is called as: shopbell draw <flow>'],
    ['too much to draw', ['draw', 'a', 'b'], 'That is more than it takes.'],
    ['a flow that is neither', ['draw', 'shop'], '"shop" is neither a .json, .js or .mjs file nor one of storefront,'],
    ['a file that is not there', ['draw', 'gone.json'], 'gone.json cannot be read: it is not there.'],
    ['a module that is not there', ['draw', 'gone.mjs'], 'gone.mjs cannot be read: it is not there.'],
    ['a module that breaks', ['draw', write('broken.mjs', 'throw new Error("no shelf")')], 'cannot be loaded: no shelf'],
    [
      'a module without a flow',
      ['draw', write('other.mjs', 'export const shop = {}')],
      'exports no flow: export it as `flow` or by default.',
    ],
    ['a recording that is none', ['replay', write('none.json', '{}')], 'This is no recording'],
    ['a flow that is no JSON', ['draw', write('page.json', '{\n  oops')], 'page.json:2:3: This is no JSON'],
    ['a recording that is no JSON', ['replay', write('half.json', '{')], 'half.json is no JSON'],
    [
      'a recording of another flow',
      ['replay', write('mine.json', { flow: 'mine@1', events: [] })],
      'say where that is, with --flow <file>.',
    ],
    ['a seed that is none', ['simulate', 'storefront', '--seed', 'x'], '--seed is a whole number, such as --seed 7.'],
    ['a time that is none', ['simulate', 'storefront', '--at', 'noon'], '--at is a time, such as --at 2026-11-21T10:00Z.'],
    [
      'a shop that is none',
      ['simulate', 'storefront', '--adapter', write('shop.mjs', 'export const adapter = 7')],
      'the adapter should be an object',
    ],
  ])('%s', async (_, args, words) => {
    const { code, out, err } = await said(args)
    expect(code).toBe(3)
    expect(out).toBe('')
    expect(err).toContain(words)
    expect(err).not.toMatch(/^ {4}at /m)
  })

  test('a module that its package calls a script', () => {
    mkdirSync(at('old'))
    write('old/package.json', '{ "type": "commonjs" }')
    write('old/flow.js', 'export const flow = {}')
    const { code, err } = shopbell(['draw', 'old/flow.js'])
    expect(code).toBe(3)
    expect(err).toContain('old/flow.js is a module: call it old/flow.mjs, or write "type": "module" into package.json.')
  })

  test('a stack only with --debug', () => {
    expect(shopbell(['draw', 'gone.json']).err).not.toMatch(/^ {4}at /m)
    expect(shopbell(['draw', 'gone.json', '--debug']).err).toMatch(/^ {4}at /m)
  })
})

describe('simulate', () => {
  test('plays a script to the end, plain in a pipe', () => {
    const { code, out } = shopbell(['simulate', 'storefront', write('late.txt', LATE)])
    expect(code).toBe(0)
    expect(out).toContain('shopper: Talk to a person about this parcel\n  shows: Order 1003 is late.\n')
    expect(out).not.toContain('\u001b')
  })

  test('plays what is piped in, and the same seed gives the same recording', () => {
    const runs = ['one.json', 'two.json', 'three.json'].map((name, index) => {
      const { err } = shopbell(['simulate', 'storefront', '--seed', index === 2 ? '8' : '7', '--record', name], LATE)
      expect(err).toContain(`Recorded into ${name}.`)
      return readFileSync(at(name), 'utf8')
    })
    expect(runs[1]).toBe(runs[0])
    expect(runs[2]).not.toBe(runs[0])
  })

  test('names the line of the script that cannot be done', () => {
    const { code, out, err } = shopbell(['simulate', 'storefront', write('wrong.txt', '> Order Status\ntap Refund')])
    expect(code).toBe(1)
    expect(err).toMatch(/wrong\.txt:2: there is no option "Refund" now\. There is /)
    expect(out).toContain('shopper: Order Status')
  })

  test('asks a shop of somebody’s own', () => {
    const shop = write(
      'kettle.mjs',
      'export const adapter = { contact: { mailto: "a@b.example" }, orders: { find: async () => ({ number: "1", placed: 0, parcels: [], cancelled: 1 }) } }',
    )
    const { out } = shopbell(
      ['simulate', 'storefront', '--adapter', shop],
      '> Order Status\nfill orderNumber=10023, email=sam@example.com',
    )
    expect(out).toContain('bot: [order 1]\nbot: This order was cancelled.')
  })

  test('the test that it writes finds the flow from where it lies, in the language of its name', () => {
    write('shop.json', storefrontFlow)
    write('shop.mjs', `export const flow = ${JSON.stringify(storefrontFlow)}`)
    shopbell(['simulate', 'shop.mjs', '--test', 'tests/late.test.js'], LATE)
    const plain = readFileSync(at('tests/late.test.js'), 'utf8')
    expect(plain).toContain('import { flow } from "../shop.mjs"')
    expect(plain).not.toMatch(/type |: Recording/)
    shopbell(['simulate', 'shop.json', '--test', 'late.test.ts'], LATE)
    const typed = readFileSync(at('late.test.ts'), 'utf8')
    expect(typed).toContain(`import flow from "./shop.json" with { type: 'json' }`)
    expect(typed).toContain('replay(flow as unknown as Flow, recording)')
  })

  test.each(['everything', 'returns', 'safety'])('the shipped flow %s begins', async (name) => {
    expect(await said(['simulate', name])).toMatchObject({ code: 0, err: '' })
  })
})

describe('draw', () => {
  test('prints a chart, or writes it', () => {
    const { out } = shopbell(['draw', 'storefront'])
    expect(out).toMatch(/^flowchart TD\n/)
    expect(shopbell(['draw', 'storefront', '--out', 'deep/flow.mmd']).out).toBe('')
    expect(readFileSync(at('deep/flow.mmd'), 'utf8').trim()).toBe(out.trim())
  })

  test('reads JSON, and modules by `flow` or by default', () => {
    const { out } = shopbell(['draw', 'storefront'])
    const json = JSON.stringify(storefrontFlow)
    expect(shopbell(['draw', write('flow.json', json)]).out).toBe(out)
    expect(shopbell(['draw', write('named.mjs', `export const flow = ${json}`)]).out).toBe(out)
    expect(shopbell(['draw', write('default.mjs', `export default ${json}`)]).out).toBe(out)
  })
})

describe('check', () => {
  test('says what is left out of the menu in a shop without a desk, and nothing where that is nothing', async () => {
    expect((await said(['check', 'message'])).out).toContain('Without a desk these are left out: Leave a message\n')
    expect((await said(['check', 'orders'])).out).not.toContain('Without a desk')
  })

  const round = {
    ...storefrontFlow,
    greeting: { type: 'choose', text: 'greeting', options: [{ id: 'go', label: 'Go', next: 'loop' }] },
    steps: { ...storefrontFlow.steps, loop: { type: 'say', text: 'Round we go.', next: 'loop' } },
  }

  test('proves the shipped flow', () => {
    const { code, out } = shopbell(['check', 'storefront'])
    expect(out).toMatch(/^proved storefront: \d+ steps, \d+ ways between them, \d+ places, frontier 0$/m)
    expect(out).toMatch(/^ {2}never walked: steps\/faq-\w+\/(?:empty|read)$/m)
    expect(code).toBe(0)
  })

  test('shows who gets lost in a broken one, and ends with 1', async () => {
    const { code, out } = await said(['check', 'storefront', write('round.json', round)])
    expect(code).toBe(1)
    expect(out).toMatch(/round\.json:1:\d+ steps\/loop: loop: /)
    expect(out).toMatch(/^ {4}Bot: Round we go\. \(\d+ times\)$/m)
  })

  test('says where a file is no flow', async () => {
    const { code, out } = await said(['check', write('misspelt.json', { ...round, steps: { bye: { type: 'ent' } } })])
    expect(code).toBe(1)
    expect(out).toMatch(
      /misspelt\.json:1:\d+ steps\/bye\/type: shape: There is no step type "ent"\..*\nfault .*misspelt\.json: one place to mend first\n/,
    )
  })

  test('a file that is too large is told like every other that is no flow, however large it is', async () => {
    const sizes = [1_000_001, 10_000_001]
    const files = sizes.map((size) => write(`large-${size}.json`, `"${'x'.repeat(size - 2)}"`))
    const { code, out } = await said(['check', 'safety', ...files, '--json'])
    expect(code).toBe(1)
    const tooLarge = { verdict: 'fault', findings: [{ code: 'too-large', path: '', line: 1, column: 1 }] }
    expect(JSON.parse(out)).toMatchObject({
      safety: { verdict: 'proved' },
      ...Object.fromEntries(files.map((file) => [file, tooLarge])),
    })
    expect((await said(['check', files[1] ?? ''])).out).toMatch(
      /10000001\.json:1:1: too-large: This file has 10,000,001 bytes; at most 1,000,000 characters are read\. Split the flow into several\.\nfault /,
    )
    expect(await said(['draw', files[1] ?? ''])).toMatchObject({ code: 3, err: expect.stringContaining('is no flow:') })
  })

  test('a file that cannot be read is a finding, and the flows beside it are looked at', async () => {
    const { code, out } = await said(['check', 'storefront', 'nope.json', 'safety', '--json'])
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({
      storefront: { verdict: 'proved' },
      'nope.json': {
        verdict: 'fault',
        findings: [{ code: 'unreadable', path: '', says: 'nope.json cannot be read: it is not there.' }],
      },
      safety: { verdict: 'proved' },
    })
  })

  test('and without --json the console says which file it is, and why', async () => {
    const { err } = await said(['check', 'nope.json'])
    expect(err).toContain('nope.json cannot be read: it is not there.')
  })

  test('an empty file is said to be empty', async () => {
    const { code, out } = await said(['check', write('empty.json', ' \n')])
    expect(code).toBe(1)
    expect(out).toContain('empty.json:1:1: not-json: This is no JSON: the file is empty.')
  })

  test('a kind of field that there is not is called one', async () => {
    const fields = { ...storefrontFlow.fields, size: { type: 'integer', label: 'Size' } }
    expect((await said(['check', write('integer.json', { ...storefrontFlow, fields })])).out).toContain(
      'There is no field type "integer". It is one of order-number, ',
    )
  })

  test.each([
    [
      'of a module whose ids do not begin with its name',
      "'ask'",
      'steps/ask: shape: The step "ask" of the module "bar" must begin with "bar-".',
    ],
    ['of modules with one name for two', "'bar-ask'", 'steps/bar-ask: shape: Two modules have a step "bar-ask".'],
  ])('a flow %s is told as one that has a fault', async (name, id, says) => {
    const composed = `import { composeFlow } from ${JSON.stringify(import.meta.resolve('@shopbell/core/flows'))}
const bar = { name: 'bar', steps: { [${id}]: { type: 'end' } }, texts: {} }
export const flow = composeFlow({ id: 'x', version: 1, modules: [bar, bar] })`
    const { code, out } = await said(['check', write(`${name.length}.mjs`, composed)])
    expect(code).toBe(1)
    expect(out).toContain(says)
  })

  test('ends with 2 where it could not look everywhere', async () => {
    const { code, out } = await said(['check', 'storefront', '--budget', '20'])
    expect(code).toBe(2)
    expect(out).toMatch(/^bounded storefront: .* frontier [1-9]/)
    expect((await said(['check', 'storefront', '--budget', 'much'])).err).toContain('--budget is a number of places')
  })

  test('prints everything as JSON', async () => {
    expect(JSON.parse((await said(['check', 'storefront', '--json'])).out)).toMatchObject({
      verdict: 'proved',
      frontier: 0,
      findings: [],
    })
    const both = await said(['check', 'storefront', 'safety', '--budget', '20', '--json'])
    expect(JSON.parse(both.out)).toMatchObject({ storefront: { verdict: 'bounded' }, safety: { frontier: expect.any(Number) } })
  })
})

test('a file that is no flow says where, and how to mend it', async () => {
  const broken = {
    ...storefrontFlow,
    steps: { ...storefrontFlow.steps, bye: { type: 'ent' }, hello: { type: 'say', nxt: 'bye' } },
  }
  const { code, err } = await said(['draw', write('broken.json', broken)])
  expect(code).toBe(3)
  expect(err).toMatch(
    /broken\.json is no flow:\n {2}.*broken\.json:1:\d+ steps\/bye\/type: .*\n {2}.*broken\.json:1:\d+ steps\/hello\/n/,
  )
})

test('eval prints figures, and names the lines that it cannot read', () => {
  const rows = ['{"text":"where is my parcel","route":"order"}', 'nonsense', '{"text":"a person please","route":"person"}']
  const { code, out, err } = shopbell(['eval', write('openings.jsonl', rows.join('\n'))])
  expect(code).toBe(0)
  expect(out).toMatch(/placed right +100\.0 %/)
  expect(err).toContain('line 2: is not JSON')
  expect(JSON.parse(shopbell(['eval', at('openings.jsonl'), '--json']).out)).toMatchObject({ rows: 2, accuracy: 1 })
  expect(shopbell(['eval', write('empty.jsonl', '')])).toMatchObject({ code: 3, out: '' })
})

test('eval names ten lines that it cannot read, and counts the others', async () => {
  const { err } = await said([
    'eval',
    write('odd.jsonl', [...Array(12).fill('nonsense'), '{"text":"where is my parcel","route":"order"}'].join('\n')),
  ])
  expect(err.split('\n').filter((line) => line.includes('is not JSON'))).toHaveLength(10)
  expect(err).toContain('and 2 more lines that cannot be read')
})

test('eval names the texts that are placed elsewhere than they belong, ten of them', () => {
  const row = (index: number) => JSON.stringify({ text: `a person please, ${index}`, route: 'faq' })
  const file = write(
    'misplaced.jsonl',
    ['{"text":"where is my parcel","route":"order"}', ...Array.from({ length: 12 }, (_, index) => row(index))].join('\n'),
  )
  const { out } = shopbell(['eval', file])
  expect(out).toMatch(/\n\nmisplaced\nline 2: "a person please, 0" faq → person\n/)
  expect(out).toMatch(/\nline 11: .*\nand 2 more; --json lists them all\n$/)
  const { misplaced } = JSON.parse(shopbell(['eval', file, '--json']).out) as { readonly misplaced: readonly unknown[] }
  expect(misplaced).toHaveLength(12)
  expect(misplaced[11]).toMatchObject({ row: { line: 13, to: 'faq' }, placed: 'person' })
})

describe('replay and diff', () => {
  const recording = at('recorded.json')
  const { steps } = storefrontFlow
  const changed = {
    ...storefrontFlow,
    version: 2,
    texts: { ...storefrontFlow.texts, 'order.late': 'It is late. Sorry.' },
    steps: {
      ...steps,
      'order-late': { ...steps['order-late'], options: [{ id: 'wait', label: 'order.wait', next: 'order-waits' }] },
    },
  }
  write('v2.json', changed)
  shopbell(['simulate', 'storefront', '--record', recording], LATE)

  test('the same flow reads the same', () => {
    const { code, out, err } = shopbell(['replay', recording])
    expect({ code, err }).toEqual({ code: 0, err: 'The same as when it was recorded.\n' })
    expect(out).toContain('shopper: 1003 · sam@example.com')
  })

  test('another one is shown side by side, from the first line that differs', () => {
    const { code, err } = shopbell(['replay', recording, '--flow', 'v2.json'])
    expect(code).toBe(1)
    expect(err).toMatch(/Not the same as when it was recorded, from line \d+:/)
    expect(err).toMatch(/│ bot: It should have been with you by now.* │ bot: It is late\. Sorry\./)
  })

  test('a replay is written as a test', () => {
    shopbell(['replay', recording, '--test', 'late.test.ts'])
    expect(readFileSync(at('late.test.ts'), 'utf8')).toContain('expect(replay(flow, recording).lines).toEqual([')
  })

  test('diff says what changed, for whom, and which option is gone', () => {
    const { code, out } = shopbell(['diff', 'storefront', 'v2.json', recording])
    expect(code).toBe(1)
    expect(out).toContain('recorded: ends review → stuck')
    expect(out).toContain('cannot go on at turn 5: “Talk to a person about this parcel” cannot be tapped any more')
    expect(out).toContain('no longer offered at order-late: offered in recorded; tapped in recorded')
    expect(out.trim().split('\n').at(-1)).toBe('1 conversation: 0 the same, 1 changed, 1 ending differently, 1 stuck')
    const json = JSON.parse(shopbell(['diff', 'storefront', 'v2.json', recording, '--json']).out) as {
      counts: object
      names: string[]
    }
    expect(json).toMatchObject({ counts: { changed: 1 }, names: ['recorded'] })
  })

  test('nothing changed ends with 0', () => {
    expect(shopbell(['diff', 'storefront', 'storefront', recording])).toMatchObject({ code: 0 })
  })
})

test('schema says where the schemas are, and they are there', () => {
  const paths = shopbell(['schema']).out.match(/^\/.*\.json$/gm) ?? []
  expect(paths.length).toBeGreaterThan(0)
  for (const path of paths) expect(existsSync(path)).toBe(true)
})

test('a pipe that is closed early is no error', () => {
  const command = `"${process.execPath}" "${CLI}" draw storefront | head -1`
  expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toBe('flowchart TD\n')
})
