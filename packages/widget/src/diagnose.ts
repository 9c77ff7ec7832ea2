// Words for the shop's developer. A chunk of its own: a page without mistakes never downloads it.
import { LANGUAGES } from '@shopbell/core'
import { nearestName } from './nearest-name.js'
import type { ThemeFault } from './packed-theme.js'
import { HERE_TWICE, TWICE } from './page/here-twice.js'
import { skinNames } from './skin-names.js'
import type { Warn } from './warn.js'

const expected: Readonly<Record<string, string>> = {
  backend: 'an http or https address',
  site: 'up to 64 letters, digits, dots and hyphens',
  theme: "a skin's name, the address of a theme by https or on this site of at most 2,000 characters, or a theme",
  hosts: 'hosts such as cdn.shop.example, with spaces between',
  scheme: 'auto, light or dark',
  accent: 'a colour like #1c5a4a',
  side: 'left or right',
  locale: 'a language tag like en or de-AT',
  title: 'up to 80 characters',
  mailto: 'an e-mail address, without "mailto:"',
  phone: 'a telephone number',
  context: 'the selector of a script with one JSON object of short texts',
  facts: 'an object of short texts',
  adapter: 'an adapter',
  flow: 'the address of a flow, a flow, or a function that loads one',
  opening: 'an opening',
  proactive: 'a list of openings, or true for those of the flow',
  debug: 'true, false or a text',
  words: 'an object of words by name',
  texts: 'an object of sentences by key',
}

/** Other people's `data-*` on a script tag: tag managers, optimisers, consent banners, page loaders. */
const FOREIGN =
  /^(rocket|pagespeed|turbo|turbolinks|swup|astro|pjax|category|consent|cookie|cmp|usercentrics|type$|src$|id$|name$|nscript|gtm|ot[A-Z])/

/** What others call an option of ours; no letter of it need be the same. */
const MEANT: Readonly<Record<string, string>> = {
  __proto__: null as never,
  lang: 'locale',
  language: 'locale',
  email: 'mailto',
  tel: 'phone',
  telephone: 'phone',
  color: 'accent',
  colour: 'accent',
  position: 'side',
  skin: 'theme',
  shop: 'site',
  mode: 'scheme',
  url: 'backend',
  api: 'backend',
  server: 'backend',
  desk: 'backend',
  openinghours: 'hours',
}

/** Says that nothing has this name, and which one was probably meant. Attributes may be somebody else's. */
export function unknownName(
  kind: 'option' | 'attribute' | 'method' | 'theme',
  name: string,
  known: readonly string[],
  warn: Warn,
): void {
  if (kind === 'attribute' && FOREIGN.test(name)) return
  if (kind === 'method' && name === TWICE) return warn(HERE_TWICE)
  const near = nearestName(name, known) ?? (kind === 'attribute' ? MEANT[name.toLowerCase()] : undefined)
  const what = kind === 'attribute' ? 'option' : kind
  warn(
    `There is no ${what} "${name.slice(0, 80)}".${near ? ` Did you mean "${near}"?` : ` The ${what}s are ${known.join(', ')}.`}`,
  )
}

/** Says that there is no such word or sentence to put in other words. */
export function unknownKey(kind: 'words' | 'texts', name: string, known: readonly string[], warn: Warn): void {
  const near = nearestName(name, known)
  warn(
    `There is nothing called "${name.slice(0, 80)}" in "${kind}".${near ? ` Did you mean "${near}"?` : ' See docs/languages.md.'}`,
  )
}

/** Says why there is no chat. */
export function noWayToPerson(): void {
  console.error('[shopbell] No way to a person: set "backend", "mailto" or "phone", or give an adapter with a desk.')
}

/** Says that there is nothing that could do it: not yet, not any more, or because nothing leads to a person, which is said beside it. */
export function notBooted(method: string, warn: Warn): void {
  if (method === TWICE) return warn(HERE_TWICE)
  warn(
    `There is no chat on this page, so "${method}" does nothing. Either what it was started with leads to no person, and the console says so, or it was not started: call Shopbell("boot", …).`,
  )
}

/** Says that no desk is heard of at its address, and how to find out why: a page is not told. */
export function silentDesk(backend: string, site: string, warn: Warn): void {
  const asked = `${backend}/v1/availability?site=${site}`.slice(0, 300)
  warn(
    `No desk answers at the address in "backend". Open ${asked} in a browser. If JSON comes, the desk has to allow this page, ${location.origin}. If a page, an error or nothing comes, the address is wrong, or the desk is not running.`,
  )
}

/** Says which options have come too late; the language has a call of its own. */
export function lateOptions(names: readonly string[], locale: string | undefined, warn: Warn): void {
  const others = names.filter((name) => name !== 'locale')
  if (others.length < names.length)
    warn(`The language does not change by an option while the chat runs. Call setLocale("${locale}").`)
  if (others.length === 0) return
  const [options, them] = others.length === 1 ? ['option', 'it'] : ['options', 'them']
  warn(
    `The ${options} ${others.join(', ')} cannot change while the chat runs. Call destroy(), and start the chat again with ${them}.`,
  )
}

/** Says that a language is not spoken, and which are. */
export function unspoken(tag: string, isTag: boolean, warn: Warn): void {
  const name = `"${tag.slice(0, 80)}"`
  const what = isTag
    ? `There is no language ${name}, so the chat speaks English.`
    : `${name} is no language tag, so the language stays.`
  warn(`${what} The languages are ${LANGUAGES.join(', ')}.`)
}

/** Says what an option should have been. */
export function unfitOption(name: string, warn: Warn, should = expected[name], written?: unknown): void {
  const near = name === 'theme' && typeof written === 'string' ? nearestName(written, skinNames) : undefined
  if (near) return unknownName('theme', String(written), skinNames, warn)
  if (name === 'theme' && typeof written === 'string' && /^[\w./~-]{1,200}\.json$/.test(written)) {
    const { pathname } = new URL(written, location.href)
    return warn(`The theme "${written}" is no name and no whole path: write theme="${pathname}" for this file. It is left out.`)
  }
  warn(`The option "${name}" should be ${should}. It is left out.`)
}

/** Says that no skin has this name. One that has it and did not come is the network's business. */
export function noSkin(name: string, warn: Warn): void {
  if (!skinNames.includes(name)) unknownName('theme', name, skinNames, warn)
}

/** Says what of a theme is not worn. */
export function unfitTheme(what: string, warn: Warn): void {
  warn(`The theme's ${what}. checkTheme() of @shopbell/themes says how to mend it.`)
}

/** An accent that leads well as a ground, and is hardly seen as a line. */
export function paleAccent(accent: string, warn: Warn): void {
  warn(
    `data-accent="${accent}" is hard to see on a light ground, where the ring around what has the focus is drawn in it: choose one with a contrast of 3:1 on white, such as a darker shade of it.`,
  )
}

/** An accent that leads nowhere, because the shop's own theme has it, or nearly, as a ground. */
export function unseenAccent(accent: string, warn: Warn): void {
  warn(
    `data-accent="${accent}" could not be told from the grounds of the theme, and the theme's own is worn: choose one with a contrast of 3:1 on its surface and raised, light and dark.`,
  )
}

/** Says why a theme at an address is not worn, and what would mend it. */
export function unwornTheme({ protocol, origin, host, pathname }: URL, fault: ThemeFault, warn: Warn): void {
  const theme = `The theme at ${(origin === 'null' ? protocol : origin + pathname).slice(0, 200)}`
  if (typeof fault === 'number') return warn(`${theme} did not come: the answer was ${fault}.`)
  const own = origin === location.origin
  const unreachable = own
    ? "Either nothing answers there, or the page's Content-Security-Policy lacks 'self' under connect-src."
    : `Either nothing answers there, or it does not send Access-Control-Allow-Origin, or the page's Content-Security-Policy lacks ${origin} under connect-src.`
  const sentences: Readonly<Record<typeof fault, string>> = {
    plain: 'is not worn: write it with https://. Only what is on the page’s own site may come without.',
    password: 'is not worn: take the name and the password out of its address.',
    foreign: `is not worn, since nobody has allowed that host. Allow it with data-hosts="${host}".`,
    late: 'did not come within 10 seconds.',
    large: 'is not worn: it is larger than 64 kB.',
    moved: 'did not come: the answer was a redirect, and none is followed. Write the address that it leads to.',
    unreachable: `did not come, and a browser does not say why. ${unreachable}`,
  }
  warn(`${theme} ${sentences[fault]}`)
}
