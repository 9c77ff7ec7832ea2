import type { Id } from '../conversation/entry.js'
import type { IconName } from '../conversation/prompt.js'
import type { Field } from '../facts/facts.js'
import type { ReasonCode } from '../handoff/reason.js'

/** A key of the flow's texts. A key that is not there is shown as it stands, so a small flow may write its sentences in place. */
export type TextKey = string

/** What a shop's adapter can do. An option or step that needs what is not there is left out of the flow. */
export type Capability = 'orders' | 'faqs' | 'person'

/** Which way a flow goes, from data. */
export type Condition =
  | { readonly fact: string; readonly in: readonly string[] }
  | { readonly known: string }
  | { readonly desk: 'open' | 'closed' }

interface Common {
  /** Facts to set on entering the step. */
  readonly set?: Readonly<Record<string, string>>
}

/** One option of a `choose` step. */
export interface Choice {
  readonly id: Id
  readonly label: TextKey
  readonly hint?: TextKey
  readonly icon?: IconName
  readonly next: Id
  readonly needs?: Capability
}

/** Says something and goes on. */
export interface SayStep extends Common {
  readonly type: 'say'
  readonly text: TextKey
  readonly next: Id
}

/** Asks with buttons. `look: 'rows'` is the greeting's full-width rows. */
export interface ChooseStep extends Common {
  readonly type: 'choose'
  readonly text?: TextKey
  readonly look?: 'rows' | 'chips'
  readonly options: readonly Choice[]
}

/** Asks for facts in one inline form. What is known already is offered, not asked again. After `retries` failed checks: `onFail`. */
export interface AskStep extends Common {
  readonly type: 'ask'
  readonly text?: TextKey
  readonly fields: readonly string[]
  readonly submit: TextKey
  readonly next: Id
  readonly retries: number
  readonly onFail: Id
  /** Ways out of the form, such as *I don't have the number*. */
  readonly options?: readonly Choice[]
}

/**
 * Asks the shop: `findOrder`, `listTopics`, `searchFaqs`, `readArticle`, or an action of the shop's own. Every edge is required.
 * `timeout` is milliseconds.
 */
export interface CallStep extends Common {
  readonly type: 'call'
  readonly action: string
  /** Names of the facts that go along. */
  readonly input: readonly string[]
  readonly timeout: number
  readonly done: Id
  readonly empty: Id
  readonly failed: Id
  readonly timedOut: Id
}

/** Goes the way of the first case that holds. */
export interface BranchStep extends Common {
  readonly type: 'branch'
  readonly cases: readonly { readonly when: Condition; readonly next: Id }[]
  readonly otherwise: Id
}

/**
 * Lists what the last call found: shelves to open, or articles to read, and a search over all of them. With `untried`, only
 * articles that were not read yet; when none is left, `empty`.
 */
export interface ArticlesStep extends Common {
  readonly type: 'articles'
  readonly text: TextKey
  readonly read: Id
  readonly search: Id
  /** Where a shelf that was opened is listed. Defaults to the same step. */
  readonly shelf?: Id
  readonly untried?: boolean
  readonly empty: Id
  readonly options: readonly Choice[]
}

/** Did this answer it? `missing: true` asks, after a no, what was missing; it may be left empty. */
export interface HelpedStep extends Common {
  readonly type: 'helped'
  readonly text: TextKey
  readonly yes: Id
  readonly no: Id
  readonly missing?: boolean
}

/** Goes to a step of another flow that was composed into this one. */
export interface GotoStep extends Common {
  readonly type: 'goto'
  readonly step: Id
}

/** Calls a person. */
export interface HandoffStep extends Common {
  readonly type: 'handoff'
  readonly text?: TextKey
  readonly reason: ReasonCode
  readonly team?: string
  readonly priority?: 'normal' | 'high' | 'urgent'
}

/** The matter is settled. What the shopper does next starts at the menu. */
export interface EndStep extends Common {
  readonly type: 'end'
  readonly text?: TextKey
}

export type Step =
  | SayStep
  | ChooseStep
  | AskStep
  | CallStep
  | BranchStep
  | ArticlesStep
  | HelpedStep
  | GotoStep
  | HandoffStep
  | EndStep

/** The part of a flow that the greeting needs. It is small, so that the panel opens with it and the rest follows. */
export interface Opening {
  readonly id: string
  readonly version: number
  /** The id of the step that greets. */
  readonly menu: Id
  readonly greeting: ChooseStep
  readonly texts: Readonly<Record<TextKey, string>>
}

/** A bot's script as data, with its texts already in the shopper's language. */
export interface Flow extends Opening {
  readonly steps: Readonly<Record<Id, Step>>
  readonly fields: Readonly<Record<string, Field>>
  /** Where free text goes that triage has placed. */
  readonly routes: { readonly order?: Id; readonly faq?: Id }
  /** `contact` where the shop has neither a desk nor tickets: then a person is reached by mail or phone. Set by `fitFlow`. */
  readonly reach?: 'desk' | 'contact'
}

/** A part of a flow that is fetched when the conversation first gets there. */
export type Chapter = Pick<Flow, 'steps' | 'texts'>

/**
 * A flow of which only the beginning is here. A chapter has the steps whose ids begin with its name and a hyphen; the chapter
 * `handoff`, if there is one, has the words on the way to a person.
 */
export interface FlowInChapters extends Flow {
  readonly chapters?: Readonly<Record<string, () => Promise<Chapter>>>
}
