import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readThemeFile, UnreadableFile } from './read-theme-file.js'
import { themeFile } from './theme-file.js'

const literal = fc.letrec<{ value: unknown; group: object }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    tie('group'),
  ),
  group: fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
})).group

test('whatever the studio writes as a file is read as it was', () => {
  fc.assert(
    fc.property(fc.record({ name: fc.string(), description: fc.string({ unit: 'binary' }), light: literal }), (theme) => {
      const plain = JSON.parse(JSON.stringify(theme)) as unknown
      expect(readThemeFile(themeFile(plain as never))).toEqual(plain)
    }),
    { numRuns: 60 },
  )
})

test('JSON is read as JSON', () => {
  fc.assert(
    fc.property(literal, (theme) => {
      const json = JSON.stringify(theme, null, 2)
      expect(readThemeFile(json)).toEqual(JSON.parse(json))
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['comments', "defineTheme({ // first\n name: 'plum', /* second */ })"],
  ['other quotes', 'defineTheme({ "name": `plum` })'],
  ['a file with types', "import type { Theme } from '@shopbell/themes'\nexport const theme: Theme = { name: 'plum' }"],
  ['escapes', "defineTheme({ name: '\\u0070l\\x75\\u{6d}' })"],
])('%s', (_name, file) => {
  expect(readThemeFile(file)).toEqual({ name: 'plum' })
})

test.each([
  ['a call', 'defineTheme({ name: alert(1) })', 'is no plain data on line 1'],
  ['a name', 'defineTheme({\n  name: document.title,\n})', 'is no plain data on line 2'],
  ['a spread', 'defineTheme({ ...base })', 'is no plain data on line 1'],
  ['a computed name', "defineTheme({ ['a' + 'b']: 1 })", 'is no plain data on line 1'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the file's.
  ['a template', 'defineTheme({ name: `${location}` })', 'is no plain data on line 1'],
  ['a method', 'defineTheme({ toString() { return 1 } })', 'is no plain data on line 1'],
  ['a getter', 'defineTheme({ get name() { return 1 } })', 'is no plain data on line 1'],
  ['half a file', "defineTheme({ name: 'plum',", 'is no plain data on line 1'],
  ['a code point that is none', "defineTheme({ name: '\\u{110000}' })", 'is no plain data on line 1'],
  ['nothing', '', 'has no theme in it'],
  ['too much', ' '.repeat(64_001), 'is longer than 64000 characters'],
  ['too deep', '{"a":'.repeat(40), 'is no plain data on line 1'],
])('%s is not run, and refused with its line', (_name, file, why) => {
  expect(() => readThemeFile(file)).toThrow(new UnreadableFile(why))
})

test('a prototype is a name like any other', () => {
  const read = readThemeFile('{ "__proto__": { "radius": "round" } }')
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  expect(Object.keys(Object(read))).toEqual(['__proto__'])
})
