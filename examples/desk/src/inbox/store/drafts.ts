import { signal } from '@preact/signals'
import type { Id } from '@shopbell/core'

/** What the reply box writes: words to the shopper, or a note that stays inside. */
export type Mode = 'reply' | 'note'

/**
 * What was typed and not sent, per conversation, in memory. A reply and a note have a draft each: what was begun as a note can
 * never turn into a message by a slip of the switch.
 */
export function createDrafts() {
  const texts = signal<ReadonlyMap<string, string>>(new Map())
  const modes = signal<ReadonlyMap<Id, Mode>>(new Map())
  const key = (conversation: Id, mode: Mode) => `${mode} ${conversation}`

  const drafts = {
    text: (conversation: Id, mode: Mode): string => texts.value.get(key(conversation, mode)) ?? '',
    write(conversation: Id, mode: Mode, text: string) {
      const next = new Map(texts.peek())
      if (text === '') next.delete(key(conversation, mode))
      else next.set(key(conversation, mode), text)
      texts.value = next
    },
    /** Puts a text that could not be sent back, before whatever was typed since. */
    putBack(conversation: Id, mode: Mode, text: string) {
      const since = texts.peek().get(key(conversation, mode)) ?? ''
      drafts.write(conversation, mode, since === '' ? text : `${text}\n${since}`)
    },
    /** Makes a reply that cannot be sent a note. Only this way round, and only when asked: a note never becomes a reply. */
    turnIntoNote(conversation: Id) {
      drafts.putBack(conversation, 'note', drafts.text(conversation, 'reply'))
      drafts.write(conversation, 'reply', '')
      drafts.setMode(conversation, 'note')
    },
    mode: (conversation: Id): Mode => modes.value.get(conversation) ?? 'reply',
    setMode(conversation: Id, mode: Mode) {
      modes.value = new Map(modes.peek()).set(conversation, mode)
    },
    /** Whether there is a reply that somebody began. */
    has: (conversation: Id): boolean => texts.value.has(key(conversation, 'reply')),
    /** Whether anything at all would be lost by leaving. */
    any: (): boolean => texts.peek().size > 0,
    /** Forgets everything, for when somebody else sits down. */
    clear() {
      texts.value = new Map()
      modes.value = new Map()
    },
  }
  return drafts
}

/** The drafts of one inbox. */
export type Drafts = ReturnType<typeof createDrafts>
