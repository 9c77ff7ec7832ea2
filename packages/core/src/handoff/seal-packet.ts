import type { Entry, Id } from '../conversation/entry.js'
import type { State } from '../conversation/state.js'
import { factValue } from '../facts/fact-value.js'
import { fitPacket } from './fit-packet.js'
import type { Attachment, Packet, PacketCart, PacketCustomer, PacketProduct } from './packet.js'
import { promisedFrom } from './promise.js'
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
 * Everything a person needs, sealed at the moment of the handoff, and small enough for a command of 48 kB with room for its envelope:
 * the oldest lines are left out, long values shortened, and both are counted.
 */
export function sealPacket(state: State, conversation: Id, entries: readonly Entry[], at: number, around: Surroundings): Packet {
  const reason = state.reason ?? { code: 'other', because: '' }
  // What the shopper wrote as the summary stands there, and is not told a second time as the line of this turn.
  const story = storySince(entries.filter(({ turn }) => turn !== conversation)).map(forPacket)
  const { availability } = state
  const promised = availability?.open && availability.wait ? promisedFrom(availability.wait, at).until : undefined
  return fitPacket({
    schema: 'shopbell.handoff/1',
    conversation,
    reason,
    priority: reason.priority ?? priorityOf(reason.code),
    team: reason.team ?? teamOf(reason.code),
    summary: state.summary ?? '',
    facts: state.facts,
    order: state.order,
    tried: state.tried,
    story,
    omitted: 0,
    shortened: 0,
    attachments: attachmentsOf(story),
    ...toldByPage(state),
    redactions: state.redactions ?? 0,
    page: withoutQuery(around.page?.()),
    locale: around.locale ?? 'en',
    zone: around.zone ?? 'UTC',
    opened: at,
    timings: { began: story[0]?.at ?? at, sealed: at, ...(promised === undefined ? {} : { promised }) },
    flow: state.flow,
  })
}

function attachmentsOf(story: readonly Entry[]): readonly Attachment[] {
  return story.flatMap(({ by, content }) =>
    by === 'shopper' && content.kind === 'file' ? [{ upload: content.upload, name: content.name }] : [],
  )
}

/** What the page has told about product, cart and customer, by the names that it uses for them. */
function toldByPage({ facts }: State): {
  readonly product: PacketProduct | null
  readonly cart: PacketCart | null
  readonly customer: PacketCustomer
} {
  const [title, worth] = [factValue(facts, 'product'), factValue(facts, 'cart')]
  return {
    product: title === '' ? null : { title, ...some({ id: factValue(facts, 'productId'), url: factValue(facts, 'productUrl') }) },
    cart:
      worth === '' ? null : { worth, ...some({ currency: factValue(facts, 'currency'), items: factValue(facts, 'cartItems') }) },
    customer: some({
      id: factValue(facts, 'customerId'),
      name: factValue(facts, 'name'),
      email: factValue(facts, 'email'),
      proof: factValue(facts, 'customerProof'),
    }),
  }
}

/** The fields that are not empty. */
function some<Fields extends Readonly<Record<string, string>>>(fields: Fields): { readonly [Name in keyof Fields]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as { [Name in keyof Fields]?: string }
}

/** What the bot thinks of the urgency, where the flow says nothing. The desk decides. */
function priorityOf(code: ReasonCode): Packet['priority'] {
  if (code === 'safety') return 'urgent'
  return code === 'payment' || code === 'emotional' || code === 'damaged' || code === 'order-lost' || code === 'order-missing'
    ? 'high'
    : 'normal'
}

/** Which team the bot thinks of, where the flow says nothing. The desk decides. */
function teamOf(code: ReasonCode): string | null {
  return code === 'presale' ? 'sales' : null
}

/** What comes after the path may say who somebody is. */
function withoutQuery(address: string | undefined): string | null {
  return address?.split(/[?#]/, 1)[0] ?? null
}
