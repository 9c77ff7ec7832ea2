import type { LogFact, LogRecord } from '../delivery/protocol.js'
import { LIMITS } from '../limits.js'
import { parseBy, parseContent } from './parse-content.js'
import { parsePacket } from './parse-packet.js'
import { count, instant, name, oneOf, optional, type Reader, reader, text } from './read.js'

/** A line of the desk's log, made anew. Without a number it has no place in the log, and is `null`; an unknown kind keeps its place. */
export function parseRecord(value: unknown): LogRecord | null {
  const read = reader(value)
  const seq = count(read?.('seq'))
  if (!read || !seq) return null
  return {
    seq,
    at: instant(read('at')) ?? 0,
    by: parseBy(read('by')),
    fact: parseFact(read('fact')),
    ...optional('cmid', name(read('cmid'))),
    ...optional('name', text(read('name'), LIMITS.name)),
  }
}

function parseFact(value: unknown): LogFact {
  const read = reader(value)
  return (read && news(read)) ?? parseContent(value)
}

function news(read: Reader): LogFact | null {
  const kind = read('kind')
  if (kind === 'opened') {
    const packet = parsePacket(read('packet'))
    return (
      packet && {
        kind,
        want: oneOf(read('want'), ['live', 'ticket']) ?? 'live',
        packet,
      }
    )
  }
  if (kind === 'claimed') return { kind, agent: text(read('agent'), LIMITS.name) ?? '' }
  if (kind === 'released') return { kind }
  if (kind === 'deferred')
    return {
      kind,
      ticket: text(read('ticket'), LIMITS.name) ?? '',
      due: instant(read('due')),
    }
  if (kind === 'closed') return { kind, resolved: read('resolved') === true }
  if (kind === 'rated') return { kind, score: count(read('score')) ?? 0 }
  if (kind === 'erased') return { kind, seq: count(read('seq')) ?? 0 }
  return null
}
