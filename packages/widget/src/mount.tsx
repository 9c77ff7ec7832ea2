import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import { type Adapter, type Capability, createEarlyChat, LIMITS, openingWords, storefrontOpening } from '@shopbell/core'
import { render } from 'preact'
import { announceChanges } from './announce-changes.js'
import { keepAttached } from './browser/keep-attached.js'
import { keepKeysIn } from './browser/keep-keys-in.js'
import { resumeKey } from './browser/resume-key.js'
import { wakeOnReturn } from './browser/wake-on-return.js'
import { whenReleased } from './browser/when-released.js'
import { lookFor } from './look-for.js'
import { contactOf, factsFromPage, leadsToPerson, type Options, readFacts, readOptions } from './options.js'
import { pageEvents } from './page-events.js'
import type { Look } from './skins.js'
import openingCss from './styles/opening.css?inline'
import { adoptStyles } from './styles.js'
import { Shell } from './ui/shell.js'
import type { View } from './ui/view.js'
import { type Warn, warnOnce } from './warn.js'
import type { Widget } from './widget.js'

/** The element that holds a chat. `launcher` is a button that was painted before the code was here. */
export interface Place {
  readonly host: HTMLElement
  readonly launcher?: HTMLElement
  /** The chat looks after the element: puts it into the body, and back when the page swaps its body. */
  readonly keep?: boolean
}

/** What the shop will be able to do, before the code that does it is here. A desk of Shopbell's own can do everything. */
function abilitiesOf(adapter: Adapter | undefined, backend: string | undefined): ReadonlySet<Capability> {
  const can: readonly (readonly [Capability, unknown])[] = [
    ['orders', adapter?.orders ?? backend],
    ['faqs', adapter?.faqs ?? backend],
    ['person', adapter?.desk ?? adapter?.tickets ?? backend],
  ]
  return new Set(can.flatMap(([ability, by]) => (by ? [ability] : [])))
}

/** What takes effect while the chat runs. */
const LIVE: readonly (keyof Options)[] = ['theme', 'scheme', 'accent', 'side', 'title', 'facts']

/**
 * Puts a chat on the page.
 *
 * @param target where the element goes; the chat floats above the page wherever that is.
 * @returns the chat, or `null` where the options lead to no person: then the console says so and nothing is shown.
 * @example
 * const chat = mount({ backend: 'https://desk.example', title: 'Corner Shop', theme: 'fjord' })
 * helpButton.addEventListener('click', () => chat?.open())
 */
export function mount(options: Options, target?: HTMLElement): Widget | null {
  const host = document.createElement('shopbell-chat')
  const widget = mountInto({ host, keep: !target }, options, warnOnce())
  if (widget) target?.append(host)
  return widget
}

/** Puts a chat into an element. */
export function mountInto({ host, launcher, keep }: Place, written: Options, warn: Warn): Widget | null {
  let options = readOptions(written, warn)
  if (!leadsToPerson(options)) {
    console.error(
      '[shopbell] No way to a person is configured, so nothing is shown. Set "backend", "mailto" or "phone", or give an adapter with a desk.',
    )
    return null
  }

  const site = options.site ?? 'shop'
  const resume = resumeKey(site)
  const opening = options.opening ?? storefrontOpening
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const events = pageEvents(host, `${opening.id}@${opening.version}`)
  const { locale: deviceLocale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const locale = options.locale ?? deviceLocale
  let place: string | undefined
  let unsaid = {
    ...(options.context ? factsFromPage(options.context, warn) : {}),
    ...options.facts,
  }

  const { adapter, backend, flow } = options
  const contact = { ...adapter?.contact, ...contactOf(options) }
  const chat = createEarlyChat({
    opening,
    has: abilitiesOf(adapter, backend),
    contact,
    load: async (began) =>
      (await import('./whole-chat.js')).wholeChat({
        site,
        adapter: { ...adapter, contact },
        backend,
        opening,
        flow,
        began,
        resume,
        locale,
        zone: timeZone,
        page: () => (place === undefined ? location.href : new URL(place, location.href).href),
        visible: () => document.visibilityState === 'visible',
      }),
  })
  // A conversation from before goes on by itself.
  if (resume.read() !== null) chat.complete()

  const opened = signal(false)
  const shown = signal(!host.hidden)
  host.hidden = false
  const draft = signal('')
  const side = signal<'left' | 'right'>('right')
  const title = signal('')
  const pill = signal(false)
  const view: View = {
    opened,
    launcher: shown,
    draft,
    side,
    title,
    logo: signal(null),
    pill,
    locale,
    zone: timeZone,
    direction: directionOf(locale),
    mode: 'floating',
    adopt: (css) => void adoptStyles(root, css),
  }

  let dressed: ((css: string) => void) | undefined
  const wear = ({ css, pill: words }: Look) => {
    pill.value = words
    dressed?.(css)
  }
  const dress = () => {
    side.value = options.side ?? 'right'
    title.value = options.title ?? ''
    if (options.scheme === 'light' || options.scheme === 'dark') host.dataset.scheme = options.scheme
    else delete host.dataset.scheme
    return lookFor(options, warn)
  }

  const draw = (look: Look) => {
    if (endings.length === 0) return
    const focused = launcher !== undefined && root.activeElement === launcher
    root.replaceChildren()
    root.adoptedStyleSheets = []
    adoptStyles(root, openingCss)
    dressed = adoptStyles(root, '')
    wear(look)
    render(<Shell chat={chat} words={openingWords} view={view} />, root)
    const drawn = root.querySelector('[part~="launcher"]')
    if (focused && drawn instanceof HTMLElement) drawn.focus({ preventScroll: true })
  }

  /** The greeting first, then what the page knows: before the first opening nothing is stored and nobody is asked. */
  let begun = false
  const begin = async () => {
    begun = true
    await chat.send({ type: 'start' })
    await tell()
  }
  const tell = async () => {
    const facts = unsaid
    unsaid = {}
    if (Object.keys(facts).length > 0) await chat.send({ type: 'page.changed', facts })
  }

  const endings = [
    announceChanges(chat, events, Date.now()),
    wakeOnReturn(() => chat.wake()),
    keepKeysIn(host),
    changes(opened, (open) => {
      events.emit(open ? 'panel:opened' : 'panel:closed', {})
      if (open && !begun) void begin()
    }),
    changes(shown, (visible) => events.emit(visible ? 'launcher:shown' : 'launcher:hidden', {})),
  ]

  const first = dress()
  if (first instanceof Promise) first.then((look) => whenReleased(launcher, () => draw(look)))
  else whenReleased(launcher, () => draw(first))
  if (keep) endings.push(keepAttached(host))
  queueMicrotask(() => events.emit('ready', {}))

  const widget: Widget = {
    async open() {
      opened.value = true
    },
    async close() {
      opened.value = false
    },
    async toggle() {
      opened.value = !opened.value
    },
    async show() {
      shown.value = true
    },
    async hide() {
      shown.value = false
    },
    async update(patch) {
      const read = readOptions(patch, warn)
      const late = Object.keys(read).filter(
        (name) => !LIVE.includes(name as keyof Options) && !same(name as keyof Options, read, options),
      )
      if (late.length > 0)
        warn(`The options ${late.join(', ')} cannot change while the chat runs. Call destroy() and boot() again.`)
      for (const name of LIVE) if (read[name] !== undefined) options = { ...options, [name]: read[name] }
      wear(await dress())
      if (read.facts) await widget.set({ facts: read.facts })
    },
    async prefill(text) {
      draft.value = String(text).slice(0, LIMITS.message)
      opened.value = true
    },
    async send(text) {
      const said = String(text).trim().slice(0, LIMITS.message)
      if (said === '') return
      if (!begun) await begin()
      await chat.send({ type: 'say', text: said })
    },
    async talkToAgent() {
      opened.value = true
      await chat.send({ type: 'talk-to-agent' })
    },
    async set(known) {
      unsaid = { ...unsaid, ...readFacts(known?.facts) }
      if (begun || chat.getSnapshot().status !== 'idle') await tell()
    },
    async page(next) {
      if (typeof next?.path === 'string') place = next.path
    },
    on: events.on,
    once(type, listener) {
      const off = events.on(type, (event) => {
        off()
        listener(event)
      })
      return off
    },
    getState() {
      const { status, unread, human } = chat.getSnapshot()
      return {
        open: opened.value,
        launcher: shown.value,
        status,
        unread,
        human,
      }
    },
    async shutdown() {
      opened.value = false
      draft.value = ''
      unsaid = {}
      begun = false
      await chat.shutdown()
    },
    destroy() {
      for (const end of endings.splice(0)) end()
      chat.destroy()
      render(null, root)
      host.remove()
    },
  }
  return widget
}

const same = (name: keyof Options, one: Options, other: Options) => one[name] === other[name]

/** Calls back on each change after now. */
function changes(of: ReadonlySignal<boolean>, changed: (value: boolean) => void): () => void {
  let first = true
  return effect(() => {
    const value = of.value
    if (first) first = false
    else untracked(() => changed(value))
  })
}

function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i.test(locale) ? 'rtl' : 'ltr'
}
