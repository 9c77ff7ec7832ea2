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
    const { length, chunks } = transcript
    const count = length - told.length
    // Of a long story only the chunks that hold something new are looked at: this happens at every change.
    const more = count > 0 ? toArray({ ...transcript, chunks: chunks.slice(-1 - count / CHUNK) }).slice(-count) : []
    for (const { at, by, content } of more)
      if (at >= since) events.emit(by === 'shopper' ? 'message:sent' : 'message:received', { by, kind: content.kind })
    if (unread !== told.unread) events.emit('unread:changed', { unread })
    if (status !== told.status) events.emit('state:changed', { status })
    told = { status, length, unread }
  }
  tell()
  return chat.subscribe(tell)
}
