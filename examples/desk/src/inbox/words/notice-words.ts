import type { LogFact, NoticeCode } from '@shopbell/core'
import type { Hours } from '../wire/conversation.js'
import { momentWords } from './time-words.js'

const CODES: { readonly [code in NoticeCode]: string } = {
  'new-conversation': 'A new conversation began',
  restarted: 'The bot started again from its menu',
  'desk-unreachable': 'The shopper was told that the desk could not be reached',
  'desk-refused': 'The shopper was told that the desk did not take an earlier request',
  'session-ended': 'The shopper was told that an earlier conversation cannot go on in their browser',
  'queued-again': 'The shopper was told that they are in the queue again',
  'ticket-again': 'The shopper was told that we will write to them',
  'stored-in-memory': 'The shopper’s browser keeps this only until the page is closed',
}

/** A notice of a code, in words. */
export function noticeCodeWords(code: NoticeCode): string {
  return CODES[code]
}

/** What happened to a conversation, in words for the agents; null for a line that somebody said. */
export function noticeWords(fact: LogFact, me: string): string | null {
  switch (fact.kind) {
    case 'opened':
      return fact.want === 'live' ? 'Passed on to a person' : 'Left as a ticket'
    case 'claimed':
      return `${fact.agent === me ? 'You' : fact.agent || 'Somebody'} took this`
    case 'released':
      return 'Back in the queue'
    case 'deferred':
      return `Turned into ticket ${fact.ticket}${fact.due === null ? '' : `, answer promised by ${momentWords(fact.due)}`}`
    case 'closed':
      return fact.resolved ? 'Closed as resolved' : 'Closed, not resolved'
    case 'rated':
      return `The shopper rated this ${fact.score} of 5`
    case 'notice':
      return noticeCodeWords(fact.code)
    default:
      return null
  }
}

/** What shoppers see now, in two short sentences. Who has no connection counts as away, and it may be that nobody else is there. */
export function hoursWords(
  hours: Hours,
  online: boolean,
): {
  readonly now: string
  readonly effect: string
} {
  const how = hours.forced === null ? 'by the clock' : 'by hand'
  if (hours.open && !online) {
    return { now: `Open ${how}`, effect: 'Without your connection, shoppers meet a person only where a colleague is here.' }
  }
  return hours.open
    ? { now: `Open ${how}`, effect: 'Shoppers can talk to a person now.' }
    : {
        now: `Closed ${how}`,
        effect: 'Shoppers are offered a ticket, and told when to expect an answer.',
      }
}
