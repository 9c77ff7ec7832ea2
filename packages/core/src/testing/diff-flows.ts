import type { Effect } from '../conversation/effect.js'
import type { Flow } from '../flow/flow.js'
import { type Followed, follow, offersOf, type Stuck, type Turn } from './follow.js'
import type { Recording } from './recording.js'
import { replay } from './replay.js'
import { tellStep } from './tell-step.js'

/**
 * How a conversation ends: with a person or a ticket called, `helped` when the bot has had its last word, in the `review`, in the
 * `menu`, with a question that is still `open`, or `stuck` where the flow leaves no room for what the shopper did.
 */
export type Ending = 'person' | 'ticket' | 'helped' | 'review' | 'menu' | 'open' | 'stuck'

/** What another version of a flow would have made of one conversation. */
export interface ConversationDiff {
  /** Its place among the recordings, from 0. */
  readonly index: number
  readonly same: boolean
  /** The first turn that differs, counted from 0 among those that say something, and its lines in both. `null` where none does. */
  readonly turn: { readonly index: number; readonly before: readonly string[]; readonly after: readonly string[] } | null
  readonly ends: { readonly before: Ending; readonly after: Ending }
  readonly stuck: Stuck | null
}

/** An option that is no longer offered where it was. */
export interface GoneOption {
  readonly step: string
  readonly label: string
  /** The recordings in which it was offered, and those in which it was tapped. */
  readonly offered: readonly number[]
  readonly tapped: readonly number[]
}

/** What has changed between two versions of a flow, and for whom. */
export interface FlowDiff {
  readonly conversations: readonly ConversationDiff[]
  readonly gone: readonly GoneOption[]
  readonly counts: {
    readonly conversations: number
    readonly same: number
    readonly changed: number
    readonly endsDifferently: number
    readonly stuck: number
  }
}

/**
 * Holds two versions of a flow against recorded conversations: each shopper is led through both, by what they wrote and tapped.
 *
 * @example
 * const { counts, conversations } = diffFlows(flow, { ...flow, version: 2, steps }, recordings)
 * conversations.filter(({ ends }) => ends.before === 'helped' && ends.after === 'person')
 */
export function diffFlows(before: Flow, after: Flow, recordings: readonly Recording[]): FlowDiff {
  const gone = new Map<string, { readonly step: string; readonly label: string; offered: number[]; tapped: number[] }>()

  const conversations = recordings.map((recording, index): ConversationDiff => {
    const was = replay(before, recording)
    const turns = was.steps.map((step): Turn => ({ event: step.event, lines: tellStep(step), after: step.after }))
    const now = follow(after, recording, was)
    const linesNow = new Map(now.turns.map(({ event, lines }) => [event.id, lines]))
    const at = turns.findIndex(({ event, lines }) => !sameLines(lines, linesNow.get(event.id)))
    const different = turns[at]
    // Turns that say nothing, such as a look at who is there, are none to a reader.
    const numberOf = (place: number) => turns.slice(0, place).filter(({ lines }) => lines.length > 0).length
    noteGone(index, turns, now)
    return {
      index,
      same: at < 0 && now.stuck === null,
      turn: different ? { index: numberOf(at), before: different.lines, after: linesNow.get(different.event.id) ?? [] } : null,
      ends: {
        before: endOf(
          before,
          turns.at(-1),
          was.steps.flatMap(({ effects }) => effects),
          null,
        ),
        after: endOf(after, now.turns.at(-1), now.effects, now.stuck),
      },
      stuck: now.stuck && { ...now.stuck, turn: numberOf(now.stuck.turn) },
    }
  })

  function noteGone(index: number, turns: readonly Turn[], now: Followed): void {
    const still = new Set(now.turns.flatMap((turn) => offersOf(turn.after.prompt)).map(nameOf))
    const reached = new Set(now.turns.flatMap((turn) => turn.after.prompt?.step ?? []))
    for (const offer of turns.flatMap((turn) => offersOf(turn.after.prompt))) {
      // A step that the other conversation never comes to says nothing about its options.
      if (still.has(nameOf(offer)) || !reached.has(offer.step)) continue
      const known = gone.get(nameOf(offer)) ?? { ...offer, offered: [], tapped: [] }
      gone.set(nameOf(offer), known)
      if (!known.offered.includes(index)) known.offered.push(index)
      const { option } = now.stuck ?? {}
      if (option && nameOf(option) === nameOf(offer) && !known.tapped.includes(index)) known.tapped.push(index)
    }
  }

  const count = (holds: (one: ConversationDiff) => boolean) => conversations.filter(holds).length
  return {
    conversations,
    gone: [...gone.values()],
    counts: {
      conversations: conversations.length,
      same: count(({ same }) => same),
      changed: count(({ same }) => !same),
      endsDifferently: count(({ ends }) => ends.before !== ends.after),
      stuck: count(({ stuck }) => stuck !== null),
    },
  }
}

const nameOf = ({ step, label }: { readonly step: string; readonly label: string }) => JSON.stringify([step, label])

function sameLines(left: readonly string[], right: readonly string[] | undefined): boolean {
  return right !== undefined && left.length === right.length && left.every((line, index) => line === right[index])
}

function endOf(flow: Flow, last: Turn | undefined, effects: readonly Effect[], stuck: Stuck | null): Ending {
  if (stuck) return 'stuck'
  if (!last) return 'open'
  const { phase, log, prompt } = last.after
  if (phase === 'handed') return log === 'ticket' || wanted(effects) === 'ticket' ? 'ticket' : 'person'
  if (phase === 'review') return 'review'
  if (prompt?.kind !== 'choice' || prompt.step !== flow.menu) return 'open'
  // The bot's last word puts the menu up beside it, without the sentence that otherwise comes with the menu.
  const menu = [flow.greeting.text, 'menu.again'].flatMap((key) => (key === undefined ? [] : (flow.texts[key] ?? key)))
  return last.lines.some((line) => menu.includes(line.replace(/^bot: /, ''))) ? 'menu' : 'helped'
}

function wanted(effects: readonly Effect[]): 'live' | 'ticket' | undefined {
  return [...effects].reverse().find((effect) => effect.do === 'open')?.want
}
