import { type ReadonlySignal, signal } from '@preact/signals'
import { type Capability, createEarlyChat, OPENING_LIMITS, openingWords, storefrontOpening } from '@shopbell/core'
import { render } from 'preact'
import { forgetStory } from './browser/forget-story.js'
import { keepAttached } from './browser/keep-attached.js'
import { keepKeysIn } from './browser/keep-keys-in.js'
import { resumeKey } from './browser/resume-key.js'
import { whenReleased } from './browser/when-released.js'
import type { Speech } from './language/speech.js'
import { pageLocale, speechFor } from './language/speech-for.js'
import { lookFor } from './look-for.js'
import { contactOf, leadsToPerson, type Options, readOptions } from './options.js'
import { pageEvents } from './page-events.js'
import type { Look } from './skins.js'
import openingCss from './styles/opening.css?inline'
import { adoptStyles } from './styles.js'
import { Shell } from './ui/shell.js'
import type { View } from './ui/view.js'
import { diagnose, type Warn, warnOnce } from './warn.js'
import type { Widget } from './widget.js'

/** The element that holds a chat. `launcher` is a button that was painted before the code was here. */
export interface Place {
  readonly host: HTMLElement
  readonly launcher?: HTMLElement
  /** The chat looks after the element: puts it into the body, and back when the page swaps its body. */
  readonly keep?: boolean
}

/** What takes effect while the chat runs. */
const LIVE = ['theme', 'scheme', 'accent', 'side', 'title', 'facts']

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
  const warn = warnOnce()
  const host = document.createElement('shopbell-chat')
  const widget = mountInto({ host, keep: !target }, readOptions(options, warn), warn)
  if (widget) target?.append(host)
  return widget
}

/** Puts a chat into an element. The options have been read. */
export function mountInto({ host, launcher, keep }: Place, options: Options, warn: Warn): Widget | null {
  if (!leadsToPerson(options)) {
    diagnose((words) => words.noWayToPerson())
    return null
  }

  const { adapter, backend, flow, site = 'shop', locale = pageLocale() } = options
  const { opening = typeof flow === 'object' ? flow : storefrontOpening } = options
  const contact = contactOf(options)
  const resume = resumeKey(site)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const events = pageEvents(host, () => spokenOpening())
  const since = Date.now()
  let page = ''
  // What the code that reads it has not been told yet.
  const untold: unknown[] = []

  // Plain English is here already; anything else is fetched.
  let speech: Speech | undefined
  const spoken = speechFor(options, locale, warn)?.then((fetched) => {
    speech = fetched
    Object.assign(view, fetched)
  })

  // The words come first; a flow that is a file of its own may take longer.
  const ready = spoken?.then(() => speech?.ready)
  const spokenOpening = () => speech?.opening(opening) ?? opening

  // A desk of Shopbell's own can do everything.
  const has = new Set<Capability>()
  if (backend || adapter?.orders) has.add('orders')
  if (backend || adapter?.faqs) has.add('faqs')
  if (backend || adapter?.desk || adapter?.tickets) has.add('person')

  const chat = createEarlyChat({
    get opening() {
      return spokenOpening()
    },
    has,
    contact,
    forget: () => forgetStory(site, resume),
    async load() {
      const { attendChat, wholeChat } = await import('./whole-chat.js')
      await ready
      return (began) => {
        endings.push(attendChat(chat, events, since, view, site))
        return wholeChat({
          site,
          adapter: { ...adapter, contact },
          backend,
          opening,
          flow,
          speech,
          began,
          debug: options.debug,
          resume,
          locale,
          page: () => new URL(page, location.href).href,
          visible: () => document.visibilityState === 'visible',
        })
      }
    },
  })

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
    pill,
    locale: /^en\b/.test(locale) ? locale : 'en',
    direction: 'ltr',
    words: (_, english) => english,
    adopt: (css) => void adoptStyles(root, css),
  }

  let dressed: ((css: string) => void) | undefined
  let worn: Look | undefined
  const wear = (look: Look) => {
    worn = look
    pill.value = look.pill
    dressed?.(look.css)
    // Something else may have been put on meanwhile.
    look.later?.then((next) => worn === look && wear(next))
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
    render(<Shell chat={chat} words={view.words('opening', openingWords)} view={view} />, root)
    const drawn = root.querySelector('[part~="launcher"]')
    if (focused && drawn instanceof HTMLElement) drawn.focus({ preventScroll: true })
  }

  /** The greeting first, then what the page knows: before the first opening nothing is stored and nobody is asked. */
  let begun = false
  const begin = async (from?: { readonly step: string; readonly say: string }) => {
    begun = true
    await ready
    // Where an opening leads may depend on what the page knows.
    if (from) await tell()
    await chat.send({ type: 'start', ...from })
    await tell()
  }
  const learn = (...told: unknown[]) => untold.push(...told.filter(Boolean))
  const tell = async () => {
    if (untold.length === 0 || !(begun || chat.getSnapshot().status !== 'idle')) return
    await chat.complete()
    const { factsFrom } = await import('./facts-from.js')
    await chat.send({ type: 'page.changed', facts: factsFrom(untold.splice(0), warn) })
  }
  learn(options.context, options.facts)

  keepKeysIn(host)
  const endings = [
    changes(opened, (open) => {
      events.emit(open ? 'panel:opened' : 'panel:closed', {})
      if (open && !begun) void begin()
    }),
    changes(shown, (visible) => events.emit(visible ? 'launcher:shown' : 'launcher:hidden', {})),
  ]
  // A conversation from before goes on by itself.
  if (resume.read()) void chat.complete()

  const look = dress()
  const first = spoken?.then(() => look) ?? look
  if (first instanceof Promise) first.then((look) => whenReleased(launcher, () => draw(look)))
  else whenReleased(launcher, () => draw(first))
  if (keep) endings.push(keepAttached(host))
  // What the shop says by itself waits until nothing else is to be done.
  if (options.proactive || Object(flow).proactive)
    setTimeout(async () => {
      await ready
      const visit = await import('./proactive/watch-visit.js').catch(() => undefined)
      if (visit && endings.length > 0)
        endings.push(visit.watchVisit({ root, view, chat, resume, options, speech, told: untold, begin }))
    }, 1_000)
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
      const late = (Object.keys(read) as (keyof Options)[]).filter((name) => !LIVE.includes(name) && read[name] !== options[name])
      if (late.length > 0) diagnose((words) => words.lateOptions(late, warn))
      options = { ...options, ...read }
      wear(await dress())
      await widget.set({ facts: read.facts })
    },
    async prefill(text) {
      draft.value = String(text)
      opened.value = true
    },
    async send(text) {
      const said = String(text).trim()
      if (said === '') return
      // The composer says what is too long, and nothing of it is cut.
      if (said.length > OPENING_LIMITS.message) return widget.prefill(said)
      if (!begun) await begin()
      await chat.send({ type: 'say', text: said })
    },
    async talkToAgent() {
      opened.value = true
      await chat.send({ type: 'talk-to-agent' })
    },
    async resume(token) {
      opened.value = true
      return (await import('./browser/resume-ticket.js')).resumeTicket(token, { backend, site, resume, chat })
    },
    async set(known) {
      learn(known?.facts)
      await tell()
    },
    async page(next) {
      if (typeof next?.path === 'string') page = next.path
    },
    on: (type, listener) => events.on(type, listener),
    once: (type, listener) => events.on(type, listener, true),
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
      untold.length = 0
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

/** Calls back on each change after now. */
function changes(of: ReadonlySignal<boolean>, changed: (value: boolean) => void): () => void {
  let before = of.peek()
  return of.subscribe((value) => {
    if (value !== before) changed(value)
    before = value
  })
}
