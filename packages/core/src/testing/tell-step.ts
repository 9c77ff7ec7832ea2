import type { TraceStep } from '../chat-contract.js'
import type { Effect } from '../conversation/effect.js'
import type { Content, Entry } from '../conversation/entry.js'
import type { CallResult, ChatEvent } from '../conversation/event.js'
import type { Option, Prompt } from '../conversation/prompt.js'
import type { State } from '../conversation/state.js'

/** What can be tapped, articles first. */
export function optionsOf(prompt: Prompt | null): readonly Pick<Option, 'id' | 'label'>[] {
  if (!prompt) return []
  const articles = prompt.kind === 'articles' ? prompt.articles.map(({ id, title }) => ({ id, label: title })) : []
  return 'options' in prompt ? [...articles, ...prompt.options] : articles
}

function wordsOf(content: Content): string {
  switch (content.kind) {
    case 'text':
    case 'answered':
      return content.text
    case 'order':
      return `[order ${content.order.number}]`
    case 'article':
      return `[article ${content.article.title}]`
    case 'cards':
      return `[${content.cards.map(({ title }) => title).join(' | ')}]`
    case 'file':
      return `[picture ${content.name}]`
    case 'notice':
      return `[${content.code}]`
    case 'decided':
      return `[${content.request}: ${content.outcome}]`
    case 'late':
    case 'unsupported':
      return `[${content.kind}]`
  }
}

/** A line of the story as `who: words`. */
export function tellEntry({ by, content }: Pick<Entry, 'by' | 'content'>): string {
  return `${by}: ${wordsOf(content)}`
}

/**
 * What one step says, a line each: who said what, what the shop was asked, and, set in, what waits for the shopper now. A step
 * that changed nothing says nothing. `cause` is why the call has failed that it tells of, where that is known.
 */
export function tellStep({ event, before, after, entries, effects }: TraceStep, cause?: string): readonly string[] {
  if (before === after && entries.length === 0 && effects.length === 0) return []
  return [
    ...tellEvent(event, before, entries, cause),
    ...entries.map(tellEntry),
    ...effects.flatMap((effect) => tellEffect(effect, after)),
    ...(after.prompt && after.prompt !== before.prompt ? tellPrompt(after.prompt) : []),
  ]
}

/** What the event is, where no line of the story says it. */
function tellEvent(event: ChatEvent, before: State, entries: readonly Entry[], cause?: string): readonly string[] {
  const spoken = entries.some(({ by }) => by === 'shopper')
  switch (event.type) {
    case 'call.done':
      return [`shop: ${before.pending?.step ?? event.call} → ${tellResult(event.result)}`]
    case 'call.failed':
      return [`shop: ${before.pending?.step ?? event.call} → ${event.why}${cause === undefined ? '' : ` (${cause})`}`]
    case 'log.advanced':
      return [`desk: [${event.status}]`]
    case 'availability.changed': {
      const open = event.availability?.open ?? true
      return open === (before.availability?.open ?? true) ? [] : [`desk: [${open ? 'open' : 'closed'}]`]
    }
    case 'page.changed':
      return [`page: ${Object.keys(event.facts).join(', ')}`]
    case 'choose':
      return spoken ? [] : [`shopper: (taps ${event.option})`]
    case 'submit':
      return spoken ? [] : ['shopper: (sends the form)']
    case 'rate':
      return [`shopper: (rates ${event.score})`]
    case 'back':
    case 'restart':
    case 'resumed':
    case 'defer':
    case 'close':
      return [`shopper: (${OWN_WORDS[event.type]})`]
    case 'desk.unreachable':
      return ['desk: [cannot be reached]']
    case 'desk.refused':
      return ['desk: [does not take it]']
    default:
      return []
  }
}

const OWN_WORDS = {
  back: 'goes back',
  restart: 'begins anew',
  resumed: 'comes back to the page',
  defer: 'does not wait any longer',
  close: 'ends the conversation',
} as const

function tellResult(result: CallResult): string {
  switch (result.found) {
    case 'nothing':
      return 'nothing'
    case 'order':
      return `order ${result.order.number}`
    case 'topics':
      return `${result.topics.length} topics`
    case 'articles':
      return `${result.articles.length} articles`
    case 'article':
      return `article ${result.article.title}`
    case 'value':
      return JSON.stringify(result.value).slice(0, 120)
  }
}

function tellEffect(effect: Effect, { reason }: State): readonly string[] {
  switch (effect.do) {
    case 'call': {
      const input = Object.entries(effect.input).map(([name, value]) => `${name} ${value === '' ? '?' : value}`)
      return [`  → ${effect.name}(${input.join(', ')})`]
    }
    case 'open':
      return [`  → ${effect.want === 'live' ? 'a person is called' : 'a ticket is left'}: ${reason?.code ?? 'other'}`]
    case 'send':
      return effect.op.op === 'message' ? [tellEntry({ by: 'shopper', content: effect.op.content })] : []
    default:
      return []
  }
}

/** What waits for the shopper, set in. */
export function tellPrompt(prompt: Prompt): readonly string[] {
  const labels = optionsOf(prompt).map(({ label }) => label)
  const offers = labels.length > 0 ? [`  offers: ${labels.join(' | ')}`] : []
  if (prompt.kind === 'rating') return ['  asks: a rating']
  if (!('fields' in prompt)) return offers
  const fields = prompt.fields.map(({ label, optional }) => (optional ? `${label} (optional)` : label))
  const errors = [
    ...prompt.fields.flatMap(({ label, error }) => (error === undefined ? [] : [`  corrects: ${label}: ${error}`])),
    ...('error' in prompt && prompt.error !== undefined ? [`  corrects: ${prompt.error}`] : []),
  ]
  if (prompt.kind === 'form') return [`  asks: ${fields.join(', ')} → ${prompt.submit}`, ...errors, ...offers]
  return [
    `  shows: ${prompt.summary}`,
    ...prompt.lines.map(({ label, value }) => `  goes along: ${label}: ${value}`),
    ...(fields.length > 0 ? [`  asks: ${fields.join(', ')}`] : []),
    ...errors,
  ]
}
