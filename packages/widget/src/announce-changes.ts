import { type Chat, toArray } from '@shopbell/core'
import type { PageEventBus } from './page-events.js'

/** So many entries are in a chunk of a transcript. */
const CHUNK = 64

/**
 * Tells the page what has happened in a conversation, and what changes from now on. Lines that were there before `since` (milliseconds since 1970) are history, not
 * news. The answer ends it.
 */
export function announceChanges(chat: Chat, events: PageEventBus, since: number): () => void {
  let told = { status: 'idle', length: 0, unread: 0 }
  const tell = () => {
    const { status, transcript, unread } = chat.getSnapshot()
    const { length } = transcript
    // Of a long story the full chunks that were told are left out first: this happens at every change.
    const from = Math.floor(told.length / CHUNK)
    const more =
      length > told.length
        ? toArray({ ...transcript, chunks: transcript.chunks.slice(from) }).slice(told.length - from * CHUNK)
        : []
    for (const { at, by, content } of more) {
      if (at < since) continue
      if (by === 'shopper') events.emit('message:sent', { kind: content.kind })
      else events.emit('message:received', { by, kind: content.kind })
    }
    if (unread !== told.unread) events.emit('unread:changed', { unread })
    if (status !== told.status) events.emit('state:changed', { status })
    told = { status, length, unread }
  }
  tell()
  return chat.subscribe(tell)
}
