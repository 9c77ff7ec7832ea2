import * as v from 'valibot'
import { REASON_CODES } from '../handoff/reason.js'
import { LIMITS } from '../limits.js'

// The one source of what a flow is: the types in flow.ts, the check of its shape and the published JSON Schema come from here.

const NAME = /^[a-z][a-zA-Z0-9]*(?:-[a-zA-Z0-9]+)*$/

/** Described for editors; the words come out in the JSON Schema. */
const described = <const Schema extends v.GenericSchema>(schema: Schema, description: string) =>
  v.pipe(schema, v.description(description))

const name = v.pipe(
  v.string(),
  v.maxLength(LIMITS.name),
  v.regex(NAME, 'must be letters and digits with hyphens between, such as "order-late"'),
)
const stepId = v.pipe(name, v.brand('StepId'))
const factName = v.pipe(name, v.brand('FactName'))
const textKey = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.message))
const optionId = name

/** What an address may be: https, a mail address, a phone number, or a path of the shop's own site. */
const address = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.regex(/^(https:\/\/|mailto:|tel:|\/(?![/\\]))[^\s\\]*$/, 'must begin with https://, mailto:, tel: or /'),
)
const picture = v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https:\/\/[^\s\\]+$/, 'must begin with https://'))

/** The kinds of fields that a form can ask for. */
const fieldTypes = ['order-number', 'email', 'phone', 'text', 'long-text', 'number', 'date', 'one-of'] as const

export const fieldSchema = v.strictObject({
  type: v.picklist(fieldTypes),
  label: described(textKey, 'What stands above the field.'),
  hint: v.optional(described(textKey, 'How to fill it in, below the label.')),
  optional: v.optional(described(v.boolean(), 'It may be left empty.')),
  sensitive: v.optional(described(v.boolean(), 'Its answer goes to the person only: never into storage, story or analytics.')),
  masks: v.optional(
    described(
      v.pipe(v.array(v.pipe(v.string(), v.minLength(2), v.maxLength(40))), v.maxLength(20)),
      'What the value looks like: # a digit, @ a letter, * either, everything else as it stands. Such as FK-#####.',
    ),
  ),
  retries: v.optional(
    described(
      v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
      'Failed checks of this field before the form gives up.',
    ),
  ),
  again: v.optional(
    described(
      v.pipe(v.array(textKey), v.minLength(1), v.maxLength(9)),
      'What is said after the first, the second … failed check.',
    ),
  ),
  options: v.optional(
    described(
      v.pipe(v.array(v.strictObject({ id: optionId, label: textKey })), v.minLength(1), v.maxLength(50)),
      'What can be picked, for a field of the type one-of.',
    ),
  ),
})

/** A time of the day, such as 09:30; 24:00 is the end of it. */
const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:30'))
const span = v.strictObject({ from: clock, to: clock })
const spans = v.pipe(v.array(span), v.maxLength(6))
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-12-24'))

export const hoursSchema = v.strictObject({
  zone: described(v.pipe(v.string(), v.maxLength(60)), 'IANA time zone of the shop, such as Europe/Berlin.'),
  week: described(
    v.strictObject({
      mon: v.optional(spans),
      tue: v.optional(spans),
      wed: v.optional(spans),
      thu: v.optional(spans),
      fri: v.optional(spans),
      sat: v.optional(spans),
      sun: v.optional(spans),
    }),
    'When people are there. A gap is lunch; a span whose end is before its beginning goes on after midnight.',
  ),
  days: v.optional(described(v.record(date, spans), 'Days that are different: a holiday has no spans, a short day has its own.')),
})

const conditionSchema = v.union([
  v.strictObject({ fact: factName, in: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(50)) }),
  v.strictObject({ fact: factName, notIn: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(50)) }),
  v.strictObject({ fact: factName, atLeast: v.number() }),
  v.strictObject({ fact: factName, below: v.number() }),
  v.strictObject({ known: factName }),
  v.strictObject({ unknown: factName }),
  v.strictObject({ desk: v.picklist(['open', 'closed']) }),
  v.strictObject({ hours: v.picklist(['open', 'closed']) }),
])

const capability = v.picklist(['orders', 'faqs', 'person'])
const icon = v.picklist(['parcel', 'book', 'person', 'search', 'back', 'chat'])

const choiceSchema = v.strictObject({
  id: optionId,
  label: textKey,
  hint: v.optional(textKey),
  icon: v.optional(icon),
  image: v.optional(described(picture, 'Shown above the label where the step has the look "cards".')),
  next: stepId,
  needs: v.optional(described(capability, 'Left out where the shop’s adapter cannot do this.')),
})
const choices = v.pipe(v.array(choiceSchema), v.maxLength(LIMITS.choices, `must be at most ${LIMITS.choices} choices`))

const cardSchema = v.strictObject({
  title: textKey,
  text: v.optional(textKey),
  image: v.optional(picture),
  link: v.optional(address),
})

const set = v.optional(
  described(
    v.record(factName, v.pipe(v.string(), v.maxLength(LIMITS.field))),
    'Facts to set on entering. {names} are filled in.',
  ),
)

export const greetingSchema = v.strictObject({
  type: v.literal('choose'),
  text: v.optional(textKey),
  look: v.optional(v.picklist(['rows', 'chips', 'cards'])),
  options: choices,
  set,
})

export const stepSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('say'),
    text: v.optional(textKey),
    cards: v.optional(
      described(v.pipe(v.array(cardSchema), v.minLength(1), v.maxLength(10)), 'A card, or several side by side.'),
    ),
    next: stepId,
    set,
  }),
  greetingSchema,
  v.strictObject({
    type: v.literal('ask'),
    text: v.optional(textKey),
    fields: v.pipe(v.array(factName), v.minLength(1), v.maxLength(10)),
    submit: textKey,
    next: stepId,
    retries: described(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)), 'Failed tries before onFail.'),
    onFail: stepId,
    options: v.optional(described(choices, 'Ways out of the form.')),
    set,
  }),
  v.strictObject({
    type: v.literal('call'),
    action: described(
      v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.name)),
      'findOrder, listTopics, searchFaqs, readArticle, or an action of the shop’s own.',
    ),
    input: v.pipe(v.array(factName), v.maxLength(20)),
    save: v.optional(
      described(
        v.record(factName, v.pipe(v.string(), v.maxLength(LIMITS.field))),
        'Facts to take from the answer of an action of the shop’s own, by their place in it, such as "refund.amount".',
      ),
    ),
    timeout: described(v.pipe(v.number(), v.minValue(100), v.maxValue(60_000)), 'Milliseconds.'),
    done: stepId,
    empty: stepId,
    failed: stepId,
    timedOut: stepId,
    set,
  }),
  v.strictObject({
    type: v.literal('branch'),
    cases: v.pipe(
      v.array(
        v.strictObject({
          when: v.union([conditionSchema, v.pipe(v.array(conditionSchema), v.minLength(1), v.maxLength(10))]),
          next: stepId,
        }),
      ),
      v.minLength(1),
      v.maxLength(50),
    ),
    otherwise: stepId,
    set,
  }),
  v.strictObject({
    type: v.literal('articles'),
    text: textKey,
    read: stepId,
    search: stepId,
    shelf: v.optional(stepId),
    untried: v.optional(v.boolean()),
    empty: stepId,
    options: choices,
    set,
  }),
  v.strictObject({
    type: v.literal('helped'),
    text: textKey,
    yes: stepId,
    no: stepId,
    missing: v.optional(v.boolean()),
    set,
  }),
  v.strictObject({ type: v.literal('goto'), step: stepId, set }),
  v.strictObject({
    type: v.literal('handoff'),
    text: v.optional(textKey),
    reason: v.picklist(REASON_CODES),
    team: v.optional(described(v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.name)), 'A hint; the desk decides.')),
    priority: v.optional(described(v.picklist(['normal', 'high', 'urgent']), 'A hint; the desk decides.')),
    request: v.optional(
      described(
        v.picklist(['return', 'exchange', 'cancel', 'change', 'damage']),
        'What a person is to decide, prepared by the bot.',
      ),
    ),
    photos: v.optional(described(v.boolean(), 'Pictures help here: the review asks for them.')),
    set,
  }),
  v.strictObject({ type: v.literal('end'), text: v.optional(textKey), set }),
])

const proactiveSchema = v.strictObject({
  id: optionId,
  text: described(textKey, 'What the bubble beside the launcher says.'),
  when: v.pipe(
    v.strictObject({
      path: v.optional(
        described(v.pipe(v.string(), v.maxLength(LIMITS.field)), 'Where the page’s path begins, such as /products/.'),
      ),
      seconds: v.optional(described(v.pipe(v.number(), v.minValue(1), v.maxValue(3_600)), 'Time on the page.')),
      cart: v.optional(described(v.pipe(v.number(), v.minValue(0)), 'The cart’s worth, at least, as the page tells it.')),
      exit: v.optional(described(v.literal(true), 'The pointer leaves the page at its top.')),
    }),
    v.check((when) => Object.keys(when).length > 0, 'must say when'),
  ),
  next: v.optional(described(stepId, 'Where the conversation begins. Defaults to the menu.')),
})

const texts = v.record(v.string(), v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.message)))

const otherFacts = v.optional(
  described(
    v.pipe(v.array(factName), v.maxLength(100)),
    'Facts that no form asks for: from the page, set by a step, or saved from an action.',
  ),
)

/** The shape of a module: what a shop adds to its menu in one line. */
export const flowModuleSchema = v.strictObject({
  name: described(name, 'The ids of its steps begin with it and a hyphen.'),
  entry: v.optional(choiceSchema),
  steps: v.record(stepId, stepSchema),
  fields: v.optional(v.record(factName, fieldSchema)),
  facts: otherFacts,
  routes: v.optional(v.record(name, stepId)),
  texts,
})

/** The shape of a flow. */
export const flowSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: name,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  changes: v.optional(
    described(
      v.record(v.string(), v.string()),
      'Per version after the first, what has changed and what becomes of open conversations.',
    ),
  ),
  menu: described(stepId, 'The id of the step that greets.'),
  greeting: greetingSchema,
  steps: v.record(stepId, stepSchema),
  fields: v.record(factName, fieldSchema),
  facts: otherFacts,
  routes: described(
    v.strictObject({
      order: v.optional(stepId),
      faq: v.optional(stepId),
      return: v.optional(stepId),
      cancel: v.optional(stepId),
      damaged: v.optional(stepId),
      presale: v.optional(stepId),
      safety: v.optional(stepId),
    }),
    'Where what the shopper writes goes, by what it is about.',
  ),
  hours: v.optional(hoursSchema),
  proactive: v.optional(v.pipe(v.array(proactiveSchema), v.maxLength(10))),
  triage: v.optional(
    described(
      v.strictObject({
        person: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
        bot: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
      }),
      'How sure triage must be, from 0 to 1: to call a person, and to let the bot answer. In between it asks again with the buttons.',
    ),
  ),
  texts,
})

/**
 * What a schema here yields, with the ids of steps and the names of facts as given, and readonly throughout: `string` for both in
 * a flow that comes from outside, the flow's own ids where it is written in TypeScript.
 */
export type Naming<T, StepId extends string, FactName extends string> =
  T extends v.Brand<'StepId'>
    ? StepId
    : T extends v.Brand<'FactName'>
      ? FactName
      : T extends string | number | boolean
        ? T
        : T extends readonly (infer Item)[]
          ? readonly Naming<Item, StepId, FactName>[]
          : keyof T extends v.Brand<'FactName'>
            ? Some<FactName, Naming<T[keyof T], StepId, FactName>>
            : {
                readonly [Key in keyof T as NamedKey<Key, StepId>]: Naming<Exclude<T[Key], undefined>, StepId, FactName>
              }

type NamedKey<Key, StepId extends string> = Key extends v.Brand<'StepId'> ? StepId : Key

/** Values for some of these names. */
type Some<Name extends string, Value> = string extends Name
  ? { readonly [name: string]: Value }
  : { readonly [Key in Name]?: Value }
