import { fitMasks } from '../facts/mask.js'
import { redact, type Secret } from '../facts/redact.js'
import type { Flow } from '../flow/flow.js'
import { LIMITS } from '../limits.js'
import type { ChatEvent, Intent } from './event.js'
import { fieldOf } from './field-view.js'
import type { Transition } from './start.js'
import type { State } from './state.js'

/** What was hidden of a text or a form before it became an event. */
export interface Hidden {
  readonly kinds: readonly Secret[]
  /** What the shopper wrote, but for sensitive answers, which no story may hold. It is for the page's memory, and nothing else. */
  readonly original: string
}

/** A text or a form without the numbers of cards and the like. What fits the shop's own masks is not hidden. */
export function hideSecrets(intent: Intent, flow: Flow): { readonly clean: Intent; readonly hidden: Hidden | null } {
  const masks = Object.values(flow.fields).flatMap((field) => field.masks ?? [])
  const kinds: Secret[] = []
  const originals: string[] = []
  const clean = (text: string, sensitive?: boolean): string => {
    const { text: left, found } = redact(text, masks)
    if (found.every(({ kind }) => sensitive && kind === 'iban')) return text
    kinds.push(...found.map(({ kind }) => kind))
    if (!sensitive) originals.push(text)
    return left
  }
  const hiding = (without: Intent): { clean: Intent; hidden: Hidden | null } =>
    kinds.length === 0
      ? { clean: intent, hidden: null }
      : {
          clean: { ...without, hidden: kinds.length } as Intent,
          hidden: { kinds: [...new Set(kinds)], original: originals.join('\n').slice(0, LIMITS.message) },
        }

  if (intent.type === 'say') return hiding({ ...intent, text: clean(intent.text) })
  if (intent.type !== 'submit') return hiding(intent)
  const values = Object.entries(intent.values).map(([name, value]) => {
    const field = fieldOf(flow, name)
    // An account number that was asked for as a sensitive answer is meant to reach a person; a card's number never is.
    const own = typeof value !== 'string' || fitMasks(value, field.masks ?? []) !== undefined
    return [name, own ? value : clean(value, field.sensitive)] as const
  })
  return hiding({ ...intent, values: Object.fromEntries(values) })
}

/** Counts in the state what was hidden from an event, if the event has meant anything. */
export function countHidden(before: State, event: ChatEvent, done: Transition): Transition {
  const hidden = 'hidden' in event ? (event.hidden ?? 0) : 0
  const [state, ...rest] = done
  if (hidden === 0 || (state === before && rest[1].length === 0)) return done
  return [{ ...state, redactions: (state.redactions ?? 0) + hidden }, ...rest]
}
