import type { Content, Entry, Facts, Packet } from '@shopbell/core'
import { parsePacket as read } from '@shopbell/core/desk'
import { Malformed } from '../parse.js'

/**
 * A fresh packet from what a shopper's browser sent, read by the same parser as theirs. Whatever it claims, it is the shopper's word:
 * nothing is verified, nothing comes from the desk, and what only a desk or a person can say is not heard.
 */
export function parsePacket(value: unknown, conversation: string): Packet {
  const packet = read(value)
  if (!packet) throw new Malformed('invalid', 'packet')
  return {
    ...packet,
    conversation,
    facts: distrusted(packet.facts),
    page: packet.page === null ? null : packet.page.replace(/[?#].*$/s, ''),
    story: packet.story.map((entry): Entry => ({ ...entry, content: asShown(entry.content) })),
  }
}

function distrusted(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      { ...fact, source: fact.source === 'page' ? ('page' as const) : ('shopper' as const), verified: false },
    ]),
  )
}

/** A picture is only ever the one that the desk itself keeps; a decision is made in the log and nowhere else. */
function asShown(content: Content): Content {
  if (content.kind === 'decided' || content.kind === 'late') return { kind: 'unsupported' }
  return content.kind === 'file' ? { kind: 'file', upload: content.upload, name: content.name } : content
}
