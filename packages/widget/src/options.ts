import {
  type Adapter,
  type Contact,
  type Flow,
  OPENING_LIMITS,
  type Opening,
  type Proactive,
  type Rewording,
  type TextPatch,
  type WordGroups,
} from '@shopbell/core'
import type { Theme } from '@shopbell/themes'
import type { MoreOptions } from './page/more-options.js'

/** What a shop can set: by `data-*` on the script tag, by attributes of `<shopbell-chat>`, by `boot()` or by `mount()`. */
export interface Options extends MoreOptions {
  /** The address of the shop's desk; a relative one counts from the page. */
  readonly backend?: string
  /** The shop's public name at the desk. @default 'shop' */
  readonly site?: string
  /** The name of a shipped skin, the address of a packed theme (https, or on the page's own site), or (not as an attribute) a theme. @default 'counter' */
  readonly theme?: string | Theme
  /** Hosts besides the shop's own from which a packed theme and a theme's pictures may come: `cdn.shop.example`, with spaces between. */
  readonly hosts?: string
  /** `auto` follows the device. @default 'auto' */
  readonly scheme?: 'auto' | 'light' | 'dark'
  /** The leading colour, `#rgb` or `#rrggbb`, in place of the theme's own. */
  readonly accent?: string
  /** The side of the window where the launcher sits. @default 'right' */
  readonly side?: 'left' | 'right'
  /** BCP 47. @default the page's language, else the browser's */
  readonly locale?: string
  /** The shop's name, as the header says it. */
  readonly title?: string
  /** An e-mail address that reaches a person. */
  readonly mailto?: string
  /** A telephone number that reaches a person. */
  readonly phone?: string
  /** A selector of a `<script type="application/json">` whose values become facts. */
  readonly context?: string
  /** What the page knows about the shopper, such as `{ orderNumber: '10023' }`; never asked again. */
  readonly facts?: Readonly<Record<string, string>>
  /** A backend of your own, in place of `backend`. Not as an attribute. */
  readonly adapter?: Adapter
  /**
   * A flow of your own: the address of a JSON file, the flow itself, or a function that loads it, of which `opening` is the greeting.
   * As an attribute, an address.
   */
  readonly flow?: Flow | string | (() => Promise<Flow>)
  readonly opening?: Opening
  /**
   * What the shop says beside the launcher by itself, in place of the flow's own `proactive`; `true` (as an attribute, `true`) for those
   * of a flow that is a file, `false` for none. It costs every page view the download of the chat, once the page is idle.
   */
  readonly proactive?: readonly Proactive[] | boolean | string
  /** Shows whoever builds a flow what happens. A text, as an attribute has it, only allows that to `?shopbell-debug` in the address. */
  readonly debug?: boolean | string
  /** Words of the user interface in place of ours, in the language that is spoken: `{ opening: { title: 'Ask us' } }`. Not as an attribute. */
  readonly words?: Rewording<WordGroups>
  /** Sentences of the flow in place of ours, by key: `{ greeting: 'Hello from the workshop' }`. Not as an attribute. */
  readonly texts?: TextPatch & Readonly<Record<string, string>>
}

/** Options that were read. `rest` is what few shops set, and what nobody can, as it was written: `page/more-options.ts` reads it. */
export type ReadOptions = Options & { readonly rest?: Readonly<Record<string, unknown>> | undefined }

type Name = Exclude<keyof Options, keyof MoreOptions>
type Read<Value> = (value: unknown) => Value | undefined

const text =
  (most: number): Read<string> =>
  (value) =>
    typeof value === 'string' && value !== '' && value.length <= most ? value : undefined
const matching =
  <Value extends string>(pattern: RegExp): Read<Value> =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? (value as Value) : undefined
/** An object that is handed on as it is: whoever uses it parses it. */
const given =
  <Value>(...types: readonly string[]): Read<Value> =>
  (value) =>
    value !== null && types.includes(typeof value) ? (value as Value) : undefined
const object = given<never>('object')

const readers: { readonly [Key in Name]: Read<NonNullable<Options[Key]>> } = {
  backend: readAddress,
  site: matching(/^[\w.-]{1,64}$/),
  theme: (value) => matching(/^([a-z][a-z0-9-]{0,39}|(https?:\/)?\/\S{1,2000})$/)(value) ?? object(value),
  hosts: text(200),
  scheme: matching(/^(auto|light|dark)$/),
  accent: matching(/^#(?:[0-9a-f]{3}){1,2}$/i),
  side: matching(/^(left|right)$/),
  locale: readLocale,
  title: text(OPENING_LIMITS.name),
  mailto: matching(/^[^\s@?&<>":]{1,64}@[^\s@?&<>":]{1,190}$/),
  phone: matching(/^\+?[\d\s()./-]{3,30}$/),
  context: text(200),
  debug: given<boolean | string>('boolean', 'string'),
  flow: given<NonNullable<Options['flow']>>('object', 'function', 'string'),
  proactive: given<NonNullable<Options['proactive']>>('object', 'boolean', 'string'),
  facts: object,
  adapter: object,
  opening: object,
  words: object,
  texts: object,
}

const NAMES = Object.keys(readers) as readonly Name[]
/** The names of those that most shops set. */
export const commonNames: readonly string[] = NAMES
/** What HTML can carry; it comes first. */
const ATTRIBUTES = NAMES.slice(0, NAMES.indexOf('facts'))

/**
 * Reads options from anything. Values that do not fit, and names that are none of these, are kept apart as `rest`.
 */
export function readOptions(written: unknown, known: readonly Name[] = NAMES): ReadOptions {
  const options: { [Key in Name]?: unknown } = {}
  let rest: Record<string, unknown> | undefined
  if (typeof written !== 'object' || written === null) return {}
  for (const name of Object.keys(written)) {
    // No getter runs, and nothing inherited can pose as an option.
    const found = Object.getOwnPropertyDescriptor(written, name)?.value
    // A template leaves spaces around what it fills in.
    const value = typeof found === 'string' ? found.trim() : found
    const fitting = known.includes(name as Name) ? readers[name as Name](value) : undefined
    if (fitting !== undefined) options[name as Name] = fitting
    // The snippet's own words to optimisers need no explanation; other people's attributes are known to who explains.
    else if (value !== undefined && value !== null && !(name in options) && !/^(cfasync|no[A-Z])/.test(name)) {
      rest ??= {}
      rest[name] = value
    }
  }
  return { ...(options as Options), rest }
}

/** Some options over others. */
export const merged = (one: ReadOptions, other: ReadOptions): ReadOptions => ({
  ...one,
  ...other,
  rest: (one.rest || other.rest) && { ...one.rest, ...other.rest },
})

/** Without what was said of a shopper, who has left. */
export const withoutShopper = ({ context, facts, ...options }: ReadOptions): ReadOptions => options

/** What takes effect while the chat runs. */
const LIVE = /^(rest|theme|scheme|accent|side|title|facts|proactive)$/

/** Which of the next options are others than those that there are, and can only be where nothing has begun. */
export const lateOptions = (now: ReadOptions, next: ReadOptions): readonly (keyof Options)[] =>
  (Object.keys(next) as (keyof Options)[]).filter((name) => !LIVE.test(name) && next[name] !== now[name])

/** The options in the `data-*` attributes of a script tag. */
export function optionsFromData(data: DOMStringMap | undefined): ReadOptions {
  return readOptions(data, ATTRIBUTES)
}

/** The options in the attributes of an element. Attributes that are not options belong to somebody else. */
export function optionsFromAttributes(element: Element, more: readonly string[] = []): ReadOptions {
  const written: Record<string, string> = {}
  for (const name of [...ATTRIBUTES, ...more]) {
    const value = element.getAttribute(name)
    if (value !== null) written[name] = value
  }
  return readOptions(written, ATTRIBUTES)
}

/** The names that an element listens to. */
export const optionAttributes: readonly string[] = ATTRIBUTES

/** Ways to a person that need no server: the options' own, else the adapter's. */
export function contactOf({ adapter, mailto = adapter?.contact?.mailto, phone = adapter?.contact?.phone }: Options): Contact {
  return { ...(mailto && { mailto }), ...(phone && { phone }) }
}

/** Whether these options lead to a person at all. Without that nothing is shown. */
export const leadsToPerson = (options: Options): boolean =>
  Boolean(options.backend || options.adapter?.desk || options.adapter?.tickets || Object.keys(contactOf(options)).length > 0)

function readAddress(value: unknown): string | undefined {
  try {
    const url = new URL(String(value), location.href)
    // Without a value it would be the page itself.
    return typeof value === 'string' && value !== '' && /^https?:$/.test(url.protocol)
      ? url.href.replace(/[?#].*$/, '').replace(/\/$/, '')
      : undefined
  } catch {
    return undefined
  }
}

/** A language tag in its proper writing, such as `de-AT`; `undefined` for what is none. */
export function readLocale(value: unknown): string | undefined {
  try {
    return Intl.getCanonicalLocales(value as string)[0]
  } catch {
    return undefined
  }
}
