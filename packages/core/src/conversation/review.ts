import { factValue } from '../facts/fact-value.js'
import { unknownOf } from '../facts/unknown-of.js'
import { factInWords } from '../flow/in-words.js'
import { textOf } from '../flow/text-of.js'
import type { Reason } from '../handoff/reason.js'
import { shorten, summarise } from '../handoff/summarise.js'
import type { Route } from '../triage/route.js'
import { fieldOf, fieldView } from './field-view.js'
import { toOptions } from './greet.js'
import type { FieldView, Prompt, ReviewLine } from './prompt.js'
import { MOST_EVIDENCE, raise } from './raise.js'
import type { Turn } from './turn.js'

type Review = Extract<Prompt, { kind: 'review' }>

// Facts that every person wants to read first, and what is no answer of the shopper's to the matter.
const FIRST = ['orderNumber', 'email', 'name', 'situation']
const WHO = ['email', 'name']
const ASIDE = ['query', 'article', 'missing']

function lines(turn: Turn): readonly ReviewLine[] {
  const { flow, state } = turn
  const answers = Object.keys(flow.fields).filter((name) => ![...FIRST, ...ASIDE].includes(name))
  const facts = [...FIRST, ...answers].flatMap((name) => {
    const value = factInWords(flow, state.facts, name)
    const label = Object.hasOwn(flow.fields, name) ? flow.fields[name]?.label : undefined
    return value === '' ? [] : [{ name, label: turn.text(label ?? `line.${name}`), value }]
  })
  const read = state.tried.map((tried) => tried.article.title).join(' · ')
  return read === '' ? facts : [...facts, { name: 'tried', label: textOf(flow, 'line.tried', state.facts), value: read }]
}

/** The sensitive answers that went with the page they were given to. */
export function lostAnswers({ flow, state }: Turn): readonly string[] {
  return unknownOf(state.facts).filter((name) => fieldOf(flow, name).sensitive)
}

/**
 * What is still missing: a way to reply always; the order number only where it helps, and sensitive answers that were lost, neither as
 * a must.
 */
function missing(turn: Turn, reason: Reason): readonly FieldView[] {
  const { facts } = turn.state
  const hint = textOf(turn.flow, 'field.email.reply', facts)
  const fields = factValue(facts, 'email') === '' ? [{ ...fieldView(turn, 'email', false), hint }] : []
  const wantsOrder = reason.code !== 'presale' && factValue(facts, 'orderNumber') === ''
  const others = [...(wantsOrder ? ['orderNumber'] : []), ...lostAnswers(turn)]
  return [...fields, ...others.map((name) => fieldView(turn, name, true))]
}

/** The one form between a shopper and a person: the summary to edit, what goes along, and what is still missing. */
export function openReview(turn: Turn, why: Reason): void {
  const reason: Reason = { ...why, because: shorten(why.because, MOST_EVIDENCE) }
  if (turn.flow.reach === 'contact') {
    turn.drop()
    turn.change({ phase: 'bot', reason })
    turn.say('contact')
    turn.ask(turn.flow.menu, {
      kind: 'choice',
      look: 'chips',
      options: toOptions(turn.flow, turn.flow.greeting.options, turn.state.facts),
    })
    return
  }
  const { phase, prompt } = turn.state
  // Opened a second time, it still leads back to where the shopper came from.
  const previous = phase === 'bot' ? prompt : phase === 'review' ? turn.state.previous : null
  turn.drop()
  turn.change({ phase: 'review', reason, previous })
  turn.do({ do: 'look-who-is-there' })
  showReview(turn, reason)
}

/** Draws the review anew, keeping what was typed into it. */
export function showReview(turn: Turn, reason: Reason, typed?: Pick<Review, 'fields' | 'summary'>): void {
  const { state, flow } = turn
  const along = lines(turn)
  // A sentence that says nothing would look as if all were said.
  const blank = reason.code === 'asked' && reason.because === '' && along.every(({ name }) => WHO.includes(name))
  turn.ask(state.step ?? flow.menu, {
    kind: 'review',
    summary: typed?.summary ?? state.summary ?? (blank ? '' : summarise(flow, state, reason)),
    ...(blank ? { blank } : {}),
    fields: typed?.fields ?? missing(turn, reason),
    lines: along,
    want: wanted(turn),
    ...(reason.photos ? { photos: true } : {}),
  })
}

/** While the review is open, what is said goes along; the summary takes it up unless the shopper has written one. */
export function noteText(turn: Turn, text: string, route?: Route): void {
  const { reason: known, prompt, summary } = turn.state
  if (!known || prompt?.kind !== 'review') return
  turn.say('review.noted')
  const { because, ...raised } = raise(turn, known, route, text)
  const reason = { ...raised, because: because === '' ? shorten(text, MOST_EVIDENCE) : because }
  turn.change({ reason })
  showReview(turn, reason, summary === null ? undefined : prompt)
}

/** Live where somebody is known to be there, or where nothing is known: the desk turns it into a ticket if it must. */
export function wanted(turn: Turn): 'live' | 'ticket' {
  return turn.state.availability === null || turn.state.availability.open ? 'live' : 'ticket'
}
