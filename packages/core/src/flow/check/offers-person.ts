import type { Option } from '../../conversation/prompt.js'
import { catalogue as english } from '../../locales/catalogues/en.js'
import { moduleTexts } from '../../locales/catalogues/modules/en.js'
import { chooseLanguage, type Language } from '../../locales/choose-language.js'
import { fold } from '../../triage/fold.js'
import { requests as ar } from '../../triage/requests/ar.js'
import { requests as de } from '../../triage/requests/de.js'
import { requests as en } from '../../triage/requests/en.js'
import { requests as es } from '../../triage/requests/es.js'
import { requests as fr } from '../../triage/requests/fr.js'
import { requests as ja } from '../../triage/requests/ja.js'
import { requests as ptBR } from '../../triage/requests/pt-BR.js'
import { requests as zhHans } from '../../triage/requests/zh-Hans.js'
import type { Flow } from '../flow.js'

const REQUESTS: Readonly<Record<Language, RegExp>> = { en, de, es, fr, ar, ja, 'pt-BR': ptBR, 'zh-Hans': zhHans }

/** Small words that every few sentences of a language have, and no other's; in others, its letters. */
const TELLING: readonly (readonly [Language, RegExp])[] = [
  ['de', /\b(?:und|ist|nicht|wir|sie|ihre?|eine?n?|welche[rs]?|oder)\b/g],
  ['es', /\b(?:el|los|las|usted|su|con|una|para|como|esta)\b|[¿¡]/g],
  ['fr', /\b(?:le|les|est|vous|votre|avec|une|pour|nous|dans)\b/g],
  ['pt-BR', /\b(?:voce|nao|seu|sua|com|uma|para|os|em|ou)\b/g],
  ['ja', /[\u3040-\u30ff]{2}/g],
  ['zh-Hans', /[\u4e00-\u9fff]{2}/g],
  ['ar', /[\u0600-\u06ff]{3}/g],
]
/** One such word may be part of a name; two different ones are a language. */
const ENOUGH = 2

/** A flow's words in other languages, by language and key. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What an option's offer is told by. */
export interface Wording {
  readonly flow: Flow
  readonly languages: Translations
}

/**
 * Whether an option says that it leads to a person: by its picture, by its id, or by its words in a language that the flow speaks. A
 * sentence that Shopbell ships says what it means by its key, in whatever words.
 */
export function offersPerson({ id, icon, label, key }: Option, { flow, languages }: Wording): boolean {
  if (icon === 'person' || id === 'person' || id === 'agent' || asks('en', label)) return true
  if (spokenIn(flow).some((language) => asks(language, label))) return true
  if (key === undefined) return false
  const said = shippedText(key)
  if (said !== undefined && asks('en', said)) return true
  return Object.entries(languages).some(([language, texts]) => {
    const translated = Object.hasOwn(texts, key) ? texts[key] : undefined
    return translated !== undefined && asks(chooseLanguage(language), translated)
  })
}

const asks = (language: Language, label: string): boolean => REQUESTS[language].test(fold(label))

const SHIPPED: Readonly<Record<string, string | undefined>> = { ...moduleTexts, ...english.texts }

function shippedText(key: string): string | undefined {
  return Object.hasOwn(SHIPPED, key) ? SHIPPED[key] : undefined
}

const spoken = new WeakMap<Flow, readonly Language[]>()

/**
 * The languages, besides English, in which a flow says something of its own. What asks for a person in one of them says another thing
 * in the next: a `chef` is a boss in German, and in an English shop a cook who wants a knife.
 */
function spokenIn(flow: Flow): readonly Language[] {
  const known = spoken.get(flow)
  if (known) return known
  const { greeting, steps, fields, texts } = flow
  const own = Object.entries(texts).flatMap(([key, text]) => (text === shippedText(key) ? [] : [text]))
  const sentences = [...sentencesIn([greeting, steps, fields]), ...own].map(fold)
  const found = TELLING.filter(([, telling]) => {
    const words = new Set(sentences.flatMap((sentence) => sentence.match(telling) ?? []))
    return words.size >= ENOUGH
  }).map(([language]) => language)
  spoken.set(flow, found)
  return found
}

/** What is written in place, rather than by its key. */
function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /\s|[^ -~]/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : []
}
