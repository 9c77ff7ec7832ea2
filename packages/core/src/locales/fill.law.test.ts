import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogue as arabic } from './catalogues/ar.js'
import { catalogue as english } from './catalogues/en.js'
import { catalogue as japanese } from './catalogues/ja.js'
import { fill } from './fill.js'

const templates = [english, arabic, japanese].flatMap(({ texts }) => Object.values(texts)).filter((text) => text.includes('{'))
const names = (text: string) => [...text.matchAll(/\{([\w-]+)\}/g)].map(([, name = '']) => name)

test('what is filled in stands there as it was given, and no name is left', () => {
  fc.assert(
    fc.property(fc.constantFrom(...templates), fc.string({ unit: 'binary' }), (template, value) => {
      const values = Object.fromEntries(names(template).map((name) => [name, value]))
      // The sentence around the names, with the value between its pieces: nothing else may come out.
      expect(fill(template, values)).toBe(template.split(/\{[\w-]+\}/).join(value))
    }),
  )
})

test('a value that looks like a name is not filled in again', () => {
  fc.assert(
    fc.property(fc.constantFrom('{a}', '{b}', '$&', '{__proto__}'), fc.string(), (value, other) => {
      expect(fill('{a}|{b}', { a: value, b: other })).toBe(`${value}|${other}`)
    }),
  )
})
