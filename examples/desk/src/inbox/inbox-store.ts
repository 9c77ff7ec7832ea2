import { computed, effect, signal } from '@preact/signals'
import { type Catalogue, chooseLanguage, type Id } from '@shopbell/core'
import type { Row } from '../agent-api.js'
import type { View } from './api.js'
import { brokenFirst } from './broken-first.js'
import { headOf } from './log-lines.js'
import { type Place, placeOf } from './place.js'
import type { Shortcut } from './shortcuts.js'
import { createConversation } from './store/conversation.js'
import { createDrafts, type Mode } from './store/drafts.js'
import type { Parts } from './store/outside-parts.js'
import { type Check, createQueue } from './store/queue.js'
import { createSearch } from './store/search.js'
import { createSession } from './store/session.js'
import type { Hours, InsertableArticle, Insights } from './wire/conversation.js'
import { REASON_WORDS, reasonCode } from './words/reason-words.js'

/** How often waiting times move on, in milliseconds. */
const TICK = 10_000
/** How often the shopper's screen hears that somebody types, in milliseconds. */
const TYPING_EVERY = 3_000

/** The inbox without its looks: signals to draw from, and what people can do. All I/O goes through `parts`. */
export function createInbox(parts: Parts, start: Place = placeOf('')) {
  const { api, news, bell, timer } = parts
  const place = signal<Place>(start)
  const online = signal(true)
  const now = signal(timer.now())
  const muted = signal(false)
  const looking = signal(true)
  const hours = signal<Hours | null>(null)
  const articles = signal<readonly InsertableArticle[] | null>(null)
  const insights = signal<Insights | 'unreachable' | null>(null)
  const announcement = signal('')
  const dialog = signal<'help' | 'close' | 'transfer' | null>(null)
  const context = signal(false)
  /** Asks the row of the conversation to take the focus, as j and k do. */
  const focusRow = signal(0)
  /** Asks the reply box to take the focus; the number only makes each asking a new one. */
  const focusReply = signal(0)
  const drafts = createDrafts()
  let lastTyping = 0
  let toldRead = ''

  const session = createSession(parts, enter, leave)
  const check: Check = (answer) => {
    if (!answer.ok && answer.why === 'signed-out') session.signedOut(answer)
    return answer
  }
  const queue = createQueue(parts, check, heard)
  const search = createSearch(parts, check)
  const conversation = createConversation(parts, drafts, check, () => queue.refreshSoon())

  function enter() {
    void queue.refresh()
    void refreshHours()
    conversation.show(place.peek().conversation)
    if (place.peek().room === 'insights') void loadInsights()
    news.connect({
      connected() {
        online.value = true
        // What was said while nobody listened is said again.
        toldRead = ''
        tellRead()
        void queue.refresh()
        void refreshHours()
        void conversation.refresh()
        conversation.sendAgain()
      },
      disconnected: () => {
        online.value = false
      },
      refused: () => void queue.refresh(),
      changed(id) {
        queue.refreshSoon()
        conversation.changed(id)
      },
      recorded(id, record) {
        queue.refreshSoon()
        conversation.recorded(id, record)
      },
      typing: (id) => conversation.heardTyping(id),
      hours: (told) => {
        hours.value = told
      },
    })
  }

  function leave() {
    news.disconnect()
    queue.clear()
    search.clear()
    conversation.clear()
    online.value = true
    dialog.value = null
  }

  function heard(fresh: readonly Row[]) {
    // The lists have just been fetched because something changed: so may what was found.
    search.refresh()
    const seenNow = looking.peek() ? conversation.current.peek() : null
    const unheard = fresh.filter((row) => row.id !== seenNow)
    const [first] = unheard
    if (!first) return
    if (!muted.peek()) bell.ring()
    const words = REASON_WORDS[reasonCode(first.reason)].short.toLowerCase()
    const more = unheard.length > 1 ? ` And ${unheard.length - 1} more.` : ''
    announcement.value = `New: ${first.who}, ${words}.${more}`
  }

  async function refreshHours() {
    const answer = check(await api.hours())
    if (answer.ok) hours.value = answer.value
  }

  async function loadInsights() {
    const answer = check(await api.insights())
    insights.value = answer.ok ? answer.value : 'unreachable'
  }

  const stopTick = timer.every(TICK, () => {
    now.value = timer.now()
  })

  function tellRead() {
    const shown = conversation.detail.value
    if (!shown || !looking.value || conversation.seen.value < headOf(shown.records)) return
    const head = headOf(shown.records)
    if (toldRead === `${shown.id} ${head}`) return
    toldRead = `${shown.id} ${head}`
    news.read(shown.id, head)
    queue.markRead(shown.id)
  }
  const stopReading = effect(tellRead)

  let listed = ''
  /** Whoever takes a conversation out of the queue goes along with it, to their own list. */
  const stopFollowing = effect(() => {
    const { view, conversation: id } = place.value
    const holds = (list: View) => queue.lists.value[list]?.some((row) => row.id === id) ?? false
    const spot = `${view} ${id}`
    if (holds(view)) listed = spot
    else if (listed === spot && holds('mine')) goTo({ ...place.peek(), view: 'mine' })
  })

  const rows = computed(() => {
    if (search.words.value.trim() !== '') return search.found.value === 'unreachable' ? [] : search.found.value
    const { view } = place.value
    const listed = queue.lists.value[view]
    return listed && (view === 'queue' || view === 'tickets') ? brokenFirst(listed, now.value) : listed
  })
  /** What Shopbell says in the agent's language: fetched when a shopper reads another. */
  const catalogue = signal<Catalogue | null>(null)
  let asked = false
  const stopTranslating = effect(() => {
    const shown = conversation.detail.value
    if (asked || !shown || chooseLanguage(shown.packet.locale) === parts.language.name) return
    asked = true
    void parts.language.load().then(
      (read) => {
        catalogue.value = read
      },
      () => {
        // The words stay as the shopper saw them; the next conversation asks again.
        asked = false
      },
    )
  })
  /** Who waits for an answer: everybody in the queue, and one's own with unread lines. */
  const waiting = computed(() => queue.counts.value.queue + (queue.lists.value.mine?.filter((row) => row.unread > 0).length ?? 0))
  const title = computed(() => {
    const site = session.me.value?.site
    const name = site ? `Inbox · ${site}` : 'Inbox'
    return waiting.value > 0 && session.phase.value === 'signed-in' ? `(${waiting.value}) ${name}` : name
  })

  function goTo(next: Place) {
    place.value = next
    context.value = false
    if (session.phase.peek() !== 'signed-in') return
    if (next.room === 'insights') void loadInsights()
    conversation.show(next.conversation)
  }

  const inbox = {
    place,
    online,
    now,
    muted,
    looking,
    hours,
    articles,
    insights,
    announcement,
    catalogue,
    /** The agent's own language. */
    language: parts.language.name,
    dialog,
    context,
    focusReply,
    focusRow,
    rows,
    waiting,
    title,
    drafts,
    session,
    queue,
    search,
    conversation,
    goTo,
    view(view: View) {
      search.clear()
      goTo({ room: 'conversations', view, conversation: place.peek().conversation })
    },
    /** Opens a conversation in the list that is shown. */
    open: (id: Id | null) => goTo({ ...place.peek(), room: 'conversations', conversation: id }),
    /** Opens the next (1) or previous (-1) conversation of the list. */
    step(by: 1 | -1) {
      const list = rows.peek() ?? []
      const at = list.findIndex((row) => row.id === place.peek().conversation)
      const to = at === -1 ? (by === 1 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)
      const row = list[to]
      if (!row) return
      inbox.open(row.id)
      focusRow.value += 1
    },
    write(mode: Mode) {
      const shown = conversation.detail.peek()
      if (!shown) return
      drafts.setMode(shown.id, mode)
      focusReply.value += 1
    },
    run(shortcut: Shortcut) {
      const shown = conversation.detail.peek()
      if (shortcut === 'next') inbox.step(1)
      else if (shortcut === 'previous') inbox.step(-1)
      else if (shortcut === 'help') dialog.value = 'help'
      else if (shortcut === 'close') {
        if (shown && shown.status !== 'closed') dialog.value = 'close'
      } else inbox.write(shortcut)
    },
    /** Somebody types a reply; the shopper's screen hears of it now and then. */
    typed() {
      const shown = conversation.detail.peek()
      if (!shown || shown.agent === null || timer.now() - lastTyping < TYPING_EVERY) return
      lastTyping = timer.now()
      news.typing(shown.id)
    },
    async setHours(forced: boolean | null) {
      const answer = check(await api.setHours(forced))
      if (answer.ok) hours.value = answer.value
      else announcement.value = 'The switch did not reach the desk. Try again.'
    },
    async loadArticles() {
      if (articles.peek() !== null) return
      const answer = check(await api.articles())
      if (answer.ok) articles.value = answer.value
    },
    /** The ticket as plain text for the clipboard; null where the desk did not send it. */
    async ticketText(): Promise<string | null> {
      const shown = conversation.detail.peek()
      const answer = shown && check(await api.text(shown.id))
      return answer?.ok ? answer.value : null
    },
    async signOut() {
      const leaving = session.signOut()
      // After what was on its way has come back: the next person must find nothing.
      drafts.clear()
      await leaving
    },
    destroy() {
      stopTick()
      stopReading()
      stopFollowing()
      stopTranslating()
      leave()
      bell.destroy()
    },
  }
  return inbox
}

/** The inbox as its views use it. */
export type Inbox = ReturnType<typeof createInbox>
