import { expect, test } from 'vitest'
import { type BundledFile, fetchedFiles } from '../scripts/fetched-files.mjs'

const chunk = (name: string, code: string, imports: readonly string[] = [], isEntry = false): BundledFile => ({
  type: 'chunk',
  fileName: `${name}-V.js`,
  isEntry,
  imports: imports.map((one) => `${one}-V.js`),
  code,
})
const first = (code = '') => chunk('widget', `${code}const f=1;export{f as fetchFile,g as start}`, [], true)

/** What the build makes of these files, by name. */
function built(...chunks: readonly BundledFile[]): Readonly<Record<string, string>> {
  fetchedFiles('V').generateBundle({}, Object.fromEntries(chunks.map((one) => [one.fileName, one])))
  return Object.fromEntries(chunks.map(({ fileName, code }) => [fileName.replace('-V.js', ''), code]))
}

test('what was imported by its address is fetched by its name, side by side, before the file goes on', () => {
  const { widget, answer, person } = built(
    first('const later=()=>import("./answer-V.js");'),
    chunk('answer', 'import{$ as b,c}from"./widget-V.js";b(c)', ['widget']),
    chunk('person', 'import{a as b}from"./widget-V.js";import{Line as d}from"./answer-V.js";b(d,()=>import(`./words-V.js`))', [
      'widget',
      'answer',
    ]),
  )
  expect(widget).toBe(
    'const fetchFile$=(name)=>f(name);const later=()=>fetchFile$("answer");const f=1;export{f as fetchFile,g as start}',
  )
  expect(answer).toBe('const fetchFile$=globalThis[Symbol.for("shopbell-V")];const{$:b,c}=await fetchFile$("widget");b(c)')
  expect(person).toBe(
    'const fetchFile$=globalThis[Symbol.for("shopbell-V")];const[{a:b},{Line:d}]=await Promise.all(["widget","answer"].map(fetchFile$));b(d,()=>fetchFile$(`words`))',
  )
})

test.each<[string, readonly BundledFile[], RegExp]>([
  [
    'files that wait for each other',
    [first(), chunk('one', 'import{a}from"./two-V.js"', ['two']), chunk('two', 'import{b}from"./one-V.js"', ['one'])],
    /circle/,
  ],
  ['an import that it does not know', [first(), chunk('one', 'import*as a from"./two-V.js"', ['two'])], /by its address/],
  [
    'a first file that needs another',
    [chunk('widget', 'import{a}from"./one-V.js";export{f as fetchFile}', ['one'], true)],
    /cannot wait/,
  ],
  [
    'a file of the loader’s that needs another',
    [first(), chunk('beside', 'import{a}from"./widget-V.js"', ['widget'], true)],
    /beside-V\.js cannot wait/,
  ],
  [
    'a file of the loader’s that fetches another',
    [first(), chunk('beside', 'import("./one-V.js")', [], true)],
    /beside-V\.js cannot fetch/,
  ],
  ['nobody who fetches', [chunk('widget', 'export{g as start}', [], true)], /No file exports fetchFile/],
])('the build refuses %s', (_, chunks, why) => {
  expect(() => built(...chunks)).toThrow(why)
})
