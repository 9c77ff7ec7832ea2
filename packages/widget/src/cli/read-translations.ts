import { chooseLanguage, type Flow, type Language, storefrontFlow } from '@shopbell/core'
import { type Finding, nearestName, parseFlow } from '@shopbell/core/check'
import { Complaint } from './complaint.js'
import type { Place, PlacedFinding, Reader } from './json-text.js'
import { readExport } from './read-flow.js'
import { readJsonFile } from './read-json-file.js'

type Texts = Readonly<Record<string, string>>

/** What keeps a file from being a flow's words in a language, and which file that is. */
export type TranslationFinding = (Finding | PlacedFinding) & { readonly file: string }

/** The words of one language, and the file that they are in. */
export interface Words {
  readonly texts: Texts
  readonly file: string
  /** Where in the file a key is, for files that have lines. */
  readonly place?: (path: string) => Place
}

/** A flow's own words in other languages, as they were written, by the language's tag; and what cannot be read of them. */
export interface Translations {
  readonly own: ReadonlyMap<string, Words>
  readonly findings: readonly TranslationFinding[]
}

/** What is looked for in a module: its `texts`, or what it exports by default. */
const NAMES = ['texts', 'default'] as const
const WRITTEN = /^([^=]+)=(.+)$/
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i
const SUCH_AS = '--language is a language and its file, such as --language de=german.json.'

const textsReader: Reader<{ readonly texts: Texts }> = {
  parse: parseTexts,
  tooLarge: 'Leave out what the flow does not say.',
  tooDeep: 'Words stand side by side, each by its key.',
}

/** Reads what `--language` names, such as `de=german.json`. Throws a `Complaint` where there is nothing to read. */
export async function readTranslations(written: readonly string[]): Promise<Translations> {
  const own = new Map<string, Words>()
  const findings: TranslationFinding[] = []
  const seen = new Set<string>()
  for (const one of written) {
    const [, tag = '', file = ''] = WRITTEN.exec(one) ?? []
    if (tag === '') throw new Complaint(SUCH_AS)
    if (!TAG.test(tag)) throw new Complaint(`"${tag}" is no language tag, such as de or en-GB: ${SUCH_AS}`)
    if (seen.has(tag.toLowerCase())) throw new Complaint(`--language names "${tag}" twice. A language has one file.`)
    seen.add(tag.toLowerCase())
    const read = await parseTextsFile(file)
    if ('texts' in read) own.set(tag, { ...read, file })
    else findings.push(...read.findings.map((finding) => ({ ...finding, file })))
  }
  return { own, findings }
}

/**
 * All that is said to somebody who reads one of these languages, as the chat says it: the words of their own; in Shopbell's languages
 * also what the flow took over unchanged. A sentence of Shopbell's that the flow says in other words is the shop's.
 */
export async function languagesOf({ texts }: Flow, { own }: Translations): Promise<Readonly<Record<string, Texts>>> {
  const english = await shippedTexts('en')
  const languages: Record<string, Texts> = {}
  for (const [tag, { texts: words }] of own) {
    const shipped = Object.entries(await shippedTexts(spokenFor(tag)))
    const unchanged = shipped.filter(([key]) => !Object.hasOwn(texts, key) || texts[key] === english[key])
    languages[tag] = { ...Object.fromEntries(unchanged), ...words }
  }
  return languages
}

type TextsRead = ({ readonly texts: Texts } | { readonly findings: readonly Finding[] }) & Pick<Words, 'place'>

async function parseTextsFile(file: string): Promise<TextsRead> {
  if (/\.json$/i.test(file)) return readJsonFile(file, textsReader)
  if (/\.m?js$/i.test(file)) return parseTexts(await readExport(file, NAMES, 'texts'))
  throw new Complaint(`"${file}" is no .json, .js or .mjs file.`)
}

/** Another language's words are what a flow's own `texts` may be. */
function parseTexts(value: unknown): { readonly texts: Texts } | { readonly findings: readonly Finding[] } {
  const parsed = parseFlow({ ...storefrontFlow, texts: value })
  if ('flow' in parsed) return { texts: parsed.flow.texts }
  return { findings: parsed.findings.map((finding) => ({ ...finding, path: finding.path.replace(/^texts\/?/, '') })) }
}

/** Which of these languages Shopbell does not speak, so that the flow needs all the words. */
export const unspoken = ({ own }: Translations): readonly string[] => [...own.keys()].filter((tag) => !spokenFor(tag))

/** Puts what is wrong with a language's own words where they are written. */
export function placeInWords(finding: Finding, { own }: Translations): Finding | TranslationFinding {
  if (finding.code !== 'missing-translation') return finding
  const key = finding.path.replace(/^texts\//, '')
  for (const [tag, { texts, file, place }] of own)
    if (finding.says.startsWith(`In ${tag}, `) && Object.hasOwn(texts, key))
      return { ...finding, path: key, file, ...place?.(key) }
  return finding
}

/** Keys of these words that are hardly what was meant: nothing is said by that key, and much the same one has no words. */
export async function mistypedKeys(flow: Flow, { own }: Translations): Promise<readonly TranslationFinding[]> {
  const known = new Set([...Object.keys(flow.texts), ...Object.keys(await shippedTexts('en')), ...sentencesIn(flow)])
  return [...own].flatMap(([tag, { texts, file, place }]) => {
    const others = [...known].filter((key) => !Object.hasOwn(texts, key))
    return Object.keys(texts).flatMap((key): readonly TranslationFinding[] => {
      const near = known.has(key) ? undefined : nearestName(key, others)
      if (near === undefined) return []
      const says = `Nothing is said by "${key}", so its words in ${tag} are never read. Did you mean "${near}"?`
      return [{ code: 'missing-translation', path: key, says, conversation: [], file, ...place?.(key) }]
    })
  })
}

/** Every text of a flow: one that is no key is a sentence, and its own key. */
function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : []
}

/** Whoever reads a language that Shopbell does not speak is spoken to in the flow's own words. */
function spokenFor(tag: string): Language | undefined {
  const language = chooseLanguage(tag)
  return language === 'en' && !/^en\b/i.test(tag) ? undefined : language
}

/** What Shopbell says in a language, its modules included. */
async function shippedTexts(language: Language | undefined): Promise<Texts> {
  if (language === undefined) return {}
  const [{ catalogue }, { moduleTexts }] = (await Promise.all([
    import(`@shopbell/core/locales/${language}`),
    import(`@shopbell/core/locales/modules/${language}`),
  ])) as readonly [{ readonly catalogue: { readonly texts: Texts } }, { readonly moduleTexts: Texts }]
  return { ...catalogue.texts, ...moduleTexts }
}
