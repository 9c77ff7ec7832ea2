import type { LogRecord } from '../delivery/protocol.js'
import type { Decision, Outcome } from './decision.js'
import type { Packet } from './packet.js'
import { shorten } from './summarise.js'

/** Characters of one value in the text: enough to know the matter, and never a page of it. */
const LONGEST = 400
const MOST_LINES = 40

const OUTCOME_WORDS: { readonly [outcome in Outcome]: string } = {
  refund: 'Refund',
  replace: 'Send a new one',
  repair: 'Repair free of charge',
  'repair-charged': 'Repair, charged',
  'store-credit': 'Store credit',
  cancelled: 'Order cancelled',
  changed: 'Order changed',
  reject: 'Rejected',
}

/** A decision in one line, for agents and their mail: `Refund of 12.50 EUR (return)`. */
export function decisionLine({ request, outcome, amount, note, replaces }: Decision): string {
  const money = amount ? ` of ${amount.value.toFixed(2)} ${amount.currency}` : ''
  const again = replaces === undefined ? '' : ', in place of an earlier decision'
  return `${OUTCOME_WORDS[outcome]}${money} (${request})${again}${note === '' ? '' : `: ${shorten(oneLine(note), LONGEST)}`}`
}

/**
 * A ticket as plain text, at most a few kilobytes: to mail, to print, or to keep in a system that takes a note and nothing else. What
 * is in it was said by the shopper's browser, but for the decisions, which are the log's.
 *
 * @example ticketText(packet, records) // 'Wants to return a kettle.\n\nReason: return\n…\n\nDecided\n- Refund (return): …'
 */
export function ticketText(packet: Packet, records: readonly LogRecord[]): string {
  const decided = records.flatMap(({ fact, name }) =>
    fact.kind === 'decided' ? [`${name ? `${name}: ` : ''}${decisionLine(fact)}`] : [],
  )
  const facts = Object.entries(packet.facts).map(([name, { value }]) => `${name}: ${value}`)
  const tried = packet.tried.map(
    ({ article, helped, missing }) =>
      `${article.title}${helped === null ? '' : helped ? ' (helped)' : ' (did not help)'}${missing ? `: ${missing}` : ''}`,
  )
  const parts = [
    [packet.summary || 'No summary.'],
    [
      `Reason: ${packet.reason.code}${packet.reason.because === '' ? '' : ` (“${oneLine(packet.reason.because)}”)`}`,
      ...(packet.reason.request ? [`To be decided: ${packet.reason.request}`] : []),
      ...(packet.order ? [`Order: ${packet.order.number}`] : []),
      ...(packet.page === null ? [] : [`Page: ${packet.page}`]),
    ],
    headed('Decided', decided),
    headed('Told us', facts),
    headed('Read', tried),
    headed(
      'Pictures',
      packet.attachments.map(({ name }) => name),
    ),
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function headed(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const shown = lines.slice(-MOST_LINES).map((line) => `- ${shorten(oneLine(line), LONGEST)}`)
  return [title, ...shown]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
