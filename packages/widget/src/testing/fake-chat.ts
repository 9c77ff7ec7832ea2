import {
  type Attached,
  append,
  type By,
  type Chat,
  type Content,
  type Entry,
  emptyTranscript,
  type Option,
  type Prompt,
  type ShopperIntent,
  type Snapshot,
} from '@shopbell/core'

/** A chat that does nothing of itself: a test says what its snapshot shows, and reads what the interface has sent. */
export interface FakeChat extends Chat {
  readonly sent: ShopperIntent[]
  /** Everything else that was called, by name. */
  readonly called: string[]
  /** How often it was woken. */
  woken: number
  /** Changes parts of the snapshot. */
  show(patch: Partial<Snapshot>): void
  /** Adds lines to the transcript. */
  say(...entries: readonly Entry[]): void
  /** What `attach` answers with, and what `send` waits for. */
  attached: Attached
  sending: Promise<void>
}

const quiet: Snapshot = {
  status: 'bot',
  transcript: emptyTranscript,
  prompt: null,
  canGoBack: false,
  composer: true,
  human: 'live',
  contact: {},
  availability: null,
  queue: null,
  agent: null,
  typing: null,
  due: null,
  receipt: null,
  marks: {},
  unread: 0,
  attach: false,
  hidden: null,
  delivery: { level: 'durable', link: 'off', waiting: 0 },
}

/** A chat for tests of the user interface, in the bot's hands and with nothing said. */
export function createFakeChat(start: Partial<Snapshot> = {}): FakeChat {
  let snapshot: Snapshot = { ...quiet, ...start }
  const listeners = new Set<() => void>()
  const called: string[] = []
  const chat: FakeChat = {
    sent: [],
    called,
    woken: 0,
    attached: 'attached',
    sending: Promise.resolve(),
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show(patch) {
      snapshot = { ...snapshot, ...patch }
      for (const listener of listeners) listener()
    },
    say: (...entries) => chat.show({ transcript: append(snapshot.transcript, entries) }),
    send(intent) {
      chat.sent.push(intent)
      return chat.sending
    },
    async attach(file) {
      called.push(`attach ${file.name} ${file.bytes.length}`)
      return chat.attached
    },
    pictureUrl: async () => null,
    seen: () => void called.push('seen'),
    typing: () => void called.push('typing'),
    async retry(line) {
      called.push(`retry ${line}`)
    },
    wake() {
      chat.woken++
    },
    shutdown: async () => void called.push('shutdown'),
    destroy: () => void called.push('destroy'),
  }
  return chat
}

let counted = 0

/** A line of the story. Lines without a time are a second apart, from noon UTC on 18 November 2026. */
export function line(by: By, content: string | Content, more: Partial<Entry> = {}): Entry {
  counted++
  return {
    id: `line${counted}.0`,
    turn: `line${counted}`,
    at: NOON + counted * 1000,
    by,
    content: typeof content === 'string' ? { kind: 'text', text: content } : content,
    ...more,
  }
}

/** The moment at which tests take place: Wednesday, 18 November 2026, noon UTC. */
export const NOON = Date.UTC(2026, 10, 18, 12)

const greetingOptions: readonly Option[] = [
  { id: 'order', label: 'Order Status', hint: 'Track a parcel', icon: 'parcel' },
  { id: 'faqs', label: 'FAQs', hint: 'Returns, shipping, sizes', icon: 'book' },
  { id: 'agent', label: 'Talk to an Agent', hint: 'A person reads it', icon: 'person' },
]

/** The greeting's prompt. */
export const greetingPrompt: Prompt = { id: 'start.p', step: 'menu', kind: 'choice', look: 'rows', options: greetingOptions }

/** The order form as it stands at first. */
export const orderPrompt: Extract<Prompt, { kind: 'form' }> = {
  id: 'ask.p',
  step: 'order-ask',
  kind: 'form',
  submit: 'Find my order',
  fields: [
    {
      name: 'orderNumber',
      type: 'order-number',
      label: 'Order number',
      hint: 'In your confirmation e-mail, like 1042',
      value: '',
      optional: false,
    },
    { name: 'email', type: 'email', label: 'E-mail', hint: 'The one you ordered with', value: '', optional: false },
  ],
  options: [{ id: 'no-number', label: 'I don’t have the number' }],
}

/** What would be passed on to a person. */
export const reviewPrompt: Extract<Prompt, { kind: 'review' }> = {
  id: 'review.p',
  step: 'person',
  kind: 'review',
  summary: 'Order 1042 is marked delivered but has not arrived.',
  want: 'live',
  lines: [
    { name: 'orderNumber', label: 'Order number', value: '1042' },
    { name: 'situation', label: 'What I found', value: 'Delivered' },
  ],
  fields: [{ name: 'email', type: 'email', label: 'E-mail', hint: 'The one you ordered with', value: '', optional: false }],
}
