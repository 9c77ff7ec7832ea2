import { type Chat, type Entry, emptyTranscript, type Snapshot, type Transcript, toArray } from '@shopbell/core'
import type { PageEventBus } from './page-events.js'

/**
 * Tells the page what has happened in a conversation, and what changes from now on. Lines that were there before `since` (milliseconds since 1970) are history, not
 * news. The answer ends it.
 */
export function announceChanges(chat: Chat, events: PageEventBus, since: number): () => void {
  let last: Pick<Snapshot, 'status' | 'transcript' | 'unread'> = { status: 'idle', transcript: emptyTranscript, unread: 0 }
  const tell = () => {
    const next = chat.getSnapshot()
    for (const { at, by, content } of linesAfter(last.transcript, next.transcript)) {
      if (at < since) continue
      if (by === 'shopper') events.emit('message:sent', { kind: content.kind })
      else events.emit('message:received', { by, kind: content.kind })
    }
    if (next.unread !== last.unread) events.emit('unread:changed', { unread: next.unread })
    if (next.status !== last.status) events.emit('state:changed', { status: next.status })
    last = next
  }
  tell()
  return chat.subscribe(tell)
}

/** What `next` has that `before` had not. Almost always it is the end of the tail, and then the rest is not touched. */
function linesAfter(before: Transcript, next: Transcript): readonly Entry[] {
  const more = next.length - before.length
  if (more <= 0) return []
  return more <= next.tail.length ? next.tail.slice(-more) : toArray(next).slice(-more)
}
