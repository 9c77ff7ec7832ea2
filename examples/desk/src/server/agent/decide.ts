import { type Decision, type Id, LIMITS, type LogRecord } from '@shopbell/core'
import { amountOf, faultOf, OUTCOMES } from '@shopbell/core/desk'
import type { DeskParts } from '../desk-parts.js'
import { Refusal } from '../http/refusal.js'
import { appendRecord } from '../log/append-record.js'
import { readRecords } from '../log/read-log.js'
import { queueMail } from '../mail/queue-mail.js'
import { asId, asInteger, asOneOf, asText, fieldsOf, ifThere, Malformed } from '../parse.js'
import { changeAsAgent, markAnswered, refuseClosed, refuseMoved, refuseTaken } from './change-conversation.js'
import { takeOn } from './claim.js'
import type { AgentSession } from './session.js'

/**
 * Writes a person's decision about the shopper's request into the log, once: a second one is refused, and told of the first, unless
 * it names the one that it replaces and says why. The same `id` again gives the same record. As with a reply, nothing is decided
 * past what the shopper wrote after `base`.
 */
export async function decide(parts: DeskParts, session: AgentSession, id: Id, value: unknown): Promise<LogRecord> {
  const read = fieldsOf(value)
  const name = asId(read('id'))
  const base = asInteger(read('base'), 0, 2_000_000_000)
  const outcome = asOneOf(read('outcome'), OUTCOMES)
  const amount = ifThere(read('amount'), asAmount)
  const replaces = ifThere(read('replaces'), (seq) => asInteger(seq, 1, 2_000_000_000))
  const note = asText(read('note'), LIMITS.message).trim()
  return changeAsAgent(parts, session, id, async (queries, conversation) => {
    const records = await readRecords(queries, conversation, 0)
    const same = records.find(({ cmid }) => cmid === name)
    if (same) {
      if (same.fact.kind !== 'decided' || same.fact.outcome !== outcome) throw new Refusal(422, { error: 'invalid' })
      return same
    }
    refuseClosed(conversation)
    await refuseTaken(queries, session, conversation)
    const opened = records.findLastIndex(({ fact }) => fact.kind === 'opened')
    const asked = records[opened]?.fact
    const request = asked?.kind === 'opened' ? asked.packet.reason.request : undefined
    if (!request) throw new Refusal(409, { error: 'no-request' })
    const before = records.slice(opened).findLast(({ fact }) => fact.kind === 'decided')
    if (before?.seq !== replaces) throw new Refusal(409, { error: 'decided', by: before?.name ?? '', seq: before?.seq ?? 0 })
    const decision: Decision = {
      request,
      outcome,
      note,
      ...(amount === undefined || amountOf(outcome) === 'none' ? {} : { amount: { value: amount, currency: parts.currency } }),
      ...(replaces === undefined ? {} : { replaces }),
    }
    const fault = faultOf(decision)
    if (fault) throw new Refusal(422, { error: 'invalid', field: fault })
    await refuseMoved(queries, conversation, base)
    await takeOn(parts, queries, session, conversation)
    await markAnswered(queries, conversation, parts.now())
    const record = await appendRecord(queries, conversation, {
      at: parts.now(),
      by: 'agent',
      name: session.name,
      cmid: name,
      fact: { kind: 'decided', ...decision },
    })
    await queueMail(parts, queries, conversation, record)
    return record
  })
}

/** Money with at most two decimals, above nothing and below a billion. */
function asAmount(value: unknown): number {
  if (typeof value !== 'number' || !(value > 0 && value < 1e9)) throw new Malformed('invalid', 'amount')
  return Math.round(value * 100) / 100
}
