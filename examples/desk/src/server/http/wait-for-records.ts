import type { Page, Refused } from '@shopbell/core'
import type { DeskParts } from '../desk-parts.js'
import { findConversation } from '../log/conversation.js'
import { asId, asInteger } from '../parse.js'
import { type Access, type Claim, opens } from '../shopper/authenticate.js'
import { notFound } from './refusal.js'

/** How long a poll stays open when there is nothing new. */
const LONG_POLL = 25_000

/** Answers with the records after `seq`; where there are none yet, waits for one. Without an epoch: the log's present one. */
export async function waitForRecords(
  parts: DeskParts,
  claim: Claim & Access,
  from: { readonly conversation: unknown; readonly epoch: string | undefined; readonly seq: number },
  gone: AbortSignal,
  read: (from: { readonly after: unknown }) => Promise<Page | Refused>,
): Promise<Page | Refused> {
  const id = asIdOrNotFound(from.conversation)
  const conversation = await findConversation(parts.database, claim.site, id)
  if (conversation?.owner !== claim.owner || !opens(claim, id)) throw notFound()
  const cursor = { conversation: id, epoch: from.epoch ?? conversation.epoch, seq: asInteger(from.seq, 0, 2_000_000_000) }
  // Listening starts before the first look, so that nothing falls between the two.
  let wake: () => void = () => undefined
  const news = new Promise<void>((resolve) => {
    wake = resolve
  })
  const stop = parts.news.listen({
    cares: (change) => change.site === claim.site && change.conversation === id,
    told: wake,
  })
  const timer = setTimeout(wake, LONG_POLL)
  // A desk that stops lets go of who waits; they ask again, and another process answers.
  const over = [gone, parts.closing]
  for (const signal of over) signal.addEventListener('abort', wake, { once: true })
  try {
    const page = await read({ after: cursor })
    if (page && 't' in page) return page
    if (page.records.length > 0 || page.reset) return page
    if (!parts.closing.aborted) await news
    return gone.aborted ? page : await read({ after: cursor })
  } finally {
    clearTimeout(timer)
    for (const signal of over) signal.removeEventListener('abort', wake)
    stop()
  }
}

function asIdOrNotFound(value: unknown): string {
  try {
    return asId(value)
  } catch {
    throw notFound()
  }
}
