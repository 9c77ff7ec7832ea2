import type { Entry, ReasonCode } from '@shopbell/core'

/** What the page may do to a text before it is sent: a text takes its place, anything else leaves it as it is. */
export type BeforeSend = (message: { readonly text: string }) => string | undefined | Promise<string | undefined>

/** How the page wants a line of the bot's or a person's to read: a text takes its place, anything else leaves it as it is. */
export type BeforeRender = (line: { readonly id: string; readonly by: Entry['by']; readonly text: string }) => string | undefined

/** What the page knows that a person should: facts that go along, beside those that are known. It cannot hold anybody up. */
export type BeforeHandoff = (handoff: {
  readonly reason: ReasonCode | null
  readonly want: 'live' | 'ticket'
}) => Readonly<Record<string, string>> | undefined | Promise<Readonly<Record<string, string>> | undefined>

/** What few shops set. It is read by a part of its own, which only they download. */
export interface MoreOptions {
  /**
   * `required`: until `given` nothing is stored, what is said is gone with the page, and nothing opens by itself; the desk is asked once
   * the shopper opens the chat. `given` by `update` once the shopper agrees, or from the start where they have.
   */
  readonly consent?: 'required' | 'given'
  /** The selector of an element that holds the chat as a part of the page, without a launcher; `true` for an element of our own, where it is. */
  readonly inline?: string | boolean
  /** The selector of the page's own buttons that open and close the chat, in place of ours. */
  readonly launcher?: string
  /** Pixels from the side and from the bottom: `20 80`. @default '20 20' */
  readonly offset?: string
  /** @default 2147483000 */
  readonly zIndex?: number | string
  /** Selectors of what the launcher keeps clear of, such as `#cookie-bar, .sticky-cart`. */
  readonly avoid?: string
  /** `true` tells the page every event by DOM events, also without `on`. */
  readonly events?: boolean | string
  /** Puts every event into a list of this name that the page has for its analytics; `true` for `dataLayer`. */
  readonly dataLayer?: boolean | string
  /** A short sound for an answer that nobody sees; `off` for none. The shopper can turn it off, too. @default 'on' */
  readonly sound?: 'on' | 'off'
  /** Whether the shopper is offered notifications of the system, and whether they carry what was said. @default 'brief' */
  readonly notifications?: 'off' | 'brief' | 'full'
  /** The address of a JSON file of questions and answers, on the shop's own site or over https, in place of the desk's. */
  readonly faqs?: string
  /** The address of a JSON file of opening hours, for a shop without a desk; it may be the same file. */
  readonly hours?: string
  readonly beforeSend?: BeforeSend
  readonly beforeRender?: BeforeRender
  readonly beforeHandoff?: BeforeHandoff
}

type Name = keyof MoreOptions
type Read<Value> = (value: unknown) => Value | undefined

/** A reader, and what it wants in words. */
type Reader<Value> = readonly [Read<Value>, string]

const word = <Value extends string>(...words: readonly Value[]): Read<Value> => {
  return (value) => words.find((one) => one === value)
}
const matching =
  (pattern: RegExp): Read<string> =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value.trim() : undefined
/** An attribute without a value means yes. */
const yes: Read<true> = (value) => (value === true || value === '' || value === 'true' ? true : undefined)
const no: Read<false> = (value) => (value === false || value === 'false' ? false : undefined)
const selector: Read<string> = (value) => {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 500) return undefined
  try {
    document.createDocumentFragment().querySelector(value)
    return value
  } catch {
    return undefined
  }
}
const file: Read<string> = (value) => {
  try {
    const { href, origin, protocol } = new URL(String(value), location.href)
    return typeof value === 'string' && value !== '' && (origin === location.origin || protocol === 'https:') ? href : undefined
  } catch {
    return undefined
  }
}
const hook = (value: unknown): undefined | never => (typeof value === 'function' ? (value as never) : undefined)

const readers: { readonly [Key in Name]: Reader<NonNullable<MoreOptions[Key]>> } = {
  consent: [word('required', 'given'), 'required or given'],
  inline: [(value) => yes(value) ?? no(value) ?? selector(value), 'the selector of an element, or true'],
  launcher: [selector, 'the selector of a button'],
  offset: [matching(/^\s*\d{1,4}(?:px)?(?:\s+\d{1,4}(?:px)?)?\s*$/), 'one or two numbers of pixels, like 20 80'],
  zIndex: [readLayer, 'a whole number up to 2147483647'],
  avoid: [selector, 'selectors of elements'],
  events: [(value) => yes(value) ?? no(value), 'true or false'],
  dataLayer: [(value) => yes(value) ?? no(value) ?? matching(/^[A-Za-z_$][\w$]{0,39}$/)(value), 'the name of a list, or true'],
  sound: [word('on', 'off'), 'on or off'],
  notifications: [word('off', 'brief', 'full'), 'off, brief or full'],
  faqs: [file, 'the address of a JSON file on this site, or one that begins with https://'],
  hours: [file, 'the address of a JSON file on this site, or one that begins with https://'],
  beforeSend: [hook, 'a function'],
  beforeRender: [hook, 'a function'],
  beforeHandoff: [hook, 'a function'],
}

/** Their names; the hooks are the last. */
export const MORE_NAMES = Object.keys(readers) as readonly Name[]

/** Those that HTML can carry. */
export const MORE_ATTRIBUTES: readonly string[] = MORE_NAMES.filter((name) => !name.startsWith('before'))

/** Reads what was written under other names than the common ones. */
export function readMoreOptions(
  rest: Readonly<Record<string, unknown>>,
  unfit: (name: string, should: string) => void,
  unknown: (name: string) => void,
): MoreOptions {
  const options: { [Key in Name]?: unknown } = {}
  for (const [name, value] of Object.entries(rest)) {
    // HTML knows no capital letters in the names of attributes.
    const known = MORE_NAMES.find((one) => one === name || one.toLowerCase() === name)
    if (!known) unknown(name)
    else if (value !== undefined && value !== null) {
      const [read, should] = readers[known]
      const fitting = read(value)
      if (fitting === undefined) unfit(known, should)
      else options[known] = fitting
    }
  }
  return options as MoreOptions
}

function readLayer(value: unknown): number | undefined {
  const layer = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value
  return typeof layer === 'number' && Number.isInteger(layer) && layer >= 0 && layer <= 2_147_483_647 ? layer : undefined
}
