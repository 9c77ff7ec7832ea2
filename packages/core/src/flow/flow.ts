import type { InferOutput } from 'valibot'
import type { fieldSchema, flowModuleSchema, flowSchema, greetingSchema, hoursSchema, Naming, stepSchema } from './flow-schema.js'

/** A key of the flow's texts. A key that is not there is shown as it stands, so a small flow may write its sentences in place. */
export type TextKey = string

/** What a shop's adapter can do. An option or step that needs what is not there is left out of the flow. */
export type Capability = 'orders' | 'faqs' | 'person'

type Id = string

/** A step with the ids and names that a flow has. `Step` is the same with any. */
export type StepIn<StepId extends string, FactName extends string> = Naming<InferOutput<typeof stepSchema>, StepId, FactName>

/** One step of a flow: what the bot does, and where it goes from there. */
export type Step = StepIn<string, string>

/** Says something, in words or cards, and goes on. */
export type SayStep = Extract<Step, { type: 'say' }>

/** Asks with buttons. `look: 'rows'` is the greeting's full-width rows. */
export type ChooseStep = Naming<InferOutput<typeof greetingSchema>, string, string>

/** One option of a `choose` step. */
export type Choice = ChooseStep['options'][number]

/** Asks for facts in one inline form. What is known already is offered, not asked again. After `retries` failed checks: `onFail`. */
export type AskStep = Extract<Step, { type: 'ask' }>

/**
 * Asks the shop: `findOrder`, `listTopics`, `searchFaqs`, `readArticle`, or an action of the shop's own. Every edge is required.
 * `timeout` is milliseconds.
 */
export type CallStep = Extract<Step, { type: 'call' }>

/** Goes the way of the first case that holds; where a case has several conditions, all of them must. */
export type BranchStep = Extract<Step, { type: 'branch' }>

/** Which way a flow goes, from data. */
export type Condition = Exclude<BranchStep['cases'][number]['when'], readonly unknown[]>

/**
 * Lists what the last call found: shelves to open, or articles to read, and a search over all of them. With `untried`, only
 * articles that were not read yet; when none is left, `empty`.
 */
export type ArticlesStep = Extract<Step, { type: 'articles' }>

/** Did this answer it? `missing: true` asks, after a no, what was missing; it may be left empty. */
export type HelpedStep = Extract<Step, { type: 'helped' }>

/** Goes to a step, of a module that was composed into the flow as well as of its own. With `set`, it only sets facts. */
export type GotoStep = Extract<Step, { type: 'goto' }>

/** Calls a person. */
export type HandoffStep = Extract<Step, { type: 'handoff' }>

/** The matter is settled. What the shopper does next starts at the menu. */
export type EndStep = Extract<Step, { type: 'end' }>

/** A card in a message: a title, and what belongs to it. */
export type FlowCard = NonNullable<SayStep['cards']>[number]

/** A field of a form, as a flow declares it. Words are keys of the flow's texts. */
export type Field = Naming<InferOutput<typeof fieldSchema>, string, string>

/** When people are there. */
export type Hours = Naming<InferOutput<typeof hoursSchema>, string, string>

/** A flow with the ids and names that it has. `Flow` is the same with any. */
export type FlowIn<StepId extends string, FactName extends string> = Naming<InferOutput<typeof flowSchema>, StepId, FactName>

/** The part of a flow that the greeting needs. It is small, so that the panel opens with it and the rest follows. */
export type Opening = Pick<FlowIn<string, string>, 'id' | 'version' | 'menu' | 'greeting' | 'texts'>

/** A bot's script as data, with its texts already in the shopper's language. */
export interface Flow extends FlowIn<string, string> {
  /** `contact` where the shop has neither a desk nor tickets: then a person is reached by mail or phone. Set by `fitFlow`. */
  readonly reach?: 'desk' | 'contact'
}

/** An opening by itself, such as a question about a product after a while on its page. */
export type Proactive = NonNullable<Flow['proactive']>[number]

/**
 * A subject that a shop composes into its flow. The ids of its steps begin with its name and a hyphen; where they are known, the
 * compiler checks what leads to them.
 */
export interface FlowModule<StepId extends Id = Id>
  extends Omit<Naming<InferOutput<typeof flowModuleSchema>, Id, string>, 'steps' | 'routes'> {
  readonly steps: Readonly<Record<StepId, Step>>
  readonly routes?: Readonly<Record<string, StepId>>
}

/** A part of a flow that is fetched when the conversation first gets there. */
export interface Chapter<StepId extends Id = Id> extends Pick<Flow, 'texts'> {
  readonly steps: Readonly<Record<StepId, Step>>
  /** The rest of it, which fewer conversations get to: fetched when one of its steps is missed. */
  readonly more?: () => Promise<Chapter>
}

/**
 * A flow of which only the beginning is here. A chapter has the steps whose ids begin with its name and a hyphen; the chapter
 * `handoff`, if there is one, has the words on the way to a person.
 */
export interface FlowInChapters extends Flow {
  readonly chapters?: Readonly<Record<string, () => Promise<Chapter>>>
}
