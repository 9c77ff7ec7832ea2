// A chunk of its own: who is spoken to in English, in Shopbell's own words, never downloads it.
import { type Catalogue, type Flow, flowIn, openingIn, reword, type TextPatch } from '@shopbell/core'
import type { Options } from '../options.js'
import { diagnose, type Warn } from '../warn.js'
import { catalogues, type Spoken } from './catalogues.js'
import { moduleTexts } from './module-texts.js'
import type { Speech } from './speech.js'
import { unknownWords } from './unknown-words.js'

/** How long a greeting waits for its language, in milliseconds. Then this visit is in English. */
const PATIENCE = 3_000

/** English that changes nothing: its words are here already. */
const plain: Catalogue = { locale: 'en', name: 'English', review: 'native', direction: 'ltr', texts: {} }

/** Speaks as a catalogue does, English without one; and in the shop's own words where it has given some. */
export async function speak(
  fetched: Promise<Spoken | undefined> | '' | undefined,
  options: Options,
  locale: string,
  warn: Warn,
): Promise<Speech> {
  const { words, texts = {} } = options
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE))
  const file = typeof options.flow === 'string' ? options.flow : undefined
  let fetchedFlow: Flow | undefined
  // What comes later than that does not count: nobody's conversation changes its flow.
  const ready =
    file &&
    Promise.race([import('../flow-from.js').then(({ flowFrom }) => flowFrom(file)), late]).then(
      (flow) => {
        fetchedFlow = flow
      },
      () => undefined,
    )
  const catalogue = ((await Promise.race([fetched, late])) || undefined)?.catalogue ?? plain
  // A shop's own flow has its own sentences. What it has taken over from Shopbell's modules is translated all the same.
  const own = catalogue !== plain && (options.flow || options.opening)
  const english = own ? await allTexts('en') : undefined
  const language = own ? await allTexts(catalogue.locale.split('-', 1)[0] ?? '') : catalogue.texts
  if (words || options.texts) void complain(options, warn)
  // What the page asks for while the chat runs is told where it does.
  if (!fetched && locale === options.locale && !/^en\b/.test(locale)) diagnose(({ unspoken }) => unspoken(locale, true, warn))
  return {
    locale: localeFor(locale, catalogue),
    direction: catalogue.direction,
    words: (group, inEnglish) => reword(inEnglish, catalogue[group], words?.[group]),
    opening: (opening) => openingIn(openingIn(fetchedFlow ?? opening, language, english), texts),
    flow: async (flow) =>
      flowIn(flowIn(fetchedFlow ?? (typeof flow === 'function' ? await flow() : flow), language, english), texts),
    ...(ready && { ready }),
    get proactive() {
      return fetchedFlow?.proactive
    },
  }
}

/** What a language says in the default flow and in modules. */
async function allTexts(language: string): Promise<TextPatch> {
  const [spoken, modules] = await Promise.all([catalogues(language), moduleTexts(language)])
  return { ...spoken?.catalogue.texts, ...modules }
}

/** The shopper's own variety of the language that is spoken: the dates of Austria, where German is. */
function localeFor(asked: string, { locale }: Catalogue): string {
  return asked.split('-', 1)[0] === locale.split('-', 1)[0] ? asked : locale
}

/** Says which of the shop's own words have no place to go, once nothing else is to be done. */
async function complain({ words, texts, flow, opening }: Options, warn: Warn): Promise<void> {
  const found = await import('./known-keys.js').catch(() => undefined)
  if (!found) return
  const known = found.knownKeys
  const unknown = unknownWords({ words, texts }, known, [opening?.texts, typeof flow === 'object' ? flow.texts : undefined])
  // A flow that is still to be fetched may know them.
  const sure = unknown.filter(({ kind }) => kind === 'words' || !/function|string/.test(typeof flow))
  for (const { kind, name } of sure) diagnose(({ unknownKey }) => unknownKey(kind, name, known[kind], warn))
}
