import type { Id, LogRecord } from '@shopbell/core'
import { decisionLine, ticketText } from '@shopbell/core/desk'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import { findConversation } from '../log/conversation.js'
import { readRecords } from '../log/read-log.js'
import { newId } from '../secrets.js'

/** One address and nothing else: no list, no name, no line break that could become a header. */
const ADDRESS = /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[a-z\d](?:[a-z\d.-]{0,250})\.[a-z\d-]{2,63}$/iu

/**
 * Writes the mail that brings an answer to a ticket, in the transaction of the answer: both are there or neither. Nothing for a
 * shopper who is in the chat, who left no address, or where the desk has no way to mail.
 */
export async function queueMail(
  { sendsMail, now, presence }: Pick<DeskParts, 'sendsMail' | 'now' | 'presence'>,
  queries: Queries,
  where: { readonly site_id: string; readonly conversation: Id },
  answer: LogRecord,
): Promise<void> {
  if (!sendsMail) return
  const conversation = await findConversation(queries, where.site_id, where.conversation)
  if (!conversation || conversation.ticket === null) return
  // Whoever was met in the chat may have left it since.
  const meets = conversation.status !== 'ticket'
  if (meets && (await presence.isShopperAnywhere(queries, conversation.site_id, conversation.owner, where.conversation))) return
  const records = await readRecords(queries, conversation, 0)
  const opened = records.findLast(({ fact }) => fact.kind === 'opened')?.fact
  if (opened?.kind !== 'opened') return
  const { packet } = opened
  const to = packet.facts.email?.value.trim() ?? ''
  if (!ADDRESS.test(to)) return
  const { fact } = answer
  const said = fact.kind === 'text' ? fact.text : fact.kind === 'decided' ? decisionLine(fact) : ''
  const subject = `Re: ${oneLine(packet.summary).slice(0, 120) || 'your question'} [${conversation.ticket ?? ''}]`
  const body = [said, answer.name ? `– ${answer.name}` : '', LINK_HERE, 'What this is about:', ticketText(packet, records)]
  await queries.query(
    `insert into mails (site_id, mail, conversation, seq, page, recipient, subject, body, at, due)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict do nothing`,
    [
      conversation.site_id,
      newId(),
      conversation.conversation,
      answer.seq,
      packet.page,
      to,
      storable(subject),
      storable(body.filter(Boolean).join('\n\n')),
      now(),
    ],
  )
}

/** Where the link goes. It is made when the mail leaves, so that no table ever holds one. */
export const LINK_HERE = '{{link}}'

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

/** Columns of text hold neither NUL nor half a character; a mail needs neither. */
function storable(text: string): string {
  return text.replace(/\0|\p{Cs}/gu, '\uFFFD')
}
