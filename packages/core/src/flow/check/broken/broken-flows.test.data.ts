import { transition } from '../../../conversation/transition.js'
import type { FindingCode } from '../../finding.js'
import type { Flow, Step } from '../../flow.js'
import { storefrontFlow } from '../../storefront-flow.js'
import type { CheckOptions } from '../check-flow.js'
import type { Machine } from '../explore.js'

/** A small flow with one fault, what is to be said of it, and the shortest conversation that shows it. */
export interface Broken {
  readonly name: string
  readonly flow: Flow
  readonly options?: CheckOptions
  /** A machine that is broken on purpose, where no flow can be. */
  readonly machine?: Machine
  readonly code: FindingCode
  readonly path: string
  readonly says: string
  readonly conversation: readonly string[]
}

const PERSON = { id: 'agent', label: 'Talk to an Agent', icon: 'person', next: 'person' } as const

/** A flow that is in order: a menu with one subject, and a person. */
function small(steps: Readonly<Record<string, Step>>, rest: Partial<Flow> = {}): Flow {
  return {
    id: 'small',
    version: 1,
    menu: 'menu',
    greeting: { type: 'choose', text: 'Hi!', options: [{ id: 'go', label: 'Go', next: 'first' }, PERSON] },
    steps: { person: { type: 'handoff', reason: 'asked' }, done: { type: 'end', text: 'Good.' }, ...steps },
    routes: {},
    texts: storefrontFlow.texts,
    ...rest,
    fields: { ...storefrontFlow.fields, ...rest.fields },
  }
}

const finish = { id: 'finish', label: 'Finish', next: 'done' } as const
const began = ['Bot: Hi!', 'Shopper: Go'] as const
const menu = '→ [Go] [Talk to an Agent]'
const call = { type: 'call', action: 'lookUp', input: [], timeout: 5_000 } as const
const ask = { type: 'ask', submit: 'Send', retries: 1, onFail: 'person' } as const

const SIZE = { fields: { size: { type: 'number', label: 'Size' } } } as const
const sizeForm = (edges: { readonly next: string; readonly onFail: string }) =>
  ({ type: 'ask', text: 'Which size?', fields: ['size'], submit: 'Send', retries: 1, ...edges }) as const

const DEAD = { type: 'choose', text: 'Well?', options: [] } as const
const OPENS = (next: string) => ({ proactive: [{ id: 'look', text: 'Can I help?', when: { seconds: 20 }, next }] })

/** Forgets what is written while a form waits. */
const deaf: Machine = (flow, state, event) =>
  event.type === 'say' && state.prompt?.kind === 'form' ? [state, [], []] : transition(flow, state, event)

export const brokenFlows: readonly Broken[] = [
  {
    name: 'an edge that leads to a step with a slip in its name',
    flow: small({ first: { type: 'choose', text: 'And now?', options: [finish, { id: 'on', label: 'On', next: 'dome' }] } }),
    code: 'nowhere',
    path: 'steps/first/options/1/next',
    says: 'There is no step "dome". Did you mean "done"?',
    conversation: [...began, 'Bot: And now?', 'Shopper: On', '→ what goes to a person E-mail … Order number …'],
  },
  {
    name: 'a route to nowhere',
    flow: small({ first: { type: 'goto', step: 'done' } }, { routes: { faq: 'search' } }),
    code: 'nowhere',
    path: 'routes/faq',
    says: 'There is no step "search". Add the step, or lead to another.',
    conversation: [],
  },
  {
    name: 'a form for a field with a slip in its name',
    flow: small({ first: { ...ask, text: 'Which size?', fields: ['size', 'sizs'], next: 'done' } }, SIZE),
    code: 'field-not-declared',
    path: 'steps/first/fields/1',
    says: 'There is no field "sizs". Did you mean "size"?',
    conversation: [...began, 'Bot: Which size?', '→ Size … sizs …'],
  },
  {
    name: 'a form for a field that nobody declares',
    flow: small({ first: { ...ask, text: 'Which size?', fields: ['size', 'colour'], next: 'done' } }, SIZE),
    code: 'field-not-declared',
    path: 'steps/first/fields/1',
    says: 'There is no field "colour". Declare it in "fields", or ask for another.',
    conversation: [...began, 'Bot: Which size?', '→ Size … colour …'],
  },
  {
    name: 'steps to which nothing leads',
    flow: small({
      first: { type: 'end' },
      hidden: { type: 'say', text: 'Nobody reads this.', next: 'more' },
      more: { type: 'goto', step: 'done' },
    }),
    code: 'unreachable',
    path: 'steps/hidden',
    says: 'No conversation comes to the step "hidden". Nor to the 2 steps behind it. Lead to it, or take it out.',
    conversation: [],
  },
  {
    name: 'a circle of steps that ask nobody',
    flow: small({
      first: { type: 'choose', text: 'And now?', options: [finish, { id: 'on', label: 'On', next: 'here' }] },
      here: { type: 'goto', step: 'there' },
      there: { type: 'goto', step: 'here' },
    }),
    code: 'loop',
    path: 'steps/here',
    says: 'The bot goes round in a circle without asking the shopper: here → there → here. Ask something on the way, or leave the circle.',
    conversation: [...began, 'Bot: And now?', 'Shopper: On', '→ what goes to a person E-mail … Order number …'],
  },
  {
    name: 'a shop that is asked for ever while it does not help',
    flow: small({ first: { ...call, done: 'done', empty: 'person', failed: 'first', timedOut: 'person' } }),
    code: 'loop',
    path: 'steps/first',
    says: 'While the shop does not help, it is asked again and again at "first" without asking the shopper. Ask before you try again.',
    conversation: [...began, '→ the shop is asked'],
  },
  {
    name: 'a question without an answer to tap',
    flow: small({
      first: { type: 'choose', text: 'And now?', options: [finish, { id: 'on', label: 'On', next: 'stuck' }] },
      stuck: { type: 'choose', text: 'Well?', options: [] },
    }),
    code: 'dead-end',
    path: 'steps/stuck',
    says: 'At "stuck" there is nothing to tap and nothing to fill in. Give it an option, or lead on from it.',
    conversation: [...began, 'Bot: And now?', 'Shopper: On', 'Bot: Well?', '→ nothing to tap'],
  },
  {
    name: 'two questions that lead to each other only',
    flow: small({
      first: { type: 'choose', text: 'And now?', options: [finish, { id: 'on', label: 'On', next: 'left' }] },
      left: { type: 'choose', text: 'Left.', options: [{ id: 'right', label: 'To the right', next: 'right' }] },
      right: { type: 'choose', text: 'Right.', options: [{ id: 'left', label: 'To the left', next: 'left' }] },
    }),
    code: 'no-way-out',
    path: 'steps/left',
    says: 'From "left" the shopper goes round in circles: whatever is tapped there, no person, ticket or end comes. Lead on to a handoff or an end.',
    conversation: [...began, 'Bot: And now?', 'Shopper: On', 'Bot: Left.', '→ [To the right]'],
  },
  {
    name: 'a form that leads to itself, filled in well or badly',
    flow: small(
      {
        first: { type: 'choose', text: 'And now?', options: [finish, { id: 'on', label: 'On', next: 'size' }] },
        size: sizeForm({ next: 'size', onFail: 'size' }),
      },
      SIZE,
    ),
    code: 'no-way-out',
    path: 'steps/size',
    says: 'From "size" the shopper goes round in circles: whatever is tapped there, no person, ticket or end comes. Lead on to a handoff or an end.',
    conversation: [...began, 'Bot: And now?', 'Shopper: On', 'Bot: Which size?', '→ Size …'],
  },
  {
    name: 'a dead end to which only an opening leads',
    flow: small({ first: { type: 'goto', step: 'done' }, room: DEAD }, OPENS('room')),
    code: 'dead-end',
    path: 'steps/room',
    says: 'At "room" there is nothing to tap and nothing to fill in. Give it an option, or lead on from it.',
    conversation: ['Bot: Hi!', 'Bot: Well?', '→ nothing to tap'],
  },
  {
    name: 'a number between two that conditions name',
    flow: small(
      {
        first: { ...ask, text: 'How many?', fields: ['amount'], next: 'look' },
        look: {
          type: 'branch',
          cases: [
            { when: { fact: 'amount', below: 20 }, next: 'done' },
            { when: { fact: 'amount', in: ['20'] }, next: 'done' },
            { when: { unknown: 'amount' }, next: 'done' },
          ],
          otherwise: 'room',
        },
        room: DEAD,
      },
      { fields: { amount: { type: 'number', label: 'How many' } } },
    ),
    code: 'dead-end',
    path: 'steps/room',
    says: 'At "room" there is nothing to tap and nothing to fill in. Give it an option, or lead on from it.',
    conversation: [...began, 'Bot: How many?', 'Shopper: 21', 'Bot: Well?', '→ nothing to tap'],
  },
  {
    name: 'a person behind a form',
    flow: small(
      {
        first: {
          type: 'choose',
          text: 'And now?',
          options: [finish, { id: 'person', label: 'A person', icon: 'person', next: 'name' }],
        },
        name: { ...ask, text: 'Who are you?', fields: ['name'], next: 'person' },
      },
      { fields: { name: { type: 'text', label: 'Name' } } },
    ),
    code: 'far-person',
    path: 'steps/first/options/1',
    says: 'This offers a person, but takes more than two taps until one is called. Lead straight to a handoff; what is missing is asked there.',
    conversation: [...began, 'Bot: And now?', 'Shopper: A person', 'Bot: Who are you?', '→ Name …'],
  },
  {
    name: 'somebody behind a form, by another name',
    flow: small(
      {
        first: { type: 'choose', text: 'And now?', options: [finish, { id: 'help', label: 'Talk to somebody', next: 'name' }] },
        name: { ...ask, text: 'Who are you?', fields: ['name'], next: 'person' },
      },
      { fields: { name: { type: 'text', label: 'Name' } } },
    ),
    code: 'far-person',
    path: 'steps/first/options/1',
    says: 'This offers a person, but takes more than two taps until one is called. Lead straight to a handoff; what is missing is asked there.',
    conversation: [...began, 'Bot: And now?', 'Shopper: Talk to somebody', 'Bot: Who are you?', '→ Name …'],
  },
  ...(
    [
      [
        'in the language that the flow speaks',
        'Mit jemandem sprechen',
        { 'a.b': 'Wie groß sind Sie, und was ist Ihre Farbe?' },
        {},
      ],
      [
        'in the words of a translation',
        'help.label',
        { 'help.label': 'Onwards' },
        { fr: { 'help.label': 'Parler à un conseiller' } },
      ],
      ['by a sentence of Shopbell’s in other words', 'talk', { talk: 'Onwards' }, {}],
    ] as const
  ).map(([how, label, texts, languages]): Broken => {
    const own: Readonly<Record<string, string>> = texts
    return {
      name: `a person behind a form, ${how}`,
      flow: small(
        {
          first: { type: 'choose', text: 'And now?', options: [finish, { id: 'help', label, next: 'name' }] },
          name: { ...ask, text: 'Who are you?', fields: ['name'], next: 'person' },
        },
        { fields: { name: { type: 'text', label: 'Name' } }, texts: { ...storefrontFlow.texts, ...own } },
      ),
      options: {
        languages: Object.fromEntries(
          Object.entries(languages).map(([language, words]) => [language, { ...storefrontFlow.texts, ...words }]),
        ),
      },
      code: 'far-person',
      path: 'steps/first/options/1',
      says: 'This offers a person, but takes more than two taps until one is called. Lead straight to a handoff; what is missing is asked there.',
      conversation: [...began, 'Bot: And now?', `Shopper: ${own[label] ?? label}`, 'Bot: Who are you?', '→ Name …'],
    }
  }),
  {
    name: 'a closed shop that says so and leaves it at that',
    flow: small({
      first: { type: 'branch', cases: [{ when: { desk: 'open' }, next: 'person' }], otherwise: 'closed' },
      closed: { type: 'say', text: 'Nobody is there. Come back tomorrow.', next: 'done' },
    }),
    code: 'after-hours',
    path: 'steps/first/otherwise',
    says: 'This is the way for the time when nobody is there, and it comes to no ticket. Lead to a handoff: after hours it becomes a ticket.',
    conversation: [
      'Bot: Hi!',
      '(nobody is there now)',
      'Shopper: Go',
      'Bot: Nobody is there. Come back tomorrow.',
      'Bot: Good.',
      menu,
    ],
  },
  {
    name: 'a closed shop that says so to strangers, by two conditions at once',
    flow: small(
      {
        first: { type: 'branch', cases: [{ when: [{ desk: 'open' }, { unknown: 'vip' }], next: 'person' }], otherwise: 'closed' },
        closed: { type: 'end', text: 'Come tomorrow.' },
        done: { type: 'goto', step: 'first' },
      },
      { facts: ['vip'], greeting: { type: 'choose', text: 'Hi!', options: [{ id: 'go', label: 'Go', next: 'done' }, PERSON] } },
    ),
    code: 'after-hours',
    path: 'steps/first/otherwise',
    says: 'This is the way for the time when nobody is there, and it comes to no ticket. Lead to a handoff: after hours it becomes a ticket.',
    conversation: ['Bot: Hi!', '(nobody is there now)', 'Shopper: Go', 'Bot: Come tomorrow.', menu],
  },
  {
    name: 'a list of which nothing is left in a shop without orders',
    flow: small({
      first: {
        type: 'choose',
        text: 'And now?',
        options: [{ id: 'order', label: 'My order', next: 'done', needs: 'orders' }],
      },
    }),
    code: 'dead-end',
    path: 'steps/first',
    says: 'In a shop without orders: At "first" there is nothing to tap and nothing to fill in. Give it an option, or lead on from it.',
    conversation: [...began, 'Bot: And now?', '→ nothing to tap'],
  },
  {
    name: 'a mask that any card number fits',
    flow: small(
      { first: { type: 'goto', step: 'done' } },
      { fields: { code: { type: 'order-number', label: 'Code', masks: ['#### #### ####'] } } },
    ),
    code: 'mask-hides-nothing',
    path: 'fields/code/masks/0',
    says: 'Any card number fits the mask "#### #### ####", and would be shown as one of the shop’s own. Write a sign into it that all of them have, such as ORD-########.',
    conversation: [],
  },
  ...(
    [
      [
        'a zone that no clock goes by',
        { zone: 'Mars/North', week: {} },
        'zone must be an IANA time zone such as Europe/Berlin, and is "Mars/North"',
      ],
      [
        'a span without a minute',
        { zone: 'Europe/Berlin', week: { mon: [{ from: '09:00', to: '09:00' }] } },
        'mon has a span that ends as it begins, at 09:00. The whole day is 00:00 to 24:00',
      ],
      [
        'a day that no calendar has',
        { zone: 'Europe/Berlin', week: {}, days: { '2026-02-30': [] } },
        'days has "2026-02-30", which is no date of the calendar',
      ],
    ] as const
  ).map(
    ([name, hours, problem]): Broken => ({
      name,
      flow: small({ first: { type: 'goto', step: 'done' } }, { hours }),
      code: 'wrong-hours',
      path: 'hours',
      says: `In these hours, ${problem}.`,
      conversation: [],
    }),
  ),
  {
    name: 'an e-mail address that is asked for twice',
    flow: small({
      first: { ...ask, text: 'Where can we write to?', fields: ['email'], next: 'second' },
      second: { ...ask, text: 'Which order is it?', fields: ['orderNumber', 'email'], next: 'done' },
    }),
    code: 'asked-twice',
    path: 'steps/second/fields/1',
    says: '"email" was asked at "first" already. Ask once: take it out here, or go around this step where it is known.',
    conversation: [
      ...began,
      'Bot: Where can we write to?',
      'Shopper: ada@example.com',
      'Bot: Which order is it?',
      '→ Order number … E-mail …',
    ],
  },
  {
    name: 'a sentence that names what may have been left empty',
    flow: small(
      {
        first: { ...ask, text: 'Who are you?', fields: ['name'], next: 'thanks' },
        thanks: { type: 'say', text: 'Thank you, {name}.', next: 'done' },
      },
      { fields: { name: { type: 'text', label: 'Name', optional: true } } },
    ),
    code: 'used-before-set',
    path: 'steps/thanks/text',
    says: 'This says "name" where it may not be known yet. Ask for it before, or go this way only where it is known.',
    conversation: [...began, 'Bot: Who are you?', 'Shopper: something', 'Bot: Thank you, something.', 'Bot: Good.', menu],
  },
  {
    name: 'a condition on a fact that nobody sets',
    flow: small({
      first: { type: 'branch', cases: [{ when: { fact: 'colour', in: ['red'] }, next: 'person' }], otherwise: 'done' },
    }),
    code: 'used-before-set',
    path: 'steps/first/cases/0/when',
    says: 'Nothing ever sets "colour", so this asks in vain. Ask for it, set or save it before; if the page tells it, name it in the flow’s "facts".',
    conversation: [...began, 'Bot: Good.', menu],
  },
  {
    name: 'an answer of the shop’s that takes the place of the shopper’s',
    flow: small(
      {
        first: { ...ask, text: 'What is it about?', fields: ['note'], next: 'look' },
        look: {
          ...call,
          input: ['note'],
          save: { note: 'text' },
          done: 'person',
          empty: 'person',
          failed: 'person',
          timedOut: 'person',
        },
        done: { type: 'goto', step: 'first' },
      },
      {
        fields: { note: { type: 'text', label: 'Note' } },
        greeting: { type: 'choose', text: 'Hi!', options: [{ id: 'go', label: 'Go', next: 'done' }, PERSON] },
      },
    ),
    code: 'lost-fact',
    path: 'steps/look/save/note',
    says: 'The shopper has told "note", and the shop’s answer takes its place: a person never reads what was told. Keep one of the two under another name.',
    conversation: [
      ...began,
      'Bot: What is it about?',
      'Shopper: something',
      '(the shop answers)',
      '→ what goes to a person E-mail … Order number …',
    ],
  },
  {
    name: 'a key without words',
    flow: small({ first: { type: 'say', text: 'order.gone', next: 'done' } }),
    code: 'missing-text',
    path: 'steps/first/text',
    says: 'There are no words for "order.gone": the shopper reads the key. Add it to the flow’s "texts".',
    conversation: [...began, 'Bot: order.gone', 'Bot: Good.', menu],
  },
  {
    name: 'a language that names another fact',
    flow: small({ first: { type: 'goto', step: 'done' } }, { texts: { ...storefrontFlow.texts, hello: 'Hello {name}' } }),
    options: { languages: { de: { ...storefrontFlow.texts, hello: 'Hallo {nmae}' } } },
    code: 'missing-translation',
    path: 'texts/hello',
    says: 'In de, "hello" names {nmae} instead of {name}. Fill in the same facts.',
    conversation: [],
  },
  {
    name: 'a machine that does not listen while a form waits',
    flow: small(
      { first: { ...ask, text: 'What is it about?', fields: ['note'], next: 'done' } },
      { fields: { note: { type: 'text', label: 'Note' } } },
    ),
    machine: deaf,
    code: 'dropped-text',
    path: 'steps/first',
    says: 'What the shopper writes at "first" vanishes: no line, no answer. Place it, or ask again.',
    conversation: [...began, 'Bot: What is it about?', 'Shopper: Hm, flurb.', '→ Note …'],
  },
  {
    name: 'a second version without a word about it',
    flow: small({ first: { type: 'goto', step: 'done' } }, { version: 2 }),
    code: 'no-changes-note',
    path: 'changes/2',
    says: 'Version 2 says nothing of what has changed, and of what becomes of open conversations. Note it under "changes".',
    conversation: [],
  },
  {
    name: 'hours that nobody declared',
    flow: small({ first: { type: 'branch', cases: [{ when: { hours: 'open' }, next: 'done' }], otherwise: 'person' } }),
    code: 'hours-not-declared',
    path: 'steps/first/cases/0/when',
    says: 'This goes by the shop’s hours, and the flow has none. Declare "hours", or ask for "desk".',
    conversation: [...began, 'Bot: Good.', menu],
  },
  {
    name: 'a mask of letters for a number',
    flow: small(
      { first: { ...ask, text: 'How many?', fields: ['amount'], next: 'done' } },
      { fields: { amount: { type: 'number', label: 'How many', masks: ['@@@'] } } },
    ),
    code: 'impossible-mask',
    path: 'fields/amount/masks/0',
    says: 'Nothing that fits the mask "@@@" is a value that a field of the type number takes. # is a digit, @ a letter, * either.',
    conversation: [...began, 'Bot: How many?', '→ How many …'],
  },
  {
    name: 'eleven choices',
    flow: small({
      first: {
        type: 'choose',
        text: 'Which?',
        options: Array.from({ length: 11 }, (_, index) => ({ id: `n${index}`, label: `${index}`, next: 'done' })),
      },
    }),
    code: 'too-many-choices',
    path: 'steps/first/options',
    says: 'These must be at most 10 choices, and are 11.',
    conversation: [...began, 'Bot: Which?', '→ [0] [1] [2] [3] [4] [5] [6] [7] [8] [9] [10]'],
  },
  {
    name: 'a call without an edge for failure',
    flow: small({ first: { ...call, done: 'done', empty: 'done', timedOut: 'done' } as unknown as Step }),
    code: 'call-edges',
    path: 'steps/first/failed',
    says: '"failed" is missing: say where to go then.',
    conversation: [],
  },
]

/** A flow in which nobody gets lost, although it looks like one in which somebody does. */
export interface Sound {
  readonly name: string
  readonly flow: Flow
  readonly options?: CheckOptions
}

export const soundFlows: readonly Sound[] = [
  {
    name: 'a form that is asked again for ever while it is filled in badly',
    flow: small({ first: sizeForm({ next: 'done', onFail: 'first' }) }, SIZE),
  },
  {
    name: 'a step to which only an opening leads, and what comes after it',
    flow: small(
      {
        first: { type: 'goto', step: 'done' },
        help: { type: 'say', text: 'With pleasure.', next: 'which' },
        which: { type: 'choose', text: 'And now?', options: [finish] },
      },
      OPENS('help'),
    ),
  },
  {
    name: 'a way for others than those whom the desk is for',
    flow: small(
      {
        first: {
          type: 'branch',
          cases: [
            { when: [{ known: 'vip' }, { desk: 'open' }], next: 'person' },
            { when: { known: 'vip' }, next: 'person' },
          ],
          otherwise: 'done',
        },
      },
      { facts: ['vip'] },
    ),
  },
  {
    name: 'a word that asks for somebody in another language than the shop’s',
    flow: small(
      {
        first: { type: 'choose', text: 'And now?', options: [finish, { id: 'knives', label: 'Chef knives', next: 'which' }] },
        which: { ...ask, text: 'Which one?', fields: ['knife'], next: 'person' },
      },
      { fields: { knife: { type: 'text', label: 'Knife' } } },
    ),
  },
  {
    name: 'an opening that comes to its end at once',
    flow: small({ first: { type: 'goto', step: 'done' }, bye: { type: 'end', text: 'Bye.' } }, OPENS('bye')),
  },
]
