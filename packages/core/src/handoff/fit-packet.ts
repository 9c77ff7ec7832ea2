import type { Content, Entry } from '../conversation/entry.js'
import { encodedSize } from '../delivery/encoded-size.js'
import type { Fact, Facts } from '../facts/facts.js'
import { LIMITS } from '../limits.js'
import type { Packet } from './packet.js'
import { shorten } from './summarise.js'

/** What a command needs besides its packet. */
const ENVELOPE = 2_000
/** What the newest lines may count on, whatever else there is. */
const LINES = 8_000
const MOST = LIMITS.command - ENVELOPE
/** How long values may be and how much may have been tried, from what is usual to what always fits. */
const MEASURES: readonly { readonly length: number; readonly tried: number }[] = [
  { length: LIMITS.message, tried: 100 },
  { length: 1_000, tried: 60 },
  { length: 400, tried: 40 },
  { length: 120, tried: 20 },
  { length: 40, tried: 10 },
]
const MOST_FACTS = 100
const MOST_PICTURES = 20
const LONGEST_PROOF = 500

/**
 * The packet, small enough for a command. Lines go first, the oldest before all others; only where the rest alone leaves the newest
 * lines no room are long values shortened, step by step. Nothing goes in silence: `omitted` counts lines, `shortened` values.
 */
export function fitPacket(packet: Packet): Packet {
  const bare = { ...packet, story: [] }
  for (const measure of MEASURES) {
    const fit = measured(bare, measure)
    if (encodedSize(fit) <= MOST - LINES) return withStory(fit, packet.story)
  }
  return withStory(withFewerFacts(measured(bare, { length: 40, tried: 0 })), packet.story)
}

/** The same with no value longer than the measure. What is cut is marked, and counted. */
function measured(packet: Packet, { length, tried }: (typeof MEASURES)[number]): Packet {
  let { shortened } = packet
  const cut = (text: string, most = length) => {
    if (text.length <= most) return text
    shortened++
    return shorten(text, most)
  }
  const field = (text: string) => cut(text, Math.min(length, LIMITS.field))
  const some = <Item>(items: readonly Item[], most: number) => {
    shortened += Math.max(0, items.length - most)
    return most === 0 ? [] : items.slice(-most)
  }
  const fit: Packet = {
    ...packet,
    reason: { ...packet.reason, because: cut(packet.reason.because) },
    facts: Object.fromEntries(
      some(Object.entries(packet.facts), MOST_FACTS).map(([name, fact]) => [name, shortFact(fact, cut)] as const),
    ),
    order: packet.order && { ...packet.order, parcels: some(packet.order.parcels, 20) },
    tried: some(packet.tried, tried).map(({ article: { id, title }, helped, missing }) => ({
      article: { id, title: field(title) },
      helped,
      ...(missing === undefined ? {} : { missing: cut(missing) }),
    })),
    attachments: some(packet.attachments, MOST_PICTURES).map(({ upload, name }) => ({ upload, name: field(name) })),
    product: packet.product && cutAll(packet.product, field),
    cart: packet.cart && cutAll(packet.cart, field),
    customer: withoutLongProof(packet.customer, field),
    page: packet.page === null ? null : cut(packet.page, 500),
    locale: cut(packet.locale, 40),
    zone: cut(packet.zone, 80),
    flow: cut(packet.flow, LIMITS.field),
    team: packet.team === null ? null : cut(packet.team, LIMITS.name),
    summary: cut(packet.summary, LIMITS.summary),
  }
  return { ...fit, shortened }
}

type Cut = (text: string, most?: number) => string

/** Half a proof proves nothing, so a long one stays away as a whole. */
function shortFact({ proof, ...fact }: Fact, cut: Cut): Fact {
  return { ...fact, value: cut(fact.value), ...(proof === undefined || proof.length > LONGEST_PROOF ? {} : { proof }) }
}

function withoutLongProof({ proof, ...customer }: Packet['customer'], cut: Cut): Packet['customer'] {
  return { ...cutAll(customer, cut), ...(proof === undefined || proof.length > LONGEST_PROOF ? {} : { proof }) }
}

function cutAll<Fields extends object>(fields: Fields, cut: Cut): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cut(String(value))])) as Fields
}

/** As many facts as fit, what the shopper typed before what a page told; for names so long or strange that nothing else helps. */
function withFewerFacts(packet: Packet): Packet {
  let room = MOST - LINES - encodedSize({ ...packet, facts: {} })
  const facts: [string, Fact][] = []
  const all = Object.entries(packet.facts)
  for (const [name, fact] of [...all].sort(([, left], [, right]) => rank(left) - rank(right))) {
    room -= encodedSize(name) + encodedSize(fact) + 2
    if (room < 0) break
    facts.push([name, fact])
  }
  const kept: Facts = Object.fromEntries(facts)
  return { ...packet, facts: kept, shortened: packet.shortened + all.length - facts.length }
}

function rank({ source }: Fact): number {
  return source === 'shopper' ? 0 : 1
}

/** The newest lines that fit. A last line that is too long for what is left is shortened rather than left out. */
function withStory(packet: Packet, lines: readonly Entry[]): Packet {
  let room = MOST - encodedSize(packet)
  let from = lines.length
  while (from > 0) {
    const weight = encodedSize(lines[from - 1]) + 1
    if (weight > room || lines.length - from >= LIMITS.story) break
    room -= weight
    from--
  }
  const last = lines.at(-1)
  if (from < lines.length || !last) return { ...packet, story: lines.slice(from), omitted: packet.omitted + from }
  const story = [{ ...last, content: shortContent(last.content) }]
  const fits = encodedSize(story) <= room
  return {
    ...packet,
    story: fits ? story : [],
    omitted: packet.omitted + from - (fits ? 1 : 0),
    shortened: packet.shortened + (fits ? 1 : 0),
  }
}

function shortContent(content: Content): Content {
  if (content.kind === 'text' || content.kind === 'answered') return { ...content, text: shorten(content.text, 1_000) }
  return content.kind === 'cards' ? { kind: 'unsupported' } : content
}
