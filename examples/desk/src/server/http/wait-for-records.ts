import type { Page, Refused } from '@shopbell/core'
import { pageOfNone } from '@shopbell/core/desk'
import type { DeskParts } from '../desk-parts.js'
import { findConversation } from '../log/conversation.js'
import { asId, asInteger } from '../parse.js'
import { type Access, type Claim, opens } from '../shopper/authenticate.js'
import { notFound } from './refusal.js'

/** How long a poll stays open when there is nothing new, in milliseconds. */
export const LONG_POLL = 25_000
/** Whoever asked is there for as long as it takes to ask again, in milliseconds. */
const LINGERS = 5_000

/** What is asked for. Without an epoch: the log's present one. Without patience: what is there, and nothing else. */
export interface Asked {
  readonly cursor: { readonly conversation: unknown; readonly epoch: string | undefined; readonly seq: number }
  readonly patience: number
  readonly backwards: boolean
}

/** Answers with the records after `seq`, or before it; where there are none yet, waits for one. */
export async function waitForRecords(
  parts: DeskParts,
  claim: Claim & Access,
  asked: Asked,
  gone: AbortSignal,
  read: (from: { readonly after: unknown } | { readonly before: unknown }) => Promise<Page | Refused>,
): Promise<Page | Refused> {
  const { site, owner } = claim
  const id = asIdOrNotFound(asked.cursor.conversation)
  const conversation = await findConversation(parts.database, site, id)
  const seq = asInteger(asked.cursor.seq, 0, 2_000_000_000)
  if (conversation?.owner !== owner || !opens(claim, id)) {
    // Who names no epoch follows no log, and has none to begin anew.
    if (asked.cursor.epoch === undefined) throw notFound()
    return pageOfNone({ conversation: id, epoch: asId(asked.cursor.epoch), seq })
  }
  const cursor = { conversation: id, epoch: asked.cursor.epoch ?? conversation.epoch, seq }
  if (asked.patience === 0) return read(asked.backwards ? { before: cursor } : { after: cursor })
  // Listening starts before the first look, so that nothing falls between the two.
  let wake: () => void = () => undefined
  const news = new Promise<void>((resolve) => {
    wake = resolve
  })
  const stop = parts.news.listen({
    cares: (change) => change.site === site && change.conversation === id,
    told: wake,
  })
  const timer = setTimeout(wake, asked.patience)
  // A desk that stops lets go of who waits; they ask again, and another process answers.
  const over = [gone, parts.closing]
  for (const signal of over) signal.addEventListener('abort', wake, { once: true })
  const only = claim.only ? id : undefined
  parts.presence.shopperCame(site, owner, only)
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
    setTimeout(() => parts.presence.shopperLeft(site, owner, only), LINGERS).unref()
  }
}

function asIdOrNotFound(value: unknown): string {
  try {
    return asId(value)
  } catch {
    throw notFound()
  }
}
