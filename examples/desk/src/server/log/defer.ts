import type { By, Id, LogRecord } from '@shopbell/core'
import { crashPoint } from '../crash-points.js'
import type { Queries } from '../database/database.js'
import { newId } from '../secrets.js'
import { appendRecord } from './append-record.js'
import { type Conversation, changeConversation } from './conversation.js'

/** Turns a conversation into a ticket: a promise to write, with the time it was promised for. A ticket keeps its name, and who is at it. */
export async function defer(
  queries: Queries,
  conversation: Conversation,
  { at, by, cmid, due }: { readonly at: number; readonly by: By; readonly cmid?: Id; readonly due: number | null },
): Promise<LogRecord> {
  const ticket = conversation.ticket ?? newId().slice(0, 8).toUpperCase()
  // Whoever talked to the shopper is free again; whoever is writing to them is still writing.
  const agent = conversation.status === 'ticket' ? conversation.agent : null
  await changeConversation(queries, conversation, {
    status: 'ticket',
    ticket,
    due,
    promised: due,
    answered: null,
    queued: null,
    agent,
  })
  crashPoint('during-ticket')
  return appendRecord(queries, conversation, {
    at,
    by,
    fact: { kind: 'deferred', ticket, due },
    ...(cmid === undefined ? {} : { cmid }),
  })
}
