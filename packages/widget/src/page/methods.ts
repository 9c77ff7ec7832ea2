// A part of its own: only a page that calls one of these methods downloads it.
import { type Json, OPENING_LIMITS } from '@shopbell/core'
import { plainEnglish } from '../language/plain-english.js'
import { speechFor } from '../language/speech-for.js'
import { type Options, readOptions } from '../options.js'
import type { Listener, PageEventType } from '../page-events.js'
import { diagnose } from '../warn.js'
import type { Inside } from './inside.js'
import { methodNames } from './method-names.js'
import type { PageMethods, View } from './page-methods.js'
import { registerAction } from './register-action.js'
import { unavailableReason } from './unavailable-reason.js'

/** What takes effect while the chat runs. */
const LIVE = ['theme', 'scheme', 'accent', 'side', 'title', 'facts', 'proactive']
/** The step at which the default flow, and whatever is composed with its articles, reads one. */
const READ = 'faq-read'

/** Everything that the later calls can do. */
export interface LaterMethods extends PageMethods {
  lead(view: View): Promise<void>
  announce(): Promise<void>
  once(type: PageEventType, listener: Listener<PageEventType>): Promise<() => void>
}

const made = new WeakMap<Inside, LaterMethods>()

/** Does what the page calls for, by name; of a name that there is not, it says which one was probably meant. */
export function perform(inside: Inside, name: string, given: readonly unknown[]): unknown {
  const methods = made.get(inside) ?? methodsOf(inside)
  made.set(inside, methods)
  if (Object.hasOwn(methods, name))
    return (methods[name as keyof LaterMethods] as (...given: readonly unknown[]) => unknown)(...given)
  diagnose((words) => words.unknownName('method', name, methodNames, inside.warn))
  return undefined
}

function methodsOf(inside: Inside): LaterMethods {
  const { chat, view, events, untold, warn, endings } = inside
  const tracked: string[] = []

  const learn = async (known: unknown) => {
    if (known) untold.push(known)
    await inside.tell()
  }
  const know = async (known: unknown) => learn((await import('./known-facts.js')).knownFacts(known))
  let identified = false
  inside.leave = () => {
    if (identified) events.emit('identity:changed', { known: false })
    identified = false
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
      const late = (Object.keys(read) as (keyof Options)[]).filter(
        (name) => name !== ('rest' as string) && !LIVE.includes(name) && read[name] !== inside.options[name],
      )
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
      identified = true
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
