// The public surface of @shopbell/core.

export type { Action, Adapter, Classifier, Desk, Faqs, OrderQuery, Orders, Uploads } from './adapter.js'
export { createChat } from './chat.js'
export type { Attached, Chat, ChatOptions, ShopperIntent, TraceStep } from './chat-contract.js'
export type { Commit, Failed, Store, Waiting } from './conversation/commit.js'
export type { Effect } from './conversation/effect.js'
export type { By, Card, Content, Entry, Id, Late, NoticeCode } from './conversation/entry.js'
export type { CallResult, ChatEvent, Intent, LogStatus } from './conversation/event.js'
export type { FieldView, IconName, Option, Prompt, ReviewLine } from './conversation/prompt.js'
export { slice } from './conversation/slice.js'
export { initialState, type Transition } from './conversation/start.js'
export type { Pending, State, Tried } from './conversation/state.js'
export { append, emptyTranscript, type Transcript, toArray } from './conversation/transcript.js'
export { transition } from './conversation/transition.js'
export type {
  Command,
  Cursor,
  Frame,
  Hello,
  Hint,
  LogFact,
  LogRecord,
  Op,
  Page,
  Refused,
  RejectCode,
  Sender,
  Verdict,
  Wait,
  Welcome,
} from './delivery/protocol.js'
export { PROTOCOL } from './delivery/protocol.js'
export { rejoin } from './delivery/rejoin.js'
export type { LiveState, TabMessage } from './delivery/tabs.js'
export { type Began, createEarlyChat, type EarlyChat, type EarlyChatOptions } from './early-chat.js'
export type { Environment } from './environment.js'
export type { Article, ArticleHead, Topic } from './facts/article.js'
export type { Fact, FactSource, Facts, Field, FieldType } from './facts/facts.js'
export { type Order, type Parcel, type Situation, STAGES, type Stage } from './facts/order.js'
export type { Secret } from './facts/redact.js'
export { situationOf } from './facts/situation.js'
export type * from './flow/flow.js'
export { storefrontChapters } from './flow/storefront-chapters.js'
export { storefrontFlow } from './flow/storefront-flow.js'
export { storefrontOpening } from './flow/storefront-opening.js'
export type { Availability, Contact } from './handoff/availability.js'
export type { Decision, Money, Outcome } from './handoff/decision.js'
export { isOpen, nextClosing, nextOpening } from './handoff/hours.js'
export type { Attachment, Packet } from './handoff/packet.js'
export type { Reason, ReasonCode, RequestKind } from './handoff/reason.js'
export { insist } from './insist.js'
export type { Json } from './json.js'
export { LIMITS } from './limits.js'
export type { Catalogue, ModuleTexts, Rewording, TextPatch, WordGroups } from './locales/catalogue.js'
export { chooseLanguage, LANGUAGES, type Language } from './locales/choose-language.js'
export { articleWords } from './locales/en.articles.js'
export { bubbleWords } from './locales/en.bubble.js'
export { deviceWords } from './locales/en.device.js'
export { words } from './locales/en.js'
export { openingWords } from './locales/en.opening.js'
export { orderWords } from './locales/en.orders.js'
export { ownWords } from './locales/en.own.js'
export { personWords } from './locales/en.person.js'
export { fill, plural } from './locales/fill.js'
export { flowIn, openingIn } from './locales/in-language.js'
export { type KnownKeys, keysOf } from './locales/known-keys.js'
export { reword } from './locales/reword.js'
export { textIn } from './locales/text-in.js'
export type { TextName } from './locales/text-name.js'
export type {
  ArticleWords,
  BubbleWords,
  DeviceWords,
  OpeningWords,
  OrderWords,
  OwnWords,
  PersonWords,
  Plural,
  Words,
} from './locales/words.js'
export { createMemoryStore } from './memory-store.js'
export { OPENING_LIMITS } from './opening-limits.js'
export type { MessageState, Receipt, Snapshot, Status } from './snapshot.js'
export type { Tabs } from './tabs.js'
export type { Classified } from './triage/classified.js'
export type { Evidence, Route } from './triage/route.js'
export { type TriageGiven, triage } from './triage/triage.js'
