import type { FactSource } from '../facts/facts.js'
import { learn } from '../facts/learn.js'
import type { Flow, Step } from '../flow/flow.js'
import { textOf } from '../flow/text-of.js'
import type { Reason } from '../handoff/reason.js'
import type { Effect } from './effect.js'
import type { By, Content, Entry, Id } from './entry.js'
import type { ChatEvent } from './event.js'
import type { Parts } from './parts.js'
import type { Prompt } from './prompt.js'
import type { Attempt } from './reduce.js'
import type { State } from './state.js'

type WithoutNames<P> = P extends unknown ? Omit<P, 'id' | 'step'> : never
type Draft = { -readonly [Key in keyof State]: State[Key] }

/**
 * One event's work in progress. It belongs to a single transition and is never seen outside; the state it began with is not
 * touched, but copied at the first change. Ids are counted from the event's, so that replaying the event makes the same lines.
 */
export class Turn {
  readonly entries: Entry[] = []
  readonly effects: Effect[] = []
  /** What the turn has come to and did not find: ids of steps, and names of parts. */
  private readonly missing: Id[] = []
  private draft: Draft | null = null

  constructor(
    readonly flow: Flow,
    private readonly before: State,
    readonly event: ChatEvent,
    private readonly parts: Partial<Parts>,
  ) {}

  get state(): State {
    return this.draft ?? this.before
  }

  /** A step by its id; the menu is the greeting. */
  stepOf(id: Id | null): Step | undefined {
    if (id === null) return undefined
    if (id === this.flow.menu) return this.flow.greeting
    const step = Object.hasOwn(this.flow.steps, id) ? this.flow.steps[id] : undefined
    if (!step) this.missing.push(id)
    return step
  }

  /** A part of the machine. Without it the turn is not finished: it is taken again once the part is there. */
  part<Name extends keyof Parts>(name: Name): Parts[Name] | undefined {
    const part: Partial<Parts>[Name] = this.parts[name]
    if (!part) this.missing.push(name)
    return part
  }

  callPerson(reason: Reason): void {
    this.part('handoff')?.openReview(this, reason)
  }

  /** What it has come to. */
  attempt(): Attempt {
    return { done: [this.state, this.entries, this.effects], missing: this.missing }
  }

  change(patch: Partial<State>): void {
    this.draft ??= { ...this.before }
    Object.assign(this.draft, patch)
  }

  do(effect: Effect): void {
    this.effects.push(effect)
  }

  add(by: By, content: Content): void {
    const { id, at } = this.event
    this.entries.push({ id: `${id}.${this.entries.length}`, turn: id, at, by, content })
  }

  /** The words for a key of the flow's, filled in with what is known. */
  text(key: string): string {
    return textOf(this.flow, key, this.state.facts)
  }

  /** A sentence of the bot's, by its key in the flow's texts. */
  say(key: string | undefined): void {
    if (key !== undefined) this.add('bot', { kind: 'text', text: this.text(key), key })
  }

  /** The shopper's answer to a prompt, as one line. */
  answer(to: Id, text: string, key?: string): void {
    if (text !== '') this.add('shopper', { kind: 'answered', to, text, ...(key === undefined ? {} : { key }) })
  }

  /** Puts a new prompt up, which is the turn's from here on. At most one in a turn stays, so the event's id names it. */
  ask(step: Id, fresh: WithoutNames<Prompt>): void {
    this.change({ step, prompt: Object.assign(fresh, { id: `${this.event.id}.p`, step }) as Prompt })
  }

  learn(news: Readonly<Record<string, string>>, source: FactSource): void {
    const facts = learn(this.state.facts, news, source, this.event.at)
    if (facts !== this.state.facts) this.change({ facts })
  }

  /** Takes a call back that is still under way. */
  drop(): void {
    const { pending, phase } = this.state
    if (pending) this.do({ do: 'abort', call: pending.call })
    this.change({ pending: null, previous: null, phase: phase === 'calling' ? 'bot' : phase })
  }
}
