import { storefrontFlow } from '@shopbell/core'
import { parseFlow } from '@shopbell/core/check'
import { describe, expect, test } from 'vitest'
import { jsonFault, placeFinder, readJsonText } from './json-text.js'
import { flowReader } from './read-flow.js'

const flow = JSON.stringify(storefrontFlow, null, 2)
const readFlowText = (text: string) => readJsonText(text, flowReader)

/** The first finding, and the line that it points at. */
function first(text: string) {
  const read = readFlowText(text)
  const finding = 'findings' in read ? read.findings[0] : undefined
  return finding && { ...finding, at: text.split('\n')[finding.line - 1]?.trim().slice(0, 60) }
}

test('a flow that was written as JSON is read, with the address of its schema too', () => {
  expect(readFlowText(flow)).toEqual({ flow: storefrontFlow })
  expect(readFlowText(`\uFEFF${flow.replace('{', '{\n  "$schema": "./flow.schema.json",')}`)).toMatchObject({
    flow: { id: 'storefront' },
  })
})

describe('what is no flow is told with its path and line', () => {
  test.each([
    ['nothing', '', 'not-json', '', 'the file is empty'],
    ['no JSON', 'export const flow = {}', 'not-json', '', 'neither a text'],
    ['a page', '<!doctype html><p>Not found', 'not-json', '', 'neither a text'],
    ['a comma too many', flow.replace('"version": 1,', '"version": 1,,'), 'not-json', '', 'name in "quotes"'],
    ['a comment', flow.replace('"version"', '// which\n"version"'), 'not-json', '', 'JSON has no comments'],
    ['a file that ends too early', flow.slice(0, 5_000), 'not-json', undefined, 'no JSON'],
    ['a colon that is missing in a list', '{ "list": [{ "id": "a" }, { "id" 7 }] }', 'not-json', 'list/1/id', 'a colon'],
    ['a list', '[]', 'shape', '', 'not a list'],
    ['a list of steps', flow.replace(/"steps": \{[\s\S]*?\n {2}\},/, '"steps": [],'), 'shape', 'steps', 'not a list'],
    [
      'a name that stands twice',
      flow.replace('"version": 1,', '"version": 1,\n"version": 2,'),
      'duplicate-key',
      'version',
      'a second time',
    ],
    [
      'an unknown step type',
      flow.replace('"type": "ask"', '"type": "asks"'),
      'shape',
      'steps/order-ask/type',
      'There is no step type "asks". Did you mean "ask"?',
    ],
    [
      'an edge that is missing',
      flow.replace(/"failed": "order-failed",/, ''),
      'call-edges',
      'steps/order-find/failed',
      '"failed" is missing: say where to go then.',
    ],
    ['a property with a slip in it', flow.replace('"retries": 2', '"retrys": 2'), 'shape', undefined, 'retries'],
    [
      'a prototype key',
      flow.replace('"steps": {', '"steps": { "__proto__": { "type": "end" },'),
      'prototype-key',
      'steps/__proto__',
      'another name',
    ],
    [
      'another',
      flow.replace('"texts": {', '"texts": { "constructor": "x",'),
      'prototype-key',
      'texts/constructor',
      'another name',
    ],
    [
      'a step with a name that every object has',
      flow.replace('"steps": {', '"steps": { "toString": { "type": "end" },'),
      'prototype-key',
      'steps/toString',
      'another name',
    ],
  ])('%s', (_, text, code, path, says) => {
    const finding = first(text)
    expect(finding).toMatchObject({ code, conversation: [] })
    expect(finding?.line).toBeGreaterThan(0)
    expect(finding?.column).toBeGreaterThan(0)
    if (path !== undefined) expect(finding?.path).toBe(path)
    if (says !== undefined) expect(finding?.says).toContain(says)
  })

  test('the line is the one of the path', () => {
    expect(first(flow.replace('"type": "ask"', '"type": "asks"'))?.at).toBe('"type": "asks",')
    expect(first(flow.replace(/"failed": "order-failed",/, ''))?.at).toBe('"order-find": {')
    expect(first(flow.replace('"version": 1,', '"version": 1,\n"version": 2,'))?.at).toBe('"version": 2,')
  })

  test('a finding of the checker is found as well, also where a key holds a slash', () => {
    const text = '{\n"texts": {\n"a": "x",\n"a/b": "y"\n},\n"list": [\n1,\n2]}'
    const place = placeFinder(text)
    expect([place('texts/a'), place('texts/a/b'), place('list/1'), place('texts/none/at/all'), place('')]).toEqual([
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 8, column: 1 },
      { line: 2, column: 1 },
      { line: 1, column: 1 },
    ])
  })
})

test('names that stand twice are told in the order of the file', () => {
  const read = readFlowText('{ "a": { "x": 1, "x": 2 }, "b": { "y": 1, "y": 2 }, "b": 3 }')
  const doubled = 'findings' in read ? read.findings.filter(({ code }) => code === 'duplicate-key') : []
  expect(doubled.map(({ path }) => path)).toEqual(['a/x', 'b/y', 'b'])
})

test('a mark at the beginning of a file moves no place in it', () => {
  const [whole, broken] = ['{ "a": 1, "b": 2 }', '{ "a" 1 }']
  expect(placeFinder(`\uFEFF${whole}`)('b')).toEqual({ line: 1, column: 11 })
  expect(jsonFault(`\uFEFF${whole}`)).toBeUndefined()
  expect(jsonFault(`\uFEFF${broken}`)).toMatchObject({ line: 1, column: 7, mend: expect.stringContaining('a colon') })
})

test('of an empty file it is said that it is empty', () => {
  expect(jsonFault(' \n')).toEqual({ line: 1, column: 1, mend: 'the file is empty.' })
})

describe('what would hang or crash a reader is refused at once', () => {
  test.each([
    ['ten megabytes', `{"id": "${'x'.repeat(10_000_000)}"}`, 'too-large'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'too-deep'],
    ['a hundred thousand braces', '{"a":'.repeat(100_000), 'too-deep'],
    ['brackets in a text are none', `{"id": "${'['.repeat(1_000)}"}`, 'shape'],
    ['nor are they behind a quote that is part of the text', `{"id": "\\"${'['.repeat(1_000)}"}`, 'shape'],
    [
      'six thousand steps',
      JSON.stringify({ steps: Object.fromEntries(Array.from({ length: 6_000 }, (_, n) => [`s${n}`, 1])) }),
      'too-many-steps',
    ],
  ])('%s', (_, text, code) => {
    expect(first(text)?.code).toBe(code)
  })
})

describe('a value that comes from elsewhere', () => {
  test('in circles is told so', () => {
    const value: Record<string, unknown> = { id: 'round' }
    value['steps'] = { again: value }
    expect(parseFlow(value)).toMatchObject({ findings: [{ code: 'circular', path: 'steps/again' }] })
  })

  test('nested deep is told so', () => {
    let value: unknown = 'deep'
    for (let depth = 0; depth < 100_000; depth++) value = [value]
    expect(parseFlow({ id: 'deep', steps: value })).toMatchObject({ findings: [{ code: 'too-deep' }] })
  })

  test.each([[null], [undefined], [7], ['flow'], [[]], [() => undefined]])('that is no object is no flow: %s', (value) => {
    expect(parseFlow(value)).toMatchObject({ findings: [{ code: 'shape' }] })
  })

  test('is read into values of its own', () => {
    const value: unknown = JSON.parse(flow)
    const parsed = parseFlow(value)
    expect('flow' in parsed && parsed.flow).toEqual(storefrontFlow)
    expect('flow' in parsed && parsed.flow).not.toBe(value)
  })
})
