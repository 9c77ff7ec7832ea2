import { pictureSizes } from '../images.js'
import { isObject } from '../is-object.js'
import { looks } from '../looks.js'
import { misshapen } from '../misshapen.js'
import { ownValue } from '../own-value.js'
import { partValues } from '../parts.js'
import { theme as base } from '../skins/counter.js'
import type { Finding } from '../theme.js'
import { nearestName } from './nearest-name.js'
import type { Rule } from './rule.js'
import { shown } from './written-at.js'

/** A name that is written in a theme where it means nothing. */
interface Stranger {
  readonly path: string
  readonly name: string
  /** The names that stand there. */
  readonly known: readonly string[]
}

/** What holds more names at the top of a theme. */
const groups = ['light', 'dark', 'parts', 'images']

/** Every place where names stand, with those that may. */
const places: Readonly<Record<string, readonly string[]>> = {
  '': ['name', 'description', 'light', 'dark', ...Object.keys(looks), 'parts', 'images', 'version'],
  light: Object.keys(base.light),
  dark: Object.keys(base.dark),
  parts: Object.keys(partValues),
  ...Object.fromEntries(Object.entries(partValues).map(([part, values]) => [`parts.${part}`, Object.keys(values)])),
  images: Object.keys(pictureSizes),
  ...Object.fromEntries(Object.keys(pictureSizes).map((picture) => [`images.${picture}`, ['path', 'address']])),
}

/** The own names at each place, and whether they are computed. A proxy that throws has none. */
function* namesOf(theme: unknown): Generator<Stranger & { readonly computed: boolean }> {
  for (const [place, known] of Object.entries(places)) {
    const from = place === '' ? theme : place.split('.').reduce<unknown>(ownValue, theme)
    if (!isObject(from)) continue
    try {
      for (const name of Object.keys(from)) {
        const computed = !('value' in (Object.getOwnPropertyDescriptor(from, name) ?? { value: 0 }))
        yield { path: (place && `${place}.`) + shown(name), name, known, computed }
      }
    } catch {
      // What cannot be looked at is not worn either.
    }
  }
}

const strangersOf = (theme: unknown): Stranger[] => [...namesOf(theme)].filter(({ name, known }) => !known.includes(name))

/** What a name is after, by its first match; what matches nothing is a mistake. */
const intentions = {
  prototype: /^(__proto__|constructor|prototype)$/,
  style: /[^\w-]|^--|^(css|style|styles|sheet|font-?face|behavior|-moz-binding|animation|transition)$/i,
  words: /^(content|text|texts|words|label|badge|title|tooltip|placeholder|greeting|message-?text|(inner)?html)$/i,
  protected:
    /(^|-)(person|human|agent|closed?|dismiss|notices?|warning-?line|errors?|fail(s|ed|ure)?|author|mark|speaker|privacy|consent|unverified|hidden|hide|display|visibility|visible|opacity|z-?index|position|inset|clip|mask|transform|filter)(-|$)/,
} as const

type Intention = keyof typeof intentions

/** What other makers of themes call a colour. */
const synonyms: Readonly<Record<string, string>> = {
  error: 'danger',
  success: 'good',
  background: 'surface',
  primary: 'accent',
  'on-primary': 'onAccent',
  border: 'outline',
  divider: 'line',
  card: 'raised',
  muted: 'quiet',
}

/** `errorText` as `error-text`: its words, so that a market is no mark. */
const wordsOf = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()

/** The known name that was meant by another word for it, or by nearly the same letters. */
function meantBy(name: string, known: readonly string[]): string | undefined {
  // Anything may be among the names of objects.
  const synonym = Object.entries(synonyms).find(([word]) => word === wordsOf(name))?.[1]
  return synonym !== undefined && known.includes(synonym) ? synonym : nearestName(name, known)
}

/** The names at these places are words for colours, and only a colour can stand there. */
const isColours = (known: readonly string[]): boolean => known.includes('accent')

function intentionOf(name: string, known: readonly string[]): Intention | undefined {
  // A token that stands in the wrong place is a mistake, and not an attempt.
  if (name === 'text' && (isColours(known) || known.includes('light'))) return undefined
  const intention = (Object.keys(intentions) as Intention[]).find((one) =>
    intentions[one].test(one === 'protected' ? wordsOf(name) : name),
  )
  return intention === 'protected' && isColours(known) && meantBy(name, known) ? undefined : intention
}

const sentences: Readonly<Record<Intention, readonly [problem: string, mend: string]>> = {
  prototype: ['is a name that objects use themselves', 'Take it out.'],
  style: [
    'is CSS, and a theme is data only',
    'Take it out. Say it with tokens and parts, or with ::part() in the style sheet of the page.',
  ],
  words: [
    'would put words into the chat, and a theme says nothing',
    'Take it out. Words are set by the options "words" and "texts".',
  ],
  protected: [
    'is protected: the way to a person, close, failures, who is speaking and privacy are always seen as they are',
    'Take it out.',
  ],
}

const intended = (intention: Intention): Rule => ({
  name: intention,
  judge: ({ written }) =>
    strangersOf(written)
      .filter(({ name, known }) => intentionOf(name, known) === intention)
      .map(({ path }): Finding => {
        const [problem, mend] = sentences[intention]
        return { rule: intention, path, problem, mend }
      }),
})

/** What is wrong with the names in a theme. */
export const nameRules: readonly Rule[] = [
  ...(Object.keys(intentions) as Intention[]).map(intended),
  {
    name: 'unknown',
    judge: ({ written }) =>
      strangersOf(written)
        .filter(({ name, known }) => !intentionOf(name, known))
        .map(({ path, name, known }): Finding => {
          const group = known.includes('light') && isObject(ownValue(written, name)) ? nearestName(name, groups, 3) : undefined
          const meant = group ?? meantBy(name, known)
          const prefix = path.slice(0, path.length - shown(name).length)
          // A colour beside the schemes belongs into one of them.
          const colour =
            known.includes('light') && !group
              ? [name, meantBy(name, places.light ?? [])].find((one) => places.light?.includes(one ?? ''))
              : undefined
          const mend =
            colour && !known.includes(meant ?? '')
              ? `Did you mean light.${colour}? Colours stand under light and dark.`
              : meant
                ? `Did you mean ${prefix}${meant}?`
                : `Take it out. There are ${known.join(', ')}.`
          return { rule: 'unknown', path, problem: 'is not a token', mend }
        }),
  },
  {
    name: 'computed',
    judge: ({ written }) =>
      [...namesOf(written)]
        .filter(({ computed }) => computed)
        .map(({ path }): Finding => {
          return { rule: 'computed', path, problem: 'is computed, and a theme is data only', mend: 'Write the value itself.' }
        }),
  },
  {
    name: 'shape',
    // What a picture should be is said by the rules of pictures.
    judge: ({ written }) =>
      misshapen(written).map(({ path, write }): Finding => {
        return { rule: 'shape', path, problem: 'is not an object', mend: `Write ${write}, or leave it out.` }
      }),
  },
]
