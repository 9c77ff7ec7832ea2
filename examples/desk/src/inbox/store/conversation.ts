import { signal } from '@preact/signals'
import { type Id, LIMITS, type LogRecord, type Outcome } from '@shopbell/core'
import type { Colleague, Detail } from '../../agent-api.js'
import type { Answer } from '../api.js'
import { headOf, type PendingReply, unseenOf } from '../log-lines.js'
import type { Drafts } from './drafts.js'
import type { Parts, Stop } from './outside-parts.js'
import type { Check } from './queue.js'
import { createSending } from './sending.js'

/** Why the last thing did not happen, for a sentence above the reply box. */
export type Warning =
  | { readonly kind: 'moved'; readonly count: number }
  | { readonly kind: 'taken' | 'decided' | 'away'; readonly by: string }
  | {
      readonly kind: 'closed' | 'too-long' | 'note-unsent' | 'refused' | 'unreachable'
    }

/** What an agent decides; `amount` in the shop's money. */
export interface Choice {
  readonly outcome: Outcome
  readonly amount?: number
  readonly note: string
  readonly replaces?: number
}

/** How many conversations are kept to be shown at once when one comes back to them. */
const KEPT = 40
/** How long a shopper counts as typing after a hint, in milliseconds. */
const TYPING = 6_000

/** The conversation in the middle. */
export function createConversation(parts: Parts, drafts: Drafts, check: Check, acted: () => void) {
  const { api, timer, newId } = parts
  const detail = signal<Detail | null>(null)
  const current = signal<Id | null>(null)
  const phase = signal<'none' | 'loading' | 'shown' | 'gone' | 'unreachable'>('none')
  const pending = signal<readonly PendingReply[]>([])
  const warning = signal<Warning | null>(null)
  /** The highest number that this agent has had before their eyes. */
  const seen = signal(0)
  const typing = signal(false)
  const busy = signal(false)
  const kept = new Map<Id, Detail>()
  let fetching: Id | null = null
  let again = false
  let stopTyping: Stop | null = null
  let lastNote: {
    readonly conversation: Id
    readonly text: string
    readonly id: Id
  } | null = null

  let lastDecision: { readonly conversation: Id; readonly choice: string; readonly id: Id } | null = null

  function show(next: Detail) {
    kept.delete(next.id)
    kept.set(next.id, next)
    for (const id of kept.keys()) {
      if (kept.size <= KEPT) break
      kept.delete(id)
    }
    if (current.peek() !== next.id) return
    detail.value = next
    phase.value = 'shown'
  }

  async function refresh() {
    const id = current.peek()
    if (id === null) return
    if (fetching === id) {
      again = true
      return
    }
    fetching = id
    again = false
    const answer = check(await api.detail(id))
    if (fetching === id) fetching = null
    if (answer.ok) show(answer.value)
    else if (current.peek() === id && detail.peek() === null) phase.value = answer.why === 'gone' ? 'gone' : 'unreachable'
    if (again && current.peek() === id) await refresh()
  }

  /** After the desk has said that the log moved, the agent has been told; the next try goes out with what came. */
  async function refreshAsRead() {
    const id = current.peek()
    await refresh()
    const shown = detail.peek()
    if (shown && shown.id === id) seen.value = Math.max(seen.peek(), headOf(shown.records))
  }

  const sending = createSending({
    api,
    check,
    changed: (conversation, lines) => {
      if (conversation === current.peek()) pending.value = lines
    },
    sent: (conversation, record) => {
      recorded(conversation, record)
      // The first reply made it ours, which the record alone does not say.
      if (conversation === current.peek() && detail.peek()?.agent === null) void refresh()
      acted()
    },
    refused: (conversation, texts, why) => {
      drafts.putBack(conversation, 'reply', texts.join('\n'))
      acted()
      if (conversation !== current.peek()) return
      warning.value = why
      if (why.kind === 'moved') void refreshAsRead()
      else if (why.kind === 'closed' || why.kind === 'taken') void refresh()
    },
  })

  function recorded(conversation: Id, record: LogRecord) {
    const known = kept.get(conversation)
    if (!known) return
    const head = headOf(known.records)
    if (record.seq <= head) return
    // A hole, or a record that changes more than the list of lines: the desk tells it whole.
    const telling = record.fact.kind !== 'text' && record.fact.kind !== 'file'
    if (record.seq === head + 1) show({ ...known, records: [...known.records, record] })
    if (conversation !== current.peek()) return
    if (record.by === 'shopper') setTyping(false)
    if (record.seq > head + 1 || telling || fetching === conversation) void refresh()
  }

  function setTyping(isTyping: boolean) {
    stopTyping?.()
    stopTyping = isTyping ? timer.after(TYPING, () => setTyping(false)) : null
    typing.value = isTyping
  }

  async function act(doing: (id: Id) => Promise<Answer<Detail>>) {
    const id = current.peek()
    if (id === null || busy.peek()) return
    busy.value = true
    warning.value = null
    const answer = check(await doing(id))
    busy.value = false
    if (answer.ok) show(answer.value)
    else if (id === current.peek()) {
      warning.value = warningOf(answer)
      void refresh()
    }
    acted()
  }

  return {
    detail,
    current,
    phase,
    pending,
    warning,
    seen,
    typing,
    busy,
    refresh,
    recorded,
    /** Opens a conversation, at once where it was open before; null closes the middle. */
    show(id: Id | null) {
      if (current.peek() === id) return
      current.value = id
      warning.value = null
      seen.value = 0
      setTyping(false)
      pending.value = id === null ? [] : sending.of(id)
      const known = id === null ? undefined : kept.get(id)
      detail.value = known ?? null
      phase.value = id === null ? 'none' : known ? 'shown' : 'loading'
      if (id !== null) void refresh()
    },
    changed(conversation: Id) {
      if (conversation === current.peek()) void refresh()
      else kept.delete(conversation)
    },
    heardTyping(conversation: Id) {
      if (conversation === current.peek()) setTyping(true)
    },
    /** The log's end was before the agent's eyes. */
    saw(seq: number) {
      if (seq > seen.peek()) seen.value = seq
    },
    dismissWarning() {
      warning.value = null
    },
    claim: () => act((id) => api.claim(id)),
    release: () => act((id) => api.release(id)),
    /** Who else is at the desk; nobody, where the desk does not say. */
    async colleagues(): Promise<readonly Colleague[]> {
      const answer = check(await api.colleagues())
      return answer.ok ? answer.value : []
    },
    transfer: (to: Id) => act((id) => api.transfer(id, to)),
    conclude: (resolved: boolean) => act((id) => api.conclude(id, resolved)),
    /** Sends what stands in the reply's draft; when the shopper has written since, says so first. */
    reply() {
      const shown = detail.peek()
      if (!shown || shown.status === 'closed') return
      const text = drafts.text(shown.id, 'reply').trim()
      if (text === '') return
      if (text.length > LIMITS.message) {
        warning.value = { kind: 'too-long' }
        return
      }
      const count = unseenOf(shown.records, seen.peek())
      const head = headOf(shown.records)
      if (count > 0) {
        warning.value = { kind: 'moved', count }
        // Said once: who sends again has been told.
        seen.value = head
        return
      }
      warning.value = null
      drafts.write(shown.id, 'reply', '')
      sending.send(shown.id, {
        id: newId(),
        text,
        at: timer.now(),
        state: 'sending',
        base: head,
      })
    },
    /** Sends again what did not get through, under the same ids. */
    sendAgain: () => sending.again(),
    /** Writes a decision about the shopper's request into the log; answers whether it is there. */
    async decide(choice: Choice): Promise<boolean> {
      const shown = detail.peek()
      if (!shown || shown.status === 'closed' || busy.peek()) return false
      const count = unseenOf(shown.records, seen.peek())
      const base = headOf(shown.records)
      if (count > 0) {
        warning.value = { kind: 'moved', count }
        seen.value = base
        return false
      }
      // The same decision after an unheard answer keeps its id, so that it is never made twice.
      const words = JSON.stringify(choice)
      const same = lastDecision?.conversation === shown.id && lastDecision.choice === words
      const id = same && lastDecision ? lastDecision.id : newId()
      lastDecision = { conversation: shown.id, choice: words, id }
      busy.value = true
      warning.value = null
      const answer = check(await api.decide(shown.id, { id, base, ...choice }))
      busy.value = false
      if (answer.ok) {
        lastDecision = null
        recorded(shown.id, answer.value)
        void refresh()
      } else if (shown.id === current.peek()) {
        warning.value = warningOf(answer)
        if (answer.why === 'moved') void refreshAsRead()
        else void refresh()
      }
      acted()
      return answer.ok
    },
    async note() {
      const shown = detail.peek()
      const text = shown ? drafts.text(shown.id, 'note').trim() : ''
      if (!shown || text === '' || busy.peek()) return
      if (text.length > LIMITS.message) {
        warning.value = { kind: 'too-long' }
        return
      }
      // The same text after an unheard answer keeps its id, so that it is never written twice.
      const same = lastNote?.conversation === shown.id && lastNote.text === text
      const id = same && lastNote ? lastNote.id : newId()
      lastNote = { conversation: shown.id, text, id }
      busy.value = true
      const answer = check(await api.note(shown.id, { id, text }))
      busy.value = false
      if (!answer.ok) {
        if (current.peek() === shown.id) warning.value = { kind: 'note-unsent' }
        return
      }
      lastNote = null
      warning.value = null
      drafts.write(shown.id, 'note', '')
      const known = kept.get(shown.id)
      if (known && !known.notes.some((note) => note.id === answer.value.id)) {
        show({ ...known, notes: [...known.notes, answer.value] })
      }
    },
    clear() {
      kept.clear()
      for (const [conversation, texts] of sending.clear()) drafts.putBack(conversation, 'reply', texts.join('\n'))
      current.value = null
      detail.value = null
      pending.value = []
      phase.value = 'none'
      setTyping(false)
    },
  }
}

/** The refusal as a warning. */
export function warningOf(refusal: Extract<Answer<never>, { ok: false }>): Warning {
  switch (refusal.why) {
    case 'taken':
    case 'decided':
    case 'away':
      return { kind: refusal.why, by: refusal.by }
    case 'moved':
      return { kind: 'moved', count: 0 }
    case 'closed':
    case 'too-long':
    case 'unreachable':
      return { kind: refusal.why }
    default:
      return { kind: 'refused' }
  }
}

/** The conversation of one inbox. */
export type Conversation = ReturnType<typeof createConversation>
