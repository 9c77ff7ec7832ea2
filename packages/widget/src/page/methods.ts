// A part of its own: only a page that calls one of these methods downloads it.
import { type Json, OPENING_LIMITS } from '@shopbell/core'
import { plainEnglish } from '../language/plain-english.js'
import type { Speech } from '../language/speech.js'
import { languageOf, speechFor } from '../language/speech-for.js'
import { lateOptions, readLocale, readOptions, withoutShopper } from '../options.js'
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
  /** Takes over what the page has told the one before, and what it wants to hear. */
  inherit(before: Inside): Promise<void>
}

/** What is known of the shopper who is here, from one call to the next. */
interface Visit {
  readonly tracked: string[]
  identified: boolean
}

const visits = new WeakMap<Inside, Visit>()
/** How many languages were asked for, by the place of the chat: that stays when it is mounted anew. */
const languages = new WeakMap<HTMLElement, number>()

/**
 * Does what the page calls for, by name; of a name that there is not, it says which one was probably meant.
 *
 * @param stay that of the shopper who was here when the page called: what it says of them is not the next one's.
 */
export function perform(asked: Inside, name: string, given: readonly unknown[], stay: object): unknown {
  const inside = newest(asked)
  const methods = methodsOf(inside, visitOf(inside), () => newest(inside).stay === stay)
  if (Object.hasOwn(methods, name))
    return (methods[name as keyof LaterMethods] as (...given: readonly unknown[]) => unknown)(...given)
  diagnose((words) => words.unknownName('method', name, methodNames, inside.warn))
  return undefined
}

function visitOf(inside: Inside): Visit {
  const known = visits.get(inside)
  if (known) return known
  const fresh: Visit = { tracked: [], identified: false }
  visits.set(inside, fresh)
  const { chat, events, endings } = inside
  inside.leave = () => {
    const visit = visitOf(inside)
    visit.tracked.length = 0
    if (visit.identified) events.emit('identity:changed', { known: false })
    visit.identified = false
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
  return fresh
}

/** What takes its time asks after each wait whether the shopper it was called for `isHere` still. */
function methodsOf(inside: Inside, visit: Visit, isHere: () => boolean): LaterMethods {
  const { chat, view, events, host, warn } = inside

  const nextLanguage = () => {
    const next = (languages.get(host) ?? 0) + 1
    languages.set(host, next)
    return next
  }
  const learn = async (known: unknown) => {
    const now = newest(inside)
    if (known && isHere()) now.untold.push(known)
    await now.tell()
  }
  const know = async (known: unknown) => learn((await import('./known-facts.js')).knownFacts(known))
  /** Opens the panel, where the bot has greeted then. Answers whether whoever it is for is still here. */
  const turnTo = async () => {
    if (!isHere()) return false
    view.opened.value = true
    await inside.begin()
    return isHere()
  }

  const methods: LaterMethods = {
    async update(patch) {
      const written = readOptions(patch)
      const read = isHere() ? written : withoutShopper(written)
      const late = lateOptions(inside.options, read)
      if (late.length > 0) diagnose((words) => words.lateOptions(late, read.locale, warn))
      await inside.change(read)
      if (read.rest) await (await import('./more.js')).attendMore(inside)
      if (read.proactive) await (await import('../proactive/watch-visit.js')).watchWhenReady(inside)
      await learn(read.facts)
    },
    async setLocale(locale) {
      const fitting = readLocale(locale)
      if (!fitting || !(languageOf(fitting) || /^en\b/.test(fitting)))
        diagnose((words) => words.unspoken(String(locale), Boolean(fitting), warn))
      if (!fitting) return
      const asked = nextLanguage()
      let now: Inside
      let fetched: Speech | undefined
      do {
        now = newest(inside)
        fetched = await speechFor(now.options, fitting, warn)
        // The first language may come later still.
        await now.ready
        // One that took its time does not take the place of one that was asked for later.
        if (asked !== languages.get(host)) return
        // A chat that was mounted anew meanwhile has a first language of its own, and other words.
      } while (now.next)
      Object.assign(now.view, plainEnglish(fitting), fetched)
      now.speech = fetched
      await now.change({ locale: fitting }, true)
    },
    setTheme: (theme) => methods.update({ theme }),
    async identify(who) {
      const { id, email, name, token } = Object(who)
      const proof = typeof token === 'function' ? await soon(token) : token
      await know({ facts: { customerId: id, email, name, customerProof: proof } })
      if (!isHere()) return
      visitOf(newest(inside)).identified = true
      events.emit('identity:changed', { known: true })
    },
    set: know,
    async page(place) {
      const { path, title } = Object(place)
      if (typeof path === 'string') inside.path = path
      if (typeof title === 'string') await know({ facts: { pageTitle: title } })
    },
    async track(name, properties) {
      if (!isHere()) return
      const { tracked } = visit
      tracked.push(tellTrack(name, properties))
      tracked.splice(0, tracked.length - MOST_TRACKED)
      // Only the newest matter, and they are one fact.
      await learn({ tracked: shortened(tracked) })
    },
    async prefill(text) {
      if (!isHere()) return
      view.draft.value = String(text)
      view.opened.value = true
    },
    async talkToAgent(reason) {
      if (!(await turnTo())) return
      if (reason) await know({ facts: { reason } })
      if (isHere()) await chat.send({ type: 'talk-to-agent' })
    },
    async send(text) {
      const said = String(text).trim()
      if (said === '' || !isHere()) return
      // The composer says what is too long, and nothing of it is cut.
      if (said.length > OPENING_LIMITS.message) return methods.prefill(said)
      await inside.begin()
      if (isHere()) await chat.send({ type: 'say', text: said })
    },
    async startFlow(id, variables) {
      if (!(await turnTo())) return
      if (variables) await know({ facts: variables })
      if (isHere()) await chat.send({ type: 'start', step: String(id) })
    },
    registerAction: async (name, action, options) => registerAction(inside, name, action, options),
    async resume(token) {
      if (!isHere()) return false
      view.opened.value = true
      // Where the shopper has to agree first, that part says where the ticket may be kept.
      await inside.ready
      const { resumeTicket } = await import('../browser/resume-ticket.js')
      const { options, site, resume } = inside
      return resumeTicket(token, { backend: options.backend, site, resume, store: () => inside.store, chat, isHere })
    },
    getUnavailableReason: async () => unavailableReason(inside),
    async lead(to) {
      const { flow, variables, article, conversation, privacy } = Object(to)
      if (typeof flow === 'string') await methods.startFlow(flow, variables)
      else if (typeof article === 'string') await methods.startFlow(READ, { article })
      else if (typeof conversation === 'string') await methods.resume(conversation)
      else if (privacy) {
        const { openReceipt } = await import('../notify/open-receipt.js')
        if (isHere()) openReceipt(inside)
      }
    },
    async inherit(before) {
      // A start that names another language was later than what is still on its way.
      if (inside.options.locale !== before.options.locale) nextLanguage()
      const theirs = visits.get(before)
      if (!theirs) return
      // Whoever has left meanwhile has taken along what the one before was told of them.
      if (!isHere()) {
        before.untold.length = 0
        before.leave?.()
      }
      theirs.tracked.push(...visit.tracked)
      theirs.identified ||= visit.identified
      visits.set(inside, theirs)
      inside.path ||= before.path
      // What the page has registered stands before what the shop's adapter has.
      const adapters = Object.values({ ...before.options.adapter?.actions })
      for (const [name, action] of Object.entries(before.actions)) if (!adapters.includes(action)) inside.actions[name] = action
      const news = inside.untold.filter((one) => !before.untold.includes(one))
      inside.untold.splice(0, Number.POSITIVE_INFINITY, ...before.untold.splice(0), ...news)
      if (before.trace) hearSteps(inside, before.trace)
      if (before.announced) await methods.announce()
    },
    async announce() {
      const { announceSteps } = await import('./announce-steps.js')
      announceSteps(newest(inside))
    },
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
