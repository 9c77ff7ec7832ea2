import { extractFacts } from '../facts/extract.js'
import { orderNumbersIn } from '../facts/order-numbers.js'
import type { Flow } from '../flow/flow.js'
import { LIMITS } from '../limits.js'
import type { Route } from '../triage/route.js'
import { checkFields } from './check-fields.js'
import { enterStep } from './enter-step.js'
import type { Id } from './entry.js'
import type { ChatEvent } from './event.js'
import { orderMasks, pickOrder } from './pick-order.js'
import { submit } from './reduce.js'
import type { Turn } from './turn.js'

const UNPLACED: Route = { to: 'ask', evidence: [] }

// Three texts in a row that found no place: the bot is the wrong tool.
const MOST_UNPLACED = 3

/** Free text, at any time. Once a person is called it goes to the desk; before, triage has said where it belongs. */
export function say(turn: Turn, event: Extract<ChatEvent, { type: 'say' }>): void {
  const text = event.text.trim()
  const { phase, log } = turn.state
  if (text === '' || text.length > LIMITS.message || phase === 'idle') return
  if (phase === 'handed' && log !== 'closed') {
    return turn.do({ do: 'send', op: { op: 'message', content: { kind: 'text', text } } })
  }
  if (phase === 'handed') turn.part('handoff')?.beginAnew(turn)
  turn.add('shopper', { kind: 'text', text })
  if (event.aside) return
  const route = event.route ?? UNPLACED
  if (turn.state.phase === 'review') return intoReview(turn, text, event.route)
  if (route.to === 'person') return toPerson(turn, route, text)
  if (fillForm(turn, event)) return
  // Chat while the shop is asked must not cost the answer.
  if (turn.state.phase === 'calling' && (route.to === 'smalltalk' || route.to === 'ask')) return turn.say('calling.wait')
  turn.drop()
  place(turn, route, text)
}

function toPerson(turn: Turn, route: Extract<Route, { to: 'person' }>, text: string): void {
  learnFrom(turn, text)
  const { to: _, reason: code, evidence: __, ...hints } = route
  const own = ownStep(turn.flow.routes, code)
  if (own !== undefined) {
    turn.drop()
    return enterStep(turn, own)
  }
  const key = `handoff.${code}`
  // Not every reason needs words of its own.
  if (Object.hasOwn(turn.flow.texts, key)) turn.say(key)
  turn.callPerson({ code, because: text, ...hints })
}

/** The flow's own steps for a subject, such as questions about the damage before a person looks at it. */
function ownStep(routes: Flow['routes'], subject: string): Id | undefined {
  return subject === 'damaged' || subject === 'presale' || subject === 'safety' || subject === 'return' || subject === 'cancel'
    ? routes[subject]
    : undefined
}

function intoReview(turn: Turn, text: string, route: Route | undefined): void {
  learnFrom(turn, text)
  turn.part('handoff')?.noteText(turn, text, route)
}

function learnFrom(turn: Turn, text: string): void {
  turn.learn({ ...extractFacts(text, orderMasks(turn)) }, 'shopper')
}

/** Text while a form is open: what it holds goes into the form, and the form goes off once nothing is missing. */
function fillForm(turn: Turn, event: Extract<ChatEvent, { type: 'say' }>): boolean {
  const { prompt } = turn.state
  if (prompt?.kind !== 'form') return false
  const step = turn.stepOf(prompt.step)
  if (step?.type === 'helped') {
    const { id, at } = event
    submit(turn, { id, at, type: 'submit', prompt: prompt.id, values: { missing: event.text.trim() } })
    return true
  }
  const masks = orderMasks(turn)
  const found: Readonly<Record<string, string>> = { ...extractFacts(event.text, masks) }
  const numbers = orderNumbersIn(event.text, masks)
  const several = numbers.length > 1 && prompt.fields.some(({ name }) => name === 'orderNumber')
  if (!several && !prompt.fields.some((field) => Object.hasOwn(found, field.name))) return false
  const values = Object.fromEntries(prompt.fields.map((field) => [field.name, found[field.name] ?? field.value]))
  const { id, at } = event
  // A field that nobody has filled in yet is no mistake.
  const filled = prompt.fields.filter(({ name }) => values[name] !== '')
  const sheet = checkFields(turn, filled, { id, at, type: 'submit', prompt: prompt.id, values })
  turn.learn({ ...sheet.values, ...found }, 'shopper')
  if (several && pickOrder(turn, prompt.step, numbers)) return true
  if (sheet.good && step?.type === 'ask' && prompt.fields.every((field) => field.optional || filled.includes(field))) {
    turn.change({ unplaced: 0 })
    enterStep(turn, step.next)
    return true
  }
  turn.say('form.rest')
  const views = new Map(sheet.fields.map((field) => [field.name, field]))
  const fields = prompt.fields.map(({ error: _, ...empty }) => views.get(empty.name) ?? empty)
  turn.ask(prompt.step, { ...prompt, fields })
  return true
}

function place(turn: Turn, route: Route, text: string): void {
  const { flow, state } = turn
  if (route.to === 'order' && flow.routes.order !== undefined) {
    learnFrom(turn, text)
    turn.change({ unplaced: 0 })
    if (pickOrder(turn, flow.routes.order, orderNumbersIn(text, orderMasks(turn)))) return
    const { orderNumber, email } = extractFacts(text, orderMasks(turn))
    // Both said in one breath: looked up at once, for nothing is asked twice.
    const step = turn.stepOf(flow.routes.order)
    return enterStep(turn, orderNumber && email && step?.type === 'ask' ? step.next : flow.routes.order)
  }
  const own = ownStep(flow.routes, route.to)
  if (own !== undefined) {
    learnFrom(turn, text)
    turn.change({ unplaced: 0 })
    return enterStep(turn, own)
  }
  const step = turn.stepOf(state.step)
  const asksTheShop = route.to === 'faq' || route.to === 'return' || route.to === 'cancel'
  const searches = asksTheShop || (step?.type === 'articles' && route.to === 'ask')
  if (searches && flow.routes.faq !== undefined) {
    turn.learn({ query: text.slice(0, LIMITS.field) }, 'shopper')
    turn.change({ unplaced: 0 })
    return enterStep(turn, flow.routes.faq)
  }
  askAgain(turn, route, text)
}

function askAgain(turn: Turn, route: Route, text: string): void {
  if (route.to === 'smalltalk') turn.say('smalltalk')
  else {
    const unplaced = turn.state.unplaced + 1
    turn.change({ unplaced })
    if (unplaced >= MOST_UNPLACED) {
      turn.say('handoff.unplaced')
      return turn.callPerson({ code: 'unplaced', because: text })
    }
    turn.say('ask-again')
  }
  const { prompt } = turn.state
  if (prompt) return turn.ask(prompt.step, { ...prompt })
  enterStep(turn, turn.flow.menu)
}
