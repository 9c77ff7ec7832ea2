import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Catalogue, ModuleTexts } from './catalogue.js'
import { catalogue as english } from './catalogues/en.js'
import { moduleTexts as englishModules } from './catalogues/modules/en.js'
import { LANGUAGES } from './choose-language.js'

// Whoever adds a language adds one file here and one in `catalogues/modules`: both are found by convention and held against English.
const names = readdirSync(new URL('catalogues/', import.meta.url)).flatMap((file) => file.match(/^(.+)\.ts$/)?.[1] ?? [])
const languages = await Promise.all(
  names.map(async (name) => {
    const { catalogue } = (await import(`./catalogues/${name}.ts`)) as { catalogue: Catalogue }
    const { moduleTexts } = (await import(`./catalogues/modules/${name}.ts`)) as { moduleTexts: ModuleTexts }
    return { name, catalogue, modules: moduleTexts }
  }),
)
type Plural = Readonly<Record<string, string>>
const others = languages.filter(({ name }) => name !== 'en')

/** Every sentence by its way down, `answer.unread`; the forms of a plural are together. */
function sentences(catalogue: Catalogue, modules: ModuleTexts): ReadonlyMap<string, string | Plural> {
  const { opening, answer, orders, articles, own, bubble, device, person, texts } = catalogue
  const found = new Map<string, string | Plural>()
  const walk = (value: unknown, way: string): void => {
    if (typeof value === 'string') found.set(way, value)
    else if (Object.hasOwn(Object(value), 'other') && way !== 'texts') found.set(way, value as Plural)
    else for (const [key, inner] of Object.entries(Object(value))) walk(inner, `${way}.${key}`)
  }
  for (const [group, words] of Object.entries({ opening, answer, orders, articles, own, bubble, device, person }))
    walk(words, group)
  for (const [key, text] of Object.entries({ ...texts, ...modules })) found.set(`texts ${key}`, text)
  return found
}

const source = sentences(english, englishModules)
const all = (of: string | Plural | undefined): readonly string[] =>
  typeof of === 'object' ? Object.values(of) : of === undefined ? [] : [of]
const braces = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([name]) => name).sort()
const unique = (list: readonly string[]) => [...new Set(list)]

test('there is a catalogue for each language that is offered, and no other', () => {
  expect(names.toSorted()).toEqual([...LANGUAGES].toSorted())
  for (const { name, catalogue } of languages) expect(catalogue.locale).toBe(name)
})

test('English has every sentence of every English file', async () => {
  const files = readdirSync(new URL('.', import.meta.url)).flatMap((file) => file.match(/^en\.(flow.*)\.ts$/)?.[1] ?? [])
  const keys = await Promise.all(
    files.map(async (file) => Object.values(await import(`./en.${file}.ts`)).flatMap((texts) => Object.keys(Object(texts)))),
  )
  const known = { ...english.texts, ...englishModules }
  expect(keys.flat().filter((key) => !Object.hasOwn(known, key))).toEqual([])
})

test.each(others)('$name lacks no sentence and has none too many', ({ catalogue, modules }) => {
  const spoken = sentences(catalogue, modules)
  expect(
    [...source.keys()].filter((key) => !spoken.has(key)),
    'to be translated',
  ).toEqual([])
  expect(
    [...spoken.keys()].filter((key) => !source.has(key)),
    'no longer said',
  ).toEqual([])
})

test.each(others)('$name fills in what English fills in', ({ catalogue, modules }) => {
  for (const [key, said] of sentences(catalogue, modules)) {
    const wanted = unique(all(source.get(key)).flatMap(braces))
    for (const [form, text] of Object.entries(typeof said === 'object' ? said : { other: said })) {
      // `one parcel` and `two parcels` are whole words in some languages.
      const spelt =
        ['zero', 'one', 'two'].includes(form) && !text.includes('{count}') ? wanted.filter((name) => name !== '{count}') : wanted
      expect(unique(braces(text)).toSorted(), `${key} ${form}`).toEqual(spelt.toSorted())
    }
  }
})

test.each(languages)('$name has just the plural forms that its language has', ({ name, catalogue, modules }) => {
  const forms = new Intl.PluralRules(name).resolvedOptions().pluralCategories.toSorted()
  for (const [key, said] of sentences(catalogue, modules))
    if (typeof said === 'object') expect(Object.keys(said).toSorted(), key).toEqual(forms)
})

test.each(languages)(
  '$name has texts alone: none empty, none with markup, none with what cannot be seen',
  ({ catalogue, modules }) => {
    for (const [key, said] of sentences(catalogue, modules))
      for (const text of all(said)) {
        expect(text.trim(), key).toBe(text)
        expect(text, key).not.toBe('')
        expect(text, key).not.toMatch(/<[a-z/!]|&[a-z]+;|[\p{Cc}\u200b\ufeff\u202a-\u202e]/iu)
      }
  },
)

/** What is the same word in both languages. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  de: ['opening.bot', 'answer.by.desk', 'texts field.name'],
  es: ['opening.bot', 'texts helped.no'],
  fr: ['opening.bot'],
  'pt-BR': ['opening.bot', 'texts field.email'],
  ja: ['answer.by.assistant'],
  'zh-Hans': ['answer.by.assistant'],
}

test.each(others)('$name leaves nothing in English', ({ name, catalogue, modules }) => {
  const same = [...sentences(catalogue, modules)].filter(([key, said]) =>
    all(said).some((text) => all(source.get(key)).includes(text)),
  )
  // A sentence of nothing but names in braces has no language.
  const words = same.filter(([, said]) => all(said).some((text) => /\p{L}/u.test(text.replace(/\{[^}]*\}/g, ''))))
  expect(words.map(([key]) => key).toSorted()).toEqual((SHARED[name] ?? []).toSorted())
})

/** What stands on buttons, in rows and above fields: there is only so much room. */
const LABEL =
  /^(opening\.(openChat|closeChat|pill|title|talkToPerson|writeMail|call|send|tryAgain)|articles\.|person\.(review\.(send|back)|rating\.(send|skip)|start|end|queue\.defer|late\.defer)|texts (menu\.|talk$|field\.[^.]+$|.*\.(submit|send|person|again|yes|no|skip|browse|known|wait|look|no-number)$))/

test.each(others)('$name keeps to the room that labels have', ({ catalogue, modules }) => {
  for (const [key, said] of sentences(catalogue, modules)) {
    const written = source.get(key)
    // A short word may grow to twenty characters; a label that is a sentence in English is one here.
    if (typeof said !== 'string' || typeof written !== 'string' || !LABEL.test(key) || written.length > 45) continue
    expect(said.length, `${key}: ${said}`).toBeLessThanOrEqual(Math.max(24, 2.2 * written.length))
  }
})

test.each(others.filter(({ catalogue }) => catalogue.direction === 'rtl'))(
  '$name keeps the signs of what is written from left to right in their order',
  ({ catalogue, modules }) => {
    for (const [key, said] of sentences(catalogue, modules))
      for (const text of all(said))
        for (const [, before, name, after] of text.matchAll(
          /(.?)\{(shop|name|label|city|number|orderNumber|amount|changes|message|items|wish|returnReason)\}(.?)/g,
        ))
          expect([before, after], `${key}: {${name}}`).toEqual(['\u2068', '\u2069'])
  },
)

test('French signs do not stand alone on a line', () => {
  const french = languages.find(({ name }) => name === 'fr')
  for (const [key, said] of french ? sentences(french.catalogue, french.modules) : [])
    for (const text of all(said)) expect(text, key).not.toMatch(/(^|[^\u202f])[?!;]|[^\u00a0]:( |$)|« | »/)
})

test('nobody is said to have read a language who has not', () => {
  const read = languages.filter(({ catalogue }) => catalogue.review === 'native').map(({ name }) => name)
  expect(read).toEqual(['en'])
})

// The width of a line under the header on a phone of 390 pixels, in Latin letters of a wide typeface; an East Asian one takes two.
const LINE = 52

test.each(languages)('what is said of people fits into one line on a phone in $name', ({ catalogue }) => {
  const { opening, answer } = catalogue
  for (const [key, text] of Object.entries(answer ?? {})) {
    if (!/^people/.test(key)) continue
    const line = `${opening?.instantAnswers} · ${text}`.replace('{day}', 'Sun').replace('{time}', '10:30')
    const width = [...line].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
    expect(width, line).toBeLessThanOrEqual(LINE)
  }
})
