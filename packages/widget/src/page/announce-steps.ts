// A part of its own: only a page that listens downloads it.
import type { Adapter, ChatEvent, Effect, Entry, Prompt, Snapshot, State, TraceStep } from '@shopbell/core'
import type { PageEventBus } from '../page-events.js'
import { hearSteps } from './hear-steps.js'
import type { Inside } from './inside.js'

type Emit = PageEventBus['emit']

const attended = new WeakSet<Inside>()

/**
 * Tells the page what happens in a conversation from now on, step by step. Only names that a flow's author has given, numbers, and
 * words of ours leave: nothing that a shopper has typed, or that the shop knows of one.
 */
export function announceSteps(inside: Inside): void {
  if (attended.has(inside)) return
  attended.add(inside)
  inside.announced = true
  const { chat, endings, events } = inside
  const emit: Emit = (type, data) => events.emit(type, data)
  const ending = tellEnding(emit)
  const unheard = hearSteps(inside, tellStep(emit, ending, inside.options.adapter?.actions))
  let before = chat.getSnapshot()
  const stop = chat.subscribe(() => {
    const now = chat.getSnapshot()
    tellChanges(emit, before, now)
    before = now
  })
  const left = () => ending.leave(chat.getSnapshot().prompt)
  addEventListener('pagehide', left)
  endings.push(() => {
    stop()
    unheard()
    attended.delete(inside)
    removeEventListener('pagehide', left)
  })
}

/** How a conversation with the bot has ended: at most one outcome of each. */
interface Ending {
  is(outcome: 'resolved-confirmed' | 'human-requested' | 'human-unavailable'): void
  /** The shopper has done something: there is a conversation that can end. */
  goesOn(): void
  /** The shopper goes, and has said nothing of how it was. */
  leave(prompt: Prompt | null): void
}

function tellEnding(emit: Emit): Ending {
  let going = false
  return {
    is(outcome) {
      if (going) emit('flow:completed', { outcome })
      going = false
    },
    goesOn() {
      going = true
    },
    leave(prompt) {
      // An answer was given and nobody has objected.
      if (going) emit('flow:completed', { outcome: prompt?.kind === 'helped' ? 'resolved-assumed' : 'abandoned' })
      going = false
    },
  }
}

function tellStep(emit: Emit, ending: Ending, actions: Adapter['actions'] = {}): (step: TraceStep) => void {
  // What each call that is under way has asked for, by its name.
  const asked = new Map<string, string>()

  return ({ event, before, after, entries, effects }) => {
    const { prompt } = before
    if (/^(choose|submit|say|talk-to-agent)$/.test(event.type)) ending.goesOn()
    tellForm(emit, event, before, after)
    if (event.type === 'choose' && prompt) {
      // What comes behind a colon may be the shopper's own, such as an order's number.
      emit('choice:selected', { step: prompt.step, option: event.option.split(':', 1)[0] ?? '' })
      if (prompt.kind === 'helped' && event.option === 'yes') ending.is('resolved-confirmed')
    }
    if (event.type === 'call.done' || event.type === 'call.failed') {
      tellCall(emit, asked.get(event.call), event, after)
      const name = asked.get(event.call) ?? ''
      if (event.type === 'call.failed' && event.why === 'error' && Object.hasOwn(actions, name))
        emit('error', { code: 'action-failed', name })
      asked.delete(event.call)
    }
    if (after.phase === 'review' && before.phase !== 'review') emit('handoff:offered', { reason: after.reason?.code ?? 'other' })
    if (before.phase === 'review' && after.phase === 'bot') emit('handoff:declined', {})
    const hidden = (after.redactions ?? 0) - (before.redactions ?? 0)
    if (hidden > 0) emit('redaction:applied', { count: hidden })
    for (const entry of entries) tellEntry(emit, entry, before)
    for (const effect of effects) {
      if (effect.do === 'call') asked.set(effect.call, effect.name)
      tellEffect(emit, effect, after, ending)
    }
  }
}

function tellForm(emit: Emit, event: ChatEvent, before: State, after: State): void {
  const [was, is] = [before.prompt, after.prompt]
  const form = was?.kind === 'form' || was?.kind === 'review' ? was : null
  if (event.type === 'submit' && form) {
    const { step } = form
    const fields =
      is && 'fields' in is && is.step === step ? is.fields.filter(({ error }) => error !== undefined).map(({ name }) => name) : []
    if (fields.length > 0) emit('form:invalid', { step, fields })
    else emit('form:submitted', { step })
  } else if (form && is?.step !== form.step && is !== was) emit('form:abandoned', { step: form.step })
  if ((is?.kind === 'form' || is?.kind === 'review') && is.step !== was?.step) emit('form:started', { step: is.step })
}

function tellCall(
  emit: Emit,
  name: string | undefined,
  event: Extract<ChatEvent, { type: 'call.done' | 'call.failed' }>,
  { facts }: State,
): void {
  const found = event.type === 'call.done' ? event.result.found : 'failed'
  if (name === 'findOrder') {
    const result = found === 'order' ? 'found' : found === 'failed' ? 'failed' : 'not-found'
    const situation = found === 'order' ? String(facts['situation']?.value ?? '') : ''
    emit('order:looked-up', { result, situation })
  }
  if (name === 'searchFaqs' && event.type === 'call.done')
    emit('faq:searched', { results: event.result.found === 'articles' ? event.result.articles.length : 0 })
}

function tellEntry(emit: Emit, { content }: Entry, { reason }: State): void {
  if (content.kind === 'article') emit('faq:viewed', { article: content.article.id })
  if (content.kind === 'notice' && content.code === 'desk-unreachable') {
    emit('unavailable', { reason: 'desk-unreachable' })
    if (reason) emit('ticket:failed', {})
  }
}

function tellEffect(emit: Emit, effect: Effect, { reason }: State, ending: Ending): void {
  if (effect.do === 'rate-article') emit('faq:rated', { article: effect.article, helped: effect.helped })
  if (effect.do === 'send' && effect.op.op === 'rate') emit('rating:submitted', { score: effect.op.score })
  if (effect.do !== 'open') return
  emit('handoff:requested', { reason: reason?.code ?? 'other', want: effect.want })
  ending.is(effect.want === 'live' ? 'human-requested' : 'human-unavailable')
}

/** What is no step of the machine's: news of the desk, and of the wire. */
function tellChanges(emit: Emit, before: Snapshot, now: Snapshot): void {
  const { status, queue, availability, delivery } = now
  if (status !== before.status) {
    if (status === 'queued') emit('handoff:queued', {})
    if (status === 'live') emit('handoff:assigned', {})
    if (status === 'ticket') emit('ticket:created', {})
  }
  if (queue && queue.position !== before.queue?.position) emit('handoff:position', { position: queue.position })
  if (availability && availability.open !== before.availability?.open) emit('availability:changed', { open: availability.open })
  if (delivery.waiting > before.delivery.waiting) emit('message:queued', { waiting: delivery.waiting })
  if (now.marks !== before.marks)
    for (const [id, mark] of Object.entries(now.marks))
      if (mark === 'failed' && before.marks[id] !== mark) emit('message:failed', {})
  const { tail } = now.transcript
  if (tail === before.transcript.tail) return
  const known = new Set(before.transcript.tail.map(({ id }) => id))
  for (const { id, content } of tail)
    if (content.kind === 'late' && !known.has(id)) emit('handoff:timed-out', { want: content.want })
}
