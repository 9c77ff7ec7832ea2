import { type Options, readLocale } from '../options.js'
import type { Warn } from '../warn.js'
import { catalogues } from './catalogues.js'
import type { Speech } from './speech.js'

/** The languages that are spoken beside English, by their first subtag. Traditional Chinese is not simplified Chinese. */
const SPOKEN = /^(ar|de|es|fr|ja|pt|zh(?!-Hant|-TW|-HK|-MO))\b/

/** What the shopper reads: the page's language, in the variety that the browser asks for; without one, the browser's. */
export function pageLocale(): string {
  const { lang } = document.documentElement
  return readLocale(navigator.languages.find((own) => own.startsWith(lang)) ?? lang) ?? 'en'
}

/** The name of the file with a locale's language, or `undefined` where that is English. */
export const languageOf = (locale: string): string | undefined => SPOKEN.exec(locale)?.[1]

/** Fetches what the shopper has to be spoken to with; `undefined` at once where that is plain English. It never rejects. */
export function speechFor(options: Options, locale: string, warn: Warn): Promise<Speech | undefined> | undefined {
  const language = languageOf(locale)
  // One that the shop has asked for and that is not spoken is told there; "undefined" is none.
  if (!language && /^en|und/.test(`${options.locale}`) && !options.words && !options.texts && typeof options.flow !== 'string')
    return undefined
  const catalogue = language && catalogues(language).catch(unfetched)
  return import('./speak.js').then(({ speak }) => speak(catalogue, options, locale, warn)).catch(unfetched)
}

/** Then it is English. */
const unfetched = () => undefined
