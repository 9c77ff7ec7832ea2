import { type Behaviour, behaviourOf, type Sign } from './behaviour.js'
import type { Classified } from './classified.js'
import { together } from './evidence.js'
import { fold, MOST_READ } from './fold.js'
import { type Matter, matterOf } from './matter.js'
import type { Route } from './route.js'

/** What triage may know besides the text. */
export interface TriageGiven {
  /** How one asks for a person in the shopper's language. English is always tried. */
  readonly requests?: RegExp | null
  /** The conversation so far. */
  readonly state?: Behaviour
  /** `Flow.triage`: how sure it must be to call a person, and to let the bot answer. @default { person: 0.5, bot: 0.5 } */
  readonly thresholds?: { readonly person?: number | undefined; readonly bot?: number | undefined } | undefined
  /** What the shop's own classifier says. It is heard before the rules, where it is sure enough. */
  readonly classified?: Classified | null
}

// Right more often than not.
const ENOUGH = 0.5

// Evidence above this is not improved on by a classifier.
const CERTAIN = 0.9

// Folding would hide a raised voice.
const RAISED_VOICE = /(?:\b[A-Z]{3,}\b[\s,]{1,3}){2}|[!?]{3}/

/**
 * Where a free text belongs, and why, by ordered evidence: a wish for a person, then safety and money, then what the conversation
 * has been like, then what the text is about. Pure: the same text and the same conversation give the same route.
 *
 * @example triage('where is my parcel?') // { to: 'order', evidence: [{ rule: 'order', words: 'where is my parcel', score: 0.85 }] }
 */
export function triage(text: string, { requests, state, thresholds = {}, classified }: TriageGiven = {}): Route {
  const folded = fold(text)
  const asks = requests?.exec(folded)
  if (asks) return { to: 'person', reason: 'asked', evidence: [{ rule: 'asked', words: asks[0], score: 1 }] }
  const read = matterOf(folded) ?? raisedVoice(text)
  // Nobody who asks for a person or is in danger waits for a threshold.
  if (read && (read.reason === 'asked' || read.priority)) return toPerson(read, [])
  const { person = ENOUGH, bot = ENOUGH } = thresholds
  const signs = state ? behaviourOf(state, text) : []
  const pressure = together(signs.map(({ score }) => score))
  const told = matterFrom(classified)
  const matter = told && told.evidence.score >= (told.to === 'person' ? person : bot) ? told : read
  const score = matter?.evidence.score ?? 0
  if (matter?.to === 'person' && together([pressure, score]) >= person) return toPerson(matter, signs)
  if (signs.length > 0 && pressure >= person) return toPerson({ reason: strongest(signs), evidence: matter?.evidence }, signs)
  const evidence = [...signs, ...(matter ? [matter.evidence] : [])]
  if (!matter || matter.to === 'person' || score * (1 - pressure) < bot) return { to: 'ask', evidence }
  return { to: matter.to, evidence }
}

/** Whether a classifier has nothing to add: somebody has asked for a person, is in danger, or has lost patience. */
export function isSettled({ to, evidence }: Route): boolean {
  return evidence.some(({ score }) => score > CERTAIN) || (to === 'person' && evidence.length > 1)
}

type Cause = Pick<Matter, 'team' | 'priority'> & {
  readonly reason?: Matter['reason'] | undefined
  readonly evidence: Matter['evidence'] | undefined
}

function toPerson({ reason = 'other', team, priority, evidence }: Cause, signs: readonly Sign[]): Route {
  const soon = priority ?? (signs.some(({ rule }) => rule === 'valued') ? 'high' : undefined)
  return {
    to: 'person',
    reason,
    ...(team && { team }),
    ...(soon && { priority: soon }),
    evidence: evidence ? [...signs, evidence] : signs,
  }
}

function strongest(signs: readonly Sign[]): Sign['reason'] | undefined {
  return [...signs].sort((one, other) => other.score - one.score)[0]?.reason
}

function matterFrom(classified: Classified | null | undefined): Matter | undefined {
  if (!classified) return undefined
  const { score, ...rest } = classified
  return { ...rest, evidence: { rule: 'classifier', words: rest.to, score } }
}

function raisedVoice(text: string): Matter | undefined {
  const words = RAISED_VOICE.exec(text.slice(0, MOST_READ))?.[0].trim()
  return words === undefined
    ? undefined
    : { to: 'person', reason: 'emotional', evidence: { rule: 'raised-voice', words, score: 0.8 } }
}
