import { type Command, type Content, type Id, LIMITS, type Op, type RejectCode } from '@shopbell/core'
import { asId, asInteger, asName, asOneOf, asText, fieldsOf, Malformed, refuseDepth } from '../parse.js'
import { sha256 } from '../secrets.js'
import { parsePacket } from './parse-packet.js'

/** A command's label: what is needed to answer it, even if what is inside has to be refused. */
export interface Envelope {
  readonly cmid: Id
  readonly conversation: Id
  readonly outbox: Id
  readonly n: number
  readonly op: Op['op']
  /** Of what it asks, and nothing of where it waited: a command may be numbered anew and sent again. */
  readonly hash: string
}

const OPS: readonly Command['op'][] = ['open', 'message', 'defer', 'close', 'rate', 'skip']
/** These name and place a command; everything else in it is what it asks. */
const LABEL = new Set(['cmid', 'conversation', 'outbox', 'n', 'at'])

/** Reads the label. Throws `Malformed` where not even that can be read: such a sender is not one of ours. */
export function parseEnvelope(value: unknown): Envelope {
  refuseDepth(value)
  const read = fieldsOf(value)
  return {
    cmid: asId(read('cmid')),
    conversation: asId(read('conversation')),
    outbox: asId(read('outbox')),
    n: asInteger(read('n'), 1, 2_000_000_000),
    op: asOneOf(read('op'), OPS),
    hash: hashOf(value),
  }
}

/** Reads what the command asks, or says why it is refused for good. */
export function parseOp(value: unknown, envelope: Envelope): { readonly op: Op } | { readonly refused: RejectCode } {
  try {
    if (Buffer.byteLength(JSON.stringify(value)) > LIMITS.command) return { refused: 'too_long' }
    return { op: readOp(value, envelope) }
  } catch (error) {
    if (error instanceof Malformed) return { refused: error.why }
    throw error
  }
}

function readOp(value: unknown, { op, cmid, conversation }: Envelope): Op {
  const read = fieldsOf(value)
  switch (op) {
    case 'open':
      // A conversation is named after its first command; another name could only be somebody else's.
      if (cmid !== conversation) throw new Malformed('invalid', 'conversation')
      return { op, want: asOneOf(read('want'), ['live', 'ticket']), packet: parsePacket(read('packet'), conversation) }
    case 'message':
      return { op, content: readContent(read('content')) }
    case 'rate':
      return { op, score: asInteger(read('score'), 1, 5) }
    case 'skip':
      return { op, skips: asId(read('skips')) }
    default:
      return { op }
  }
}

/** What a shopper may put into the log. Orders, notices and the like are the desk's to say. */
function readContent(value: unknown): Content {
  const read = fieldsOf(value)
  switch (asOneOf(read('kind'), ['text', 'answered', 'file'])) {
    case 'text':
      return { kind: 'text', text: asText(read('text'), LIMITS.message, 1) }
    case 'answered':
      return { kind: 'answered', to: asName(read('to')), text: asText(read('text'), LIMITS.message, 1) }
    case 'file':
      return { kind: 'file', upload: asId(read('upload')), name: asText(read('name'), LIMITS.field) }
  }
}

function hashOf(command: unknown): string {
  const asked = Object.entries(command as object).filter(([name]) => !LABEL.has(name))
  return sha256(JSON.stringify(sorted(Object.fromEntries(asked))))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  // Pairs, not objects: the order of an object's keys is not ours to choose where a key looks like a number.
  return Object.keys(value)
    .sort()
    .map((key) => [key, sorted((value as Record<string, unknown>)[key])])
}
