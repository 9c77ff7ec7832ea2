import * as v from 'valibot'
import { NOTICE_CODES } from '../conversation/entry.js'
import { LIMITS } from '../limits.js'
import { OUTCOMES } from './decision.js'
import { REASON_CODES, REQUEST_KINDS } from './reason.js'

// The packet as a schema, for tools and for desks in any language; a shopper never downloads it. A test holds it against the type
// that packet.ts has, and what was played against what it says.

const described = <const Schema extends v.GenericSchema>(schema: Schema, description: string) =>
  v.pipe(schema, v.description(description))

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const instant = described(v.number(), 'Milliseconds since 1970.')
const key = v.exactOptional(described(id, 'The text of the flow that this is, so that it can be read in another language.'))
const priority = v.picklist(['normal', 'high', 'urgent'])

const reasonSchema = v.object({
  code: v.picklist(REASON_CODES),
  because: described(text(LIMITS.message), 'What gave the reason away, such as the words that were recognised.'),
  team: v.exactOptional(text(LIMITS.name)),
  priority: v.exactOptional(priority),
  request: v.exactOptional(described(v.picklist(REQUEST_KINDS), 'What a person is to decide.')),
  photos: v.exactOptional(v.boolean()),
})

const proof = v.exactOptional(described(text(500), 'Made by the shop’s server; opaque to everybody else.'))

const factSchema = v.object({
  value: text(LIMITS.message),
  source: described(v.picklist(['shopper', 'page', 'desk']), 'Typed by the shopper, told by the page, or found by the shop.'),
  verified: described(v.boolean(), 'What a browser says of it is worth nothing: only the desk’s own finding counts.'),
  at: instant,
  sensitive: v.exactOptional(v.literal(true)),
  proof,
})

const parcelSchema = v.object({
  reached: v.object({
    ordered: v.exactOptional(instant),
    packed: v.exactOptional(instant),
    shipped: v.exactOptional(instant),
    delivered: v.exactOptional(instant),
  }),
  lastScan: v.exactOptional(instant),
  promised: v.exactOptional(v.string()),
  lost: v.exactOptional(v.boolean()),
})

const orderSchema = v.object({
  number: id,
  placed: instant,
  city: v.exactOptional(v.string()),
  parcels: v.pipe(v.array(parcelSchema), v.maxLength(20)),
  cancelled: v.exactOptional(instant),
  returned: v.exactOptional(instant),
  refunded: v.exactOptional(instant),
})

const articleHeadSchema = v.object({ id, title: v.string(), teaser: v.exactOptional(v.string()) })

const contentSchema = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string(), key }),
  v.object({ kind: v.literal('answered'), to: id, text: v.string(), key }),
  v.object({ kind: v.literal('order'), order: orderSchema }),
  v.object({ kind: v.literal('article'), article: v.object({ ...articleHeadSchema.entries, body: v.string() }) }),
  v.object({
    kind: v.literal('cards'),
    cards: v.array(
      v.object({
        title: v.string(),
        text: v.exactOptional(v.string()),
        image: v.exactOptional(v.string()),
        link: v.exactOptional(v.string()),
      }),
    ),
  }),
  v.object({ kind: v.literal('file'), upload: id, name: v.string(), url: v.exactOptional(v.string()) }),
  v.object({
    kind: v.literal('notice'),
    code: v.picklist(NOTICE_CODES),
  }),
  v.object({
    kind: v.literal('decided'),
    request: v.picklist(REQUEST_KINDS),
    outcome: v.picklist(OUTCOMES),
    amount: v.exactOptional(v.object({ value: v.number(), currency: v.string() })),
    note: v.string(),
    replaces: v.exactOptional(count),
  }),
  v.object({ kind: v.literal('late'), want: v.picklist(['live', 'ticket']), until: instant, minutes: count }),
  v.object({ kind: v.literal('unsupported') }),
])

const entrySchema = v.object({
  id,
  turn: id,
  at: instant,
  by: v.picklist(['shopper', 'bot', 'assistant', 'agent', 'desk']),
  content: contentSchema,
  name: v.exactOptional(v.string()),
})

const triedSchema = v.object({
  article: articleHeadSchema,
  helped: described(v.nullable(v.boolean()), 'null: the shopper did not say.'),
  missing: v.exactOptional(text(LIMITS.message)),
})

/** The shape of a handoff packet, version 1. Fields that are not named here are to be ignored: later versions may have more. */
export const packetSchema = v.object({
  schema: v.literal('shopbell.handoff/1'),
  conversation: id,
  reason: reasonSchema,
  priority: described(priority, 'What the bot thinks; the desk decides.'),
  team: described(v.nullable(text(LIMITS.name)), 'What the bot thinks; the desk decides.'),
  summary: described(text(LIMITS.summary), 'Shown to the shopper, who may have edited it.'),
  facts: v.record(v.string(), factSchema),
  order: described(v.nullable(orderSchema), 'As the shopper’s browser showed it.'),
  tried: described(v.pipe(v.array(triedSchema), v.maxLength(100)), 'The articles that were shown.'),
  story: described(
    v.pipe(v.array(entrySchema), v.maxLength(LIMITS.story)),
    'What the shopper’s browser showed, oldest line first.',
  ),
  omitted: described(count, 'How many lines of the story were left out to stay below 48 kB. The newest are there.'),
  shortened: described(count, 'How many long values were shortened, or left out, for the same reason.'),
  attachments: v.array(v.object({ upload: id, name: v.string() })),
  product: described(
    v.nullable(v.object({ title: v.string(), id: v.exactOptional(v.string()), url: v.exactOptional(v.string()) })),
    'The product that the page is about, as the page told it.',
  ),
  cart: described(
    v.nullable(v.object({ worth: v.string(), currency: v.exactOptional(v.string()), items: v.exactOptional(v.string()) })),
    'The cart, as the page told it.',
  ),
  customer: v.object({
    id: v.exactOptional(v.string()),
    name: v.exactOptional(v.string()),
    email: v.exactOptional(v.string()),
    proof,
  }),
  redactions: described(count, 'How many card numbers and the like were hidden before anything left the browser.'),
  page: described(v.nullable(text(2_000)), 'Without query and fragment.'),
  locale: described(text(40), 'BCP 47.'),
  zone: described(text(80), 'IANA time zone of the shopper.'),
  opened: instant,
  timings: v.object({
    began: described(v.number(), 'The first line of the story.'),
    sealed: described(v.number(), 'The packet was sealed.'),
    promised: v.exactOptional(described(v.number(), 'By when the shopper was told that a person would be there.')),
  }),
  flow: described(text(LIMITS.field), 'id@version of the flow.'),
})
