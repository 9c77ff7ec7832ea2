/** @vitest-environment happy-dom */
import { chooseLanguage, openingWords, personWords, storefrontChapters, storefrontOpening } from '@shopbell/core'
import { catalogue as arabic } from '@shopbell/core/locales/ar'
import { catalogue as german } from '@shopbell/core/locales/de'
import { afterEach, expect, test, vi } from 'vitest'
import type { Options } from '../options.js'
import * as files from './catalogues.js'
import { languageOf, pageLocale, speechFor } from './speech-for.js'

const warn = vi.fn<(message: string) => void>()
const speech = async (options: Options, locale: string) => speechFor(options, locale, warn)

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  warn.mockClear()
  document.documentElement.lang = ''
})

test.each([
  'de',
  'de-AT',
  'es-419',
  'pt',
  'pt-PT',
  'zh',
  'zh-CN',
  'zh-Hans-HK',
  'zh-TW',
  'zh-Hant-CN',
  'zh-HK',
  'en-GB',
  'pl',
  'deu',
  'ja',
  'ar-EG',
  'fr',
])('the widget and the core agree on %s', (locale) => {
  expect(languageOf(locale) ?? 'en').toBe(chooseLanguage(locale).split('-')[0])
})

test('whoever reads English, or nothing that we speak, downloads nothing', () => {
  expect(speechFor({}, 'en-GB', warn)).toBeUndefined()
  expect(speechFor({}, 'pl', warn)).toBeUndefined()
})

test.each(['it', 'zh-Hant', 'nl-BE'])(
  '%s, which the shop has asked for, is English, and the console says what is spoken',
  async (locale) => {
    const said = await speech({ locale }, locale)
    await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(1))
    expect(warn.mock.calls[0]?.[0]).toMatch(
      `There is no language "${locale}", so the chat speaks English. The languages are en, `,
    )
    expect([said?.locale, said?.direction]).toEqual(['en', 'ltr'])
    expect(said?.words('opening', openingWords)).toEqual(openingWords)
  },
)

test('what the page or the browser asks for is nobody’s mistake, nor is a language that is spoken later', async () => {
  expect(speechFor({}, 'it', warn)).toBeUndefined()
  expect(speechFor({ locale: 'en-GB' }, 'en-GB', warn)).toBeUndefined()
  await speech({ locale: 'it' }, 'de')
  await speech({ locale: 'de' }, 'it')
  await speech({ locale: 'de' }, 'de')
  expect(warn).not.toHaveBeenCalled()
})

test('a language brings all its words, its direction, and the dates of its variety', async () => {
  const austrian = await speech({}, 'de-AT')
  expect(austrian?.locale).toBe('de-AT')
  expect(austrian?.words('opening', openingWords)).toEqual(german.opening)
  expect(austrian?.opening(storefrontOpening).texts['greeting']).toBe(german.texts.greeting)
  expect((await austrian?.flow(storefrontChapters))?.texts['helped.yes']).toBe('Ja')
  const cairo = await speech({}, 'ar-EG')
  expect(cairo?.direction).toBe('rtl')
  expect(cairo?.words('person', personWords).queue.wait).toEqual(arabic.person?.queue?.wait)
})

test('a shop says it in its own words, in English as in any language', async () => {
  const options: Options = { words: { person: { queue: { title: 'Hold on' } } }, texts: { greeting: 'Hello from the workshop' } }
  for (const locale of ['en-GB', 'de']) {
    const own = await speech(options, locale)
    expect(own?.locale).toBe(locale)
    expect(own?.words('person', personWords).queue.title).toBe('Hold on')
    expect(own?.opening(storefrontOpening).texts['greeting']).toBe('Hello from the workshop')
  }
})

test('a word that is not there is named, with the one that was probably meant', async () => {
  const options = { words: { opening: { titel: 'x' } }, texts: { greting: 'y' } } as Options
  await speech(options, 'en')
  await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(2))
  expect(warn.mock.calls.flat().join()).toContain('Did you mean "opening.title"')
  expect(warn.mock.calls.flat().join()).toContain('Did you mean "greeting"')
})

test('a language that does not come is English after three seconds, or at once if it cannot', async () => {
  await import('./speak.js')
  vi.useFakeTimers()
  vi.spyOn(files, 'catalogues').mockReturnValue(new Promise(() => undefined))
  const waiting = speechFor({}, 'de', warn)
  const said = vi.fn()
  void waiting?.then(said)
  await vi.advanceTimersByTimeAsync(2_900)
  expect(said).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  expect((await waiting)?.locale).toBe('en')
  vi.spyOn(files, 'catalogues').mockRejectedValue(new Error('offline'))
  const failed = await speech({}, 'de')
  expect(failed?.locale).toBe('en')
  expect(failed?.words('opening', openingWords)).toEqual(openingWords)
})

test('the page’s language counts before the browser’s, in the variety that the browser asks for', () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-AT', 'en-GB', 'en'])
  expect(pageLocale()).toBe('de-AT')
  document.documentElement.lang = 'en'
  expect(pageLocale()).toBe('en-GB')
  document.documentElement.lang = 'fr-CA'
  expect(pageLocale()).toBe('fr-CA')
  document.documentElement.lang = 'no language!'
  expect(pageLocale()).toBe('en')
})
