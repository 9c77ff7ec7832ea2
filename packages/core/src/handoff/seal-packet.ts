import type { Entry, Id } from '../conversation/entry.js'
import type { State } from '../conversation/state.js'
import { encodedSize } from '../delivery/encoded-size.js'
import { LIMITS } from '../limits.js'
import type { Packet } from './packet.js'
import type { ReasonCode } from './reason.js'

/** Where the shopper is: the page's address, the language, the zone. */
export interface Surroundings {
  readonly page?: () => string
  readonly locale?: string
  readonly zone?: string
}

/** The lines since the last new conversation began: earlier ones are not this person's business. */
export function storySince(entries: readonly Entry[]): readonly Entry[] {
  let from = entries.length
  while (from > 0 && !beginsAnew(entries[from - 1])) from--
  return entries.slice(from)
}

function beginsAnew(entry: Entry | undefined): boolean {
  return entry?.content.kind === 'notice' && entry.content.code === 'new-conversation'
}

/** Articles go by their titles; a person who needs the text has the article. */
function forPacket(entry: Entry): Entry {
  if (entry.content.kind !== 'article') return entry
  return { ...entry, content: { kind: 'article', article: { ...entry.content.article, body: '' } } }
}

/**
 * Everything a person needs, sealed at the moment of the handoff. The oldest lines are left out, and counted, until the whole
 * fits into a command of 48 kB with room for its envelope.
 */
export function sealPacket(state: State, conversation: Id, entries: readonly Entry[], at: number, around: Surroundings): Packet {
  const reason = state.reason ?? { code: 'other', because: '' }
  const lines = storySince(entries).map(forPacket)
  const bare: Packet = {
    schema: 'shopbell.handoff/1',
    conversation,
    reason,
    priority: priorityOf(reason.code),
    team: teamOf(reason.code),
    summary: state.summary ?? '',
    facts: state.facts,
    order: state.order,
    tried: state.tried,
    story: [],
    omitted: 0,
    ...(state.redactions ? { redactions: state.redactions } : {}),
    page: withoutQuery(around.page?.()),
    locale: around.locale ?? 'en',
    zone: around.zone ?? 'UTC',
    opened: at,
    flow: state.flow,
  }
  let room = LIMITS.command - 2_000 - encodedSize(bare)
  let from = lines.length
  while (from > 0) {
    const line = lines[from - 1]
    room -= encodedSize(line) + 1
    if (room < 0) break
    from--
  }
  return { ...bare, story: lines.slice(from), omitted: from }
}

/** What the bot thinks of the urgency. The desk decides. */
function priorityOf(code: ReasonCode): 'normal' | 'high' | 'urgent' {
  if (code === 'safety') return 'urgent'
  return code === 'emotional' || code === 'damaged' || code === 'order-lost' || code === 'order-missing' ? 'high' : 'normal'
}

/** Which team the bot thinks of. The desk decides. */
function teamOf(code: ReasonCode): string | null {
  return code === 'presale' ? 'sales' : null
}

/** What comes after the path may say who somebody is. */
function withoutQuery(address: string | undefined): string | null {
  return address?.split(/[?#]/, 1)[0] ?? null
}
