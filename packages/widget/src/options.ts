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
import { diagnose, type Warn } from './warn.js'

/** What a shop can set: by `data-*` on the script tag, by attributes of `<shopbell-chat>`, by `boot()` or by `mount()`. */
export interface Options {
  /** The address of the shop's desk; a relative one counts from the page. */
  readonly backend?: string
  /** The shop's public name at the desk. @default 'shop' */
  readonly site?: string
  /** The name of a shipped skin, the https address of a packed theme, or (not as an attribute) a theme. @default 'counter' */
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

type Name = keyof Options
type Read<Value> = (value: unknown) => Value | undefined

const text =
  (most: number): Read<string> =>
  (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= most ? value.trim() : undefined
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
  theme: (value) => matching(/^([a-z][a-z0-9-]{0,39}|https:\/\/\S{1,500})$/)(value) ?? object(value),
  hosts: text(200),
  scheme: matching(/^(auto|light|dark)$/),
  accent: matching(/^#(?:[0-9a-f]{3}){1,2}$/i),
  side: matching(/^(left|right)$/),
  locale: readLocale,
  title: text(OPENING_LIMITS.name),
  mailto: matching(/^[^\s@?&<>"]{1,64}@[^\s@?&<>"]{1,190}$/),
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
/** What HTML can carry; it comes first. */
const ATTRIBUTES = NAMES.slice(0, NAMES.indexOf('facts'))

/**
 * Reads options from anything. Unknown names and values that do not fit are left out; `warn` hears of each, with the name that
 * was probably meant.
 */
export function readOptions(written: unknown, warn: Warn, known: readonly Name[] = NAMES): Options {
  const options: { [Key in Name]?: unknown } = {}
  if (typeof written !== 'object' || written === null) return {}
  for (const name of Object.keys(written)) {
    if (!known.includes(name as Name)) {
      // The snippet's own words to optimisers need no explanation; other people's attributes are known there.
      if (known === NAMES || !/^(cfasync|no[A-Z])/.test(name))
        diagnose((words) => words.unknownName(known === NAMES ? 'option' : 'attribute', name, known, warn))
      continue
    }
    // No getter runs, and nothing inherited can pose as an option.
    const value = Object.getOwnPropertyDescriptor(written, name)?.value
    if (value === undefined || value === null) continue
    const fitting = readers[name as Name](value)
    if (fitting === undefined) diagnose((words) => words.unfitOption(name, warn))
    else options[name as Name] = fitting
  }
  return options as Options
}

/** The options in the `data-*` attributes of a script tag. */
export function optionsFromData(data: DOMStringMap, warn: Warn): Options {
  return readOptions(data, warn, ATTRIBUTES)
}

/** The options in the attributes of an element. Attributes that are not options belong to somebody else. */
export function optionsFromAttributes(element: Element, warn: Warn): Options {
  const written: Record<string, string> = {}
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name)
    if (value !== null) written[name] = value
  }
  return readOptions(written, warn, ATTRIBUTES)
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
    return typeof value === 'string' && /^https?:$/.test(url.protocol)
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
