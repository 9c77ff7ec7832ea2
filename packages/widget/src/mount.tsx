import { type ReadonlySignal, signal } from '@preact/signals'
import { type Capability, createEarlyChat, insist, openingWords, storefrontOpening } from '@shopbell/core'
import { render } from 'preact'
import { forgetStory } from './browser/forget-story.js'
import { keepAttached } from './browser/keep-attached.js'
import { keepKeysIn } from './browser/keep-keys-in.js'
import { resumeKey } from './browser/resume-key.js'
import { whenReleased } from './browser/when-released.js'
import { plainEnglish } from './language/plain-english.js'
import { pageLocale, speechFor } from './language/speech-for.js'
import { lookFor } from './look-for.js'
import {
  contactOf,
  lateOptions,
  leadsToPerson,
  merged,
  type Options,
  type ReadOptions,
  readOptions,
  withoutShopper,
} from './options.js'
import type { Inside } from './page/inside.js'
import { wholeWidget } from './page/whole-widget.js'
import { type PageEventBus, pageEvents } from './page-events.js'
import type { Look } from './skins.js'
import openingCss from './styles/opening.css?inline'
import { adoptStyles } from './styles.js'
import { Shell } from './ui/shell.js'
import type { View } from './ui/view.js'
import { type Warn, warnOnce } from './warn.js'
import type { Mounted, Widget } from './widget.js'

/** The element that holds a chat. `launcher` is a button that was painted before the code was here. */
export interface Place {
  readonly host: HTMLElement
  readonly launcher?: HTMLElement | undefined
  /** The chat looks after the element: puts it into the body, and back when the page swaps its body. */
  readonly keep?: boolean | undefined
  /** Whose place it takes, and what it goes on with. */
  readonly before?: Inside
}

/**
 * Puts a chat on the page.
 *
 * @param target where the element goes; the chat floats above the page wherever that is.
 * @returns the chat; `null` on a server, and where the options lead to no person: then the console says so and nothing is shown.
 * @example
 * const chat = mount({ backend: 'https://desk.example', title: 'Corner Shop', theme: 'fjord' })
 * helpButton.addEventListener('click', () => chat?.open())
 */
export function mount(options: Options, target?: HTMLElement): Widget | null {
  if (!globalThis.document) return null
  const warn = warnOnce()
  const host = document.createElement('shopbell-chat')
  const mounted = mountInto({ host, keep: !target }, readOptions(options), warn)
  if (mounted) target?.append(host)
  return mounted && wholeWidget(mounted)
}

/** Puts a chat into an element. The options have been read. */
export function mountInto({ host, launcher, keep, before }: Place, options: ReadOptions, warn: Warn): Mounted | null {
  const leads = leadsToPerson(options)
  // What few shops set, and what nobody can: fetched only where there is some, or where the page puts something into every object.
  let odd = options.rest || !leads
  for (const _ in {}) odd = true
  const fetchMore = () => import('./page/more.js')
  // Nobody goes without the chat because it did not come, but where the shopper has to agree first, nothing may begin without it.
  const more =
    odd &&
    (options.rest?.['consent'] ? insist(fetchMore, (ms) => new Promise((resolve) => setTimeout(resolve, ms))) : fetchMore())
  if (more && !leads) more.then(({ refuse }) => refuse(options, warn), ignore)
  if (!leads) return null

  const { adapter, backend, flow, site = 'shop', locale = pageLocale() } = options
  const { opening = typeof flow === 'object' ? flow : storefrontOpening } = options
  const contact = contactOf(options)
  const resume = resumeKey(site)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const events = pageEvents(host, () => spokenOpening())
  const since = Date.now()

  const spokenOpening = () => inside.speech?.opening(opening) ?? opening

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
      const { wholeChat } = await import('./whole-chat.js')
      await inside.ready
      await inside.wait
      return (began) => wholeChat(inside, { adapter, backend, contact, opening, flow, began, since })
    },
  })

  // What stands there until this is drawn opens it.
  const opened = before?.view.opened ?? signal(false)
  const reached = signal(false)
  const shown = before?.view.launcher ?? signal(!host.hidden)
  host.hidden = false
  const draft = signal('')
  const side = signal<'left' | 'right'>('right')
  const title = signal('')
  const pill = signal(false)
  const view: View = {
    opened,
    reached,
    launcher: shown,
    draft,
    side,
    title,
    pill,
    ...plainEnglish(locale),
    adopt: (css) => void adoptStyles(root, css),
  }

  let dressed: ((css: string) => void) | undefined
  let worn: Look | undefined
  let asks = 0
  const wear = (look: Look) => {
    worn = look
    pill.value = look.pill
    dressed?.(look.css + inside.css)
    // Something else may have been put on meanwhile.
    look.later?.then((next) => worn === look && wear(next))
  }
  const dress = () => {
    side.value = options.side ?? 'right'
    title.value = options.title ?? ''
    host.dataset.scheme = options.scheme ?? ''
    return lookFor(options, warn, worn)
  }

  const draw = (look: Look) => {
    if (endings.length === 0) return
    const focused = root.activeElement?.matches('[part~="launcher"]')
    render(null, root)
    root.replaceChildren()
    root.adoptedStyleSheets = []
    adoptStyles(root, openingCss)
    dressed = adoptStyles(root, '')
    wear(look)
    render(<Shell chat={chat} words={view.words('opening', openingWords)} view={view} />, root)
    if (focused) root.querySelector<HTMLElement>('[part~="launcher"]')?.focus({ preventScroll: true })
  }

  /** The greeting first, then what the page knows: before the first opening nothing is stored and nobody is asked. */
  let begun: object | undefined
  const begin = async (from?: { readonly step: string; readonly say: string }) => {
    const { stay } = inside
    if (begun === stay) return
    begun = stay
    await inside.ready
    // Where an opening leads may depend on what the page knows.
    if (from) await tell()
    // Whoever has left meanwhile is not greeted.
    if (stay !== inside.stay) return
    await chat.send({ type: 'start', ...from })
    await tell()
  }
  const tell = async () => {
    const { stay, untold } = inside
    if (untold.length === 0 || (begun !== stay && chat.getSnapshot().status === 'idle')) return
    await chat.complete()
    const { factsFrom } = await import('./facts-from.js')
    // What the next shopper's page has told since waits until they have begun.
    if (stay === inside.stay) await chat.send({ type: 'page.changed', facts: factsFrom(untold.splice(0), warn) })
  }

  keepKeysIn(host)
  const endings = [
    changes(opened, (open) => {
      events.emit(open ? 'panel:opened' : 'panel:closed', {})
      if (!open) return
      void begin()
      reached.value = true
    }),
    changes(reached, async () => {
      await inside.ready
      chat.prepare()
    }),
    changes(shown, (visible) => events.emit(visible ? 'launcher:shown' : 'launcher:hidden', {})),
  ]
  const inside: Inside = {
    host,
    root,
    view,
    chat,
    events,
    resume,
    site,
    warn,
    get options() {
      return options
    },
    actions: { ...adapter?.actions },
    has,
    css: '',
    endings,
    stay: before?.stay ?? {},
    // What the code that reads it has not been told yet.
    untold: [options.context, options.facts].filter(Boolean),
    path: '',
    begin,
    tell,
    async change(patch, anew) {
      options = merged(options, patch)
      const asked = ++asks
      const look = await dress()
      // A look that took its time does not take the place of one that was asked for later.
      const newest = (asked < asks && worn) || look
      if (anew) draw(newest)
      else wear(newest)
    },
    goOn: () => void (resume.read() && chat.complete()),
  }
  // Plain English is here already; anything else is fetched. The words come first; a flow that is a file may take longer.
  const spoken = speechFor(options, locale, warn)?.then((fetched) => {
    inside.speech = fetched
    Object.assign(view, fetched)
  })
  const set = more ? more.then(({ attendMore }) => attendMore(inside)).catch(ignore) : undefined
  const look = dress()
  const first = spoken || set ? Promise.all([spoken, set]).then(() => look) : look
  const paint = (look: Look) => whenReleased(launcher, () => draw(worn ?? look))
  if (first instanceof Promise) inside.ready = first.then(paint).then(() => inside.speech?.ready)
  else paint(first)
  // Where the shopper has to agree first, that part says when.
  if (!set) inside.goOn()
  if (keep) endings.push(keepAttached(host))
  // What the shop says by itself waits until nothing else is to be done.
  if (options.proactive || Object(flow).proactive)
    setTimeout(() => import('./proactive/watch-visit.js').then(({ watchWhenReady }) => watchWhenReady(inside), ignore), 1_000)
  const later = async (name: string, given: readonly unknown[]) => {
    const { stay } = inside
    return (await import('./page/methods.js')).perform(inside, name, given, stay)
  }
  const on: PageEventBus['on'] = (type, listener, once) => {
    // Most of what can be heard is told by a part of its own.
    later('announce', []).catch(ignore)
    return events.on(type, listener, once)
  }
  const end = () => {
    for (const one of endings.splice(0)) one()
    // What was on its way ends as it begins.
    endings.push = (late) => late?.() as never
    chat.destroy()
  }
  if (before) {
    before.next = inside
    inside.wait = later('inherit', [before]).catch(ignore)
  } else queueMicrotask(() => events.emit('ready', {}))
  return {
    later,
    again(written) {
      const patch = readOptions(written)
      if (begun === inside.stay || chat.getSnapshot().status !== 'idle' || !lateOptions(options, patch)[0]) return
      end()
      return mountInto({ host, launcher, keep, before: inside }, merged(options, patch), warn)
    },
    async open(to) {
      opened.value = true
      if (to) await later('lead', [to])
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
    on,
    once: (type, listener) => on(type, listener, true),
    getState() {
      const { status, unread, human } = chat.getSnapshot()
      return { open: opened.value, launcher: shown.value, status, unread, human }
    },
    shutdown() {
      options = withoutShopper(options)
      draft.value = ''
      inside.untold.length = 0
      inside.stay = {}
      inside.leave?.()
      const left = chat.shutdown()
      // At last: a chat within the page is open again at once, and greets whoever comes next.
      opened.value = false
      return left
    },
    destroy() {
      end()
      render(null, root)
      host.remove()
    },
  }
}

const ignore = () => undefined

/** Calls back on each change after now. */
function changes(of: ReadonlySignal<boolean>, changed: (value: boolean) => void): () => void {
  let before = of.peek()
  return of.subscribe((value) => {
    if (value !== before) changed(value)
    before = value
  })
}
