// A part of its own: only a page that calls one of these methods downloads it.
import { type Json, OPENING_LIMITS } from '@shopbell/core'
import { plainEnglish } from '../language/plain-english.js'
import { speechFor } from '../language/speech-for.js'
import { lateOptions, readOptions } from '../options.js'
import type { Listener, PageEventType } from '../page-events.js'
import { diagnose } from '../warn.js'
import { hearSteps } from './hear-steps.js'
import type { Inside } from './inside.js'
import { methodNames } from './method-names.js'
import { newest } from './newest.js'
import type { PageMethods, View } from './page-methods.js'
import { registerAction } from './register-action.js'
import { unavailableReason } from './unavailable-reason.js'

/** The step at which the default flow, and whatever is composed with its articles, reads one. */
const READ = 'faq-read'

/** Everything that the later calls can do. */
export interface LaterMethods extends PageMethods {
  lead(view: View): Promise<void>
  announce(): Promise<void>
  once(type: PageEventType, listener: Listener<PageEventType>): Promise<() => void>
  /** Takes over what the page has told the one before, and what it wants to hear. */
  inherit(before: Inside): Promise<void>
}

const made = new WeakMap<Inside, LaterMethods>()
/** What the page has told of the shopper, beside what is untold. */
const pasts = new WeakMap<Inside, { readonly tracked: string[]; identified: boolean }>()

/** Does what the page calls for, by name; of a name that there is not, it says which one was probably meant. */
export function perform(asked: Inside, name: string, given: readonly unknown[]): unknown {
  const inside = newest(asked)
  const methods = made.get(inside) ?? methodsOf(inside)
  made.set(inside, methods)
  if (Object.hasOwn(methods, name))
    return (methods[name as keyof LaterMethods] as (...given: readonly unknown[]) => unknown)(...given)
  diagnose((words) => words.unknownName('method', name, methodNames, inside.warn))
  return undefined
}

function methodsOf(inside: Inside): LaterMethods {
  const { chat, view, events, warn, endings } = inside
  let past = { tracked: [] as string[], identified: false }
  pasts.set(inside, past)

  const learn = async (known: unknown) => {
    const now = newest(inside)
    if (known) now.untold.push(known)
    await now.tell()
  }
  const know = async (known: unknown) => learn((await import('./known-facts.js')).knownFacts(known))
  inside.leave = () => {
    if (past.identified) events.emit('identity:changed', { known: false })
    past.identified = false
  }
  // Who was there has gone with the story; in another tab, too.
  let before = chat.getSnapshot().status
  endings.push(
    chat.subscribe(() => {
      const { status } = chat.getSnapshot()
      if (status === 'idle' && before !== status) inside.leave?.()
      before = status
    }),
  )

  const methods: LaterMethods = {
    async update(patch) {
      const read = readOptions(patch)
      const late = lateOptions(inside.options, read)
      if (late.length > 0) diagnose((words) => words.lateOptions(late, warn))
      await inside.change(read)
      if (read.rest) await (await import('./more.js')).attendMore(inside)
      if (read.proactive) await (await import('../proactive/watch-visit.js')).watchWhenReady(inside)
      await learn(read.facts)
    },
    async setLocale(locale) {
      const { locale: fitting = 'en' } = readOptions({ locale })
      const fetched = await speechFor(inside.options, fitting, warn)
      Object.assign(view, plainEnglish(fitting), fetched)
      inside.speech = fetched
      await inside.change({ locale: fitting }, true)
    },
    setTheme: (theme) => methods.update({ theme }),
    async identify(who) {
      const { id, email, name, token } = Object(who)
      const proof = typeof token === 'function' ? await soon(token) : token
      past.identified = true
      await know({ facts: { customerId: id, email, name, customerProof: proof } })
      events.emit('identity:changed', { known: true })
    },
    set: know,
    async page(place) {
      const { path, title } = Object(place)
      if (typeof path === 'string') inside.path = path
      if (typeof title === 'string') await know({ facts: { pageTitle: title } })
    },
    async track(name, properties) {
      const { tracked } = past
      tracked.push(tellTrack(name, properties))
      tracked.splice(0, tracked.length - MOST_TRACKED)
      // Only the newest matter, and they are one fact.
      await learn({ tracked: shortened(tracked) })
    },
    async prefill(text) {
      view.draft.value = String(text)
      view.opened.value = true
    },
    async talkToAgent(reason) {
      view.opened.value = true
      await inside.begin()
      if (reason) await know({ facts: { reason } })
      await chat.send({ type: 'talk-to-agent' })
    },
    async send(text) {
      const said = String(text).trim()
      if (said === '') return
      // The composer says what is too long, and nothing of it is cut.
      if (said.length > OPENING_LIMITS.message) return methods.prefill(said)
      await inside.begin()
      await chat.send({ type: 'say', text: said })
    },
    async startFlow(id, variables) {
      view.opened.value = true
      await inside.begin()
      if (variables) await know({ facts: variables })
      await chat.send({ type: 'start', step: String(id) })
    },
    registerAction: async (name, action, options) => registerAction(inside, name, action, options),
    async resume(token) {
      view.opened.value = true
      const { backend } = inside.options
      const { resumeTicket } = await import('../browser/resume-ticket.js')
      return resumeTicket(token, { backend, site: inside.site, resume: inside.resume, chat })
    },
    getUnavailableReason: async () => unavailableReason(inside),
    async lead(to) {
      const { flow, variables, article, conversation, privacy } = Object(to)
      if (typeof flow === 'string') await methods.startFlow(flow, variables)
      else if (typeof article === 'string') await methods.startFlow(READ, { article })
      else if (typeof conversation === 'string') await methods.resume(conversation)
      else if (privacy) await import('../notify/open-receipt.js').then(({ openReceipt }) => openReceipt(inside))
    },
    async once(type, listener) {
      await methods.announce()
      return events.on(type, listener, true)
    },
    async inherit(before) {
      const theirs = pasts.get(before)
      if (!theirs) return
      theirs.tracked.push(...past.tracked)
      theirs.identified ||= past.identified
      past = theirs
      pasts.set(inside, past)
      inside.path ||= before.path
      Object.assign(inside.actions, { ...before.actions, ...inside.actions })
      const news = inside.untold.filter((one) => !before.untold.includes(one))
      inside.untold.splice(0, Number.POSITIVE_INFINITY, ...before.untold.splice(0), ...news)
      if (before.trace) hearSteps(inside, before.trace)
      if (before.announced) await methods.announce()
    },
    announce: async () => (await import('./announce-steps.js')).announceSteps(inside),
  }
  return methods
}

/** How long the page may take to say who is there, in milliseconds. Without that, the shopper is a stranger, as before. */
const PATIENCE = 5_000

async function soon(token: () => unknown): Promise<unknown> {
  try {
    return await Promise.race([token(), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
  } catch {
    return undefined
  }
}

const MOST_TRACKED = 10

function tellTrack(name: unknown, properties: unknown): string {
  const told = Object.entries(Object(properties) as Record<string, Json>)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([key, value]) => `${key}: ${value}`)
  return [String(name), ...told].join(', ').slice(0, 60)
}

/** The newest, as many as a fact has room for. */
function shortened(tracked: readonly string[]): string {
  let text = ''
  for (const one of [...tracked].reverse()) {
    const longer = text ? `${one} · ${text}` : one
    if (longer.length > 200) return text
    text = longer
  }
  return text
}
