import type { Reason } from '../handoff/reason.js'
import type { Route } from '../triage/route.js'
import { beginAnew } from './begin-anew.js'
import { enterStep } from './enter-step.js'
import type { ChatEvent } from './event.js'
import { handed } from './handed.js'
import { lostAnswers, noteText, openReview, showReview, wanted } from './review.js'
import { submitReview } from './submit-review.js'
import type { Turn } from './turn.js'

/** The machine's part for the way to a person, from the review to the end of the talk: fetched when a person is first called. */
export interface Handoff {
  openReview(turn: Turn, reason: Reason): void
  noteText(turn: Turn, text: string, route?: Route): void
  beginAnew(turn: Turn): void
  /** What an event means on the way to a person, after what it means to the bot. */
  react(turn: Turn, event: ChatEvent): void
}

export const handoff: Handoff = { openReview, noteText, beginAnew, react }

function react(turn: Turn, event: ChatEvent): void {
  switch (event.type) {
    case 'talk-to-agent':
      return talkToAgent(turn)
    case 'submit':
      return submitReview(turn, event)
    case 'availability.changed':
      return lookAgain(turn)
    case 'attach':
      return attach(turn, event)
    case 'resumed':
      return askForLost(turn)
    case 'restart':
      return restart(turn)
    default:
      return handed(turn, event)
  }
}

function lookAgain(turn: Turn): void {
  const { prompt } = turn.state
  const want = wanted(turn)
  if (prompt?.kind === 'review' && prompt.want !== want) turn.change({ prompt: { ...prompt, want } })
}

/** A sensitive answer has gone with the page while the review was open. */
function askForLost(turn: Turn): void {
  const { phase, prompt, reason } = turn.state
  if (phase !== 'review' || prompt?.kind !== 'review' || !reason) return
  const asked = prompt.fields.map(({ name }) => name)
  if (lostAnswers(turn).some((name) => !asked.includes(name))) showReview(turn, reason)
}

function restart(turn: Turn): void {
  const { phase, log } = turn.state
  if (phase !== 'handed' || log !== 'closed') return
  beginAnew(turn)
  enterStep(turn, turn.flow.menu)
}

function talkToAgent(turn: Turn): void {
  const { phase, log } = turn.state
  if (phase === 'idle' || phase === 'review' || (phase === 'handed' && log !== 'closed')) return
  if (phase === 'handed') beginAnew(turn)
  turn.answer(turn.event.id, turn.flow.texts['talk'] ?? 'talk', 'talk')
  turn.say('handoff.asked')
  openReview(turn, { code: 'asked', because: '' })
}

function attach(turn: Turn, event: Extract<ChatEvent, { type: 'attach' }>): void {
  const { phase, log, reason, prompt } = turn.state
  const content = { kind: 'file', upload: event.upload, name: event.name } as const
  if (phase === 'handed' && log !== 'closed') return turn.do({ do: 'send', op: { op: 'message', content } })
  turn.add('shopper', content)
  if (phase === 'review' && reason && prompt?.kind === 'review') showReview(turn, reason, prompt)
}
