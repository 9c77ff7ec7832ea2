import type { TraceStep } from '../chat-contract.js'
import type { Field, Flow } from '../flow/flow.js'
import type { Recording } from './recording.js'

/** What stands for an answer that nobody but the shop's people may read. It passes the same check as the answer did. */
function standIn(field: Field): string {
  switch (field.type) {
    case 'email':
      return 'hidden@example.com'
    case 'phone':
      return '+44 20 7946 0000'
    case 'order-number':
      return field.masks?.[0]?.replace(/[#*]/g, '0').replace(/@/g, 'A') ?? '10000'
    case 'number':
      return '0'
    case 'date':
      return '2000-01-01'
    case 'one-of':
      return field.options?.[0]?.id ?? 'hidden'
    default:
      return 'hidden'
  }
}

/** Below this many characters an answer is only taken out where it stands alone: "7" is in every other word. */
const SHORT = 4

/** What is called by these is the flow's or the machine's, never the shopper's. */
const NAMES = new Set(['id', 'type', 'option', 'prompt', 'step', 'call', 'turn', 'kind', 'found', 'key', 'flow'])

/** Where events, states and calls keep answers under the names of their fields. */
const NAMED = new Set(['values', 'facts', 'input'])

/** The flow's sensitive fields, by name. */
export function sensitiveFields({ fields }: Pick<Flow, 'fields'>): Readonly<Record<string, Field>> {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field.sensitive))
}

/** Takes sensitive answers out of anything that is plain JSON: under their names, and wherever their words come up again. */
export type Redact = <Value>(value: Value) => Value

/** A `Redact` for what was answered to these fields, in any of these values. */
export function redactor(fields: Readonly<Record<string, Field>>, ...seen: readonly unknown[]): Redact {
  const secrets = new Map<string, string>()
  const note = (name: string, value: unknown): void => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    const words = typeof value === 'object' && value !== null && 'value' in value ? value.value : value
    if (field && typeof words === 'string' && words.trim() !== '') secrets.set(words.trim(), standIn(field))
  }
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    // A field of a form stands beside its name.
    if ('type' in value && 'name' in value && 'value' in value) note(String(value.name), value.value)
    for (const [key, part] of Object.entries(value)) {
      if (NAMED.has(key)) for (const [name, answer] of Object.entries(part ?? {})) note(name, answer)
      look(part)
    }
  }
  if (Object.keys(fields).length > 0) seen.forEach(look)
  const longest = [...secrets].sort(([left], [right]) => right.length - left.length)

  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return cleanText(value)
    if (Array.isArray(value)) return value.map(clean)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, NAMES.has(key) ? part : clean(part)]))
  }
  const cleanText = (text: string): string => {
    const instead = secrets.get(text.trim())
    if (instead !== undefined) return instead
    return longest.reduce((so, [secret, stand]) => (secret.length < SHORT ? so : so.replaceAll(secret, stand)), text)
  }
  return (value) => (longest.length === 0 ? value : (clean(value) as typeof value))
}

/**
 * A recording without the answers to a flow's sensitive fields. It can be replayed: what stands for an answer passes the same check.
 * `steps` are the recorder's, where they are at hand: an answer is taken out in the form that the machine gave it, too.
 */
export function redactRecording(flow: Pick<Flow, 'fields'>, recording: Recording, steps: readonly TraceStep[] = []): Recording {
  return redactor(sensitiveFields(flow), recording.events, recording.from, steps)(recording)
}
