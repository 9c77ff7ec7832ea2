import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { CheckResult } from '@shopbell/core/check'
import { composeFlow, message } from '@shopbell/core/flows'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from './main.js'
import { printed } from './printed.test.support.js'
import { terminalOf } from './terminal.js'

const folder = mkdtempSync(join(tmpdir(), 'shopbell-languages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  return path
}

async function check(...args: readonly string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  stdin.end()
  const code = await main(['check', ...args], terminalOf({ stdin, stdout, stderr, env: {} }))
  return { code, out: printed(stdout), err: printed(stderr) }
}

const shop = composeFlow({ id: 'shop', version: 1, modules: [message], texts: { greeting: 'Hello, {name}!' } })
const flow = write('flow.json', { ...shop, facts: ['name'] })
const german = write('german.json', { greeting: 'Hallo, {name}!' })

describe('a flow whose words are given in another language is checked in that language, too', () => {
  test('what it took over from Shopbell need not be given in a language that Shopbell speaks', async () => {
    expect(await check(flow, '--language', `de=${german}`)).toMatchObject({ code: 0, out: expect.stringMatching(/^proved /) })
  })

  test('a sentence that is missing is told with its place in the flow', async () => {
    const { code, out } = await check(flow, '--language', `de=${write('none.json', {})}`)
    expect(code).toBe(1)
    expect(out).toMatch(
      /flow\.json:\d+:5 texts\/greeting: missing-translation: There is no "greeting" in de\. Add it to that catalogue\.\nfault /,
    )
  })

  test('so is one that fills in something else', async () => {
    const { out } = await check(flow, '--language', `de=${write('slip.json', { greeting: 'Hallo, {nmae}!' })}`)
    expect(out).toContain('In de, "greeting" names {nmae} instead of {name}.')
  })

  test('what fills in something else is told with its line in the file of the words', async () => {
    const slip = write('lines.json', '{\n  "greeting": "Hallo, {nmae}!"\n}')
    expect((await check(flow, '--language', `de=${slip}`)).out).toMatch(
      /^\S*lines\.json:2:3 greeting: missing-translation: In de, /,
    )
    const { out } = await check(flow, '--language', `de=${slip}`, '--json')
    expect((JSON.parse(out) as CheckResult).findings).toMatchObject([{ path: 'greeting', file: slip, line: 2, column: 3 }])
  })

  test('where several languages are given, it is told in the file of its own', async () => {
    const slip = write('one-of-two.json', '{\n  "greeting": "Hallo, {nmae}!"\n}')
    const french = write('french.json', { greeting: 'Bonjour, {name} !' })
    const { out } = await check(flow, '--language', `fr=${french}`, '--language', `de=${slip}`)
    expect(out).toMatch(/^\S*one-of-two\.json:2:3 greeting: missing-translation: In de, /)
  })

  test('a key that is much like one whose words are there is none with a slip', async () => {
    const both = write('both.json', { greeting: 'Hallo, {name}!', greetings: 'Hallo, alle!' })
    expect((await check(flow, '--language', `de=${both}`)).code).toBe(0)
  })

  test('nor is a sentence of the flow’s that is its own key', async () => {
    const [step = ''] = Object.keys(shop.steps)
    const steps = { ...shop.steps, [step]: { ...shop.steps[step], text: 'greetings' } }
    const spoken = write('spoken.json', { ...shop, steps, facts: ['name'] })
    const words = write('sentence.json', { greetings: 'Hallo, alle!' })
    const { out } = await check(spoken, '--language', `de=${words}`)
    expect(out).not.toContain('Nothing is said by')
  })

  test('a key with a slip is named with its line, and with the one that was meant', async () => {
    const slip = write('typo.json', '{\n  "greting": "Hallo, {name}!", "menu": "x"\n}')
    const { code, out } = await check(flow, '--language', `de=${slip}`)
    expect(code).toBe(1)
    expect(out).toMatch(
      /typo\.json:2:3 greting: missing-translation: Nothing is said by "greting", so its words in de are never read\. Did you mean "greeting"\?/,
    )
  })

  test('a key with a slip is a fault, also where no words are missing for it', async () => {
    const whole = write('whole.json', { greeting: 'Hallo, {name}!', 'menu.agnet': 'Ein Mensch' })
    const { code, out } = await check(flow, '--language', `de=${whole}`, '--json')
    const { verdict, findings } = JSON.parse(out) as CheckResult
    expect([code, verdict, findings.map(({ path }) => path)]).toEqual([1, 'fault', ['menu.agnet']])
  })

  test('of a language that Shopbell does not speak, that is said', async () => {
    const { err } = await check(flow, '--language', `xx=${german}`, '--language', `de=${german}`)
    expect(err).toContain('Shopbell does not speak "xx", so whatever the flow says needs words of its own there.')
    expect(err).not.toContain('"de"')
  })

  test('each language is told of, and a language that Shopbell does not speak needs all the words', async () => {
    const { out } = await check(flow, '--language', `de-AT=${german}`, '--language', `it=${german}`, '--json')
    const { findings } = JSON.parse(out) as CheckResult
    expect(findings.map(({ code }) => code)).toEqual(Object.keys(shop.texts).slice(1).fill('missing-translation'))
    expect(findings.every(({ says }) => says.includes(' in it.'))).toBe(true)
  })

  test('English is a language like the others, for a flow that speaks none', async () => {
    const words = write('english.json', { greeting: 'Hi, {name}!' })
    expect((await check(flow, '--language', `en=${words}`)).code).toBe(0)
    expect((await check(flow, '--language', `en=${write('silent.json', {})}`)).out).toContain('There is no "greeting" in en.')
  })

  test('the words may be a module’s', async () => {
    const named = write('named.mjs', 'export const texts = { greeting: "Hallo, {name}!" }')
    const whole = write('whole.mjs', 'export default { greeting: "Bonjour, {name} !" }')
    expect((await check(flow, '--language', `de=${named}`, '--language', `fr=${whole}`)).code).toBe(0)
  })
})

describe('what cannot be read of a language is told like what cannot be read of a flow', () => {
  test.each([
    ['no JSON', '{\n  "greeting" 7\n}', /broken\.json:2:14 greeting: not-json: This is no JSON: here must be a colon/],
    ['a key that stands twice', '{ "a": "x",\n"a": "y" }', /broken\.json:2:1 a: duplicate-key: "a" stands here a second time/],
    ['a word that is none', '{\n"a": 7 }', /broken\.json:2:1 a: shape: This must be a text, not 7\./],
    ['a word that is empty', '{\n"a": "" }', /broken\.json:2:1 a: shape: This must not be empty\./],
    ['a list', '[]', /broken\.json:1:1: shape: This must be an object, not a list\./],
    [
      'too many words',
      `{ "a": "${'x'.repeat(1_000_000)}" }`,
      /broken\.json:1:1: too-large: .* Leave out what the flow does not say\./,
    ],
    ['far too many', 'x'.repeat(10_000_001), /broken\.json:1:1: too-large: This file has 10,000,001 bytes; .* Leave out what/],
    ['words within words', '['.repeat(101), /broken\.json:1:101: too-deep: .* Words stand side by side/],
  ])('%s', async (_, text, told) => {
    const { code, out } = await check(flow, '--language', `de=${write('broken.json', text)}`)
    expect(code).toBe(1)
    expect(out).toMatch(told)
    expect(out).toMatch(/^fault .*flow\.json: one place to mend first$/m)
  })

  test('a module that gives something else', async () => {
    const { code, out } = await check(flow, '--language', `de=${write('odd.mjs', 'export const texts = { a: 7 }')}`)
    expect(code).toBe(1)
    expect(out).toMatch(/odd\.mjs a: shape: This must be a text, not 7\./)
  })

  test('in JSON with the file and the place', async () => {
    const file = write('half.json', '{')
    const { code, out } = await check(flow, '--json', '--language', `de=${file}`)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ verdict: 'fault', findings: [{ code: 'not-json', file, line: 1, column: 2 }] })
  })

  test('together with what cannot be read of the flow', async () => {
    const { out } = await check(write('list.json', '[]'), '--json', '--language', `de=${write('half.json', '{')}`)
    expect((JSON.parse(out) as CheckResult).findings.map(({ code }) => code)).toEqual(['shape', 'not-json'])
  })
})

describe('what cannot be a language is said in a sentence', () => {
  test.each([
    ['a file without its language', [german], '--language is a language and its file, such as --language de=german.json.'],
    ['a language without its file', ['de='], '--language is a language and its file'],
    ['something else than a language', ['german words=x.json'], '--language is a language and its file'],
    ['a language by its name', ['german=x.json'], '"german" is no language tag, such as de or en-GB: --language is a language'],
    ['a language twice', [`de=${german}`, `DE=${german}`], '--language names "DE" twice. A language has one file.'],
    ['a file of another kind', ['de=german.txt'], '"german.txt" is no .json, .js or .mjs file.'],
    ['a file that is not there', ['de=gone.json'], 'gone.json cannot be read: it is not there.'],
    [
      'a module without words',
      [`de=${write('other.mjs', 'export const a = 1')}`],
      'exports no texts: export it as `texts` or by default.',
    ],
  ])('%s', async (_, languages, words) => {
    const { code, out, err } = await check(flow, ...languages.flatMap((one) => ['--language', one]))
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toContain(words)
  })
})
