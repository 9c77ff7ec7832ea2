import { LIMITS } from '../limits.js'
import type { Finding, FindingCode } from './finding.js'

/** The limits of a flow, wherever it comes from. */
export const FLOW_LIMITS = {
  /** Characters of a flow’s file. */
  text: 1_000_000,
  steps: 5_000,
} as const

/** Names that mean something to JavaScript itself: those that every object has. */
export const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)])

/** Where a value, or each of a list, is the name of a fact. */
const NAMES_OF_FACTS: ReadonlySet<string> = new Set(['fact', 'known', 'unknown', 'facts', 'fields', 'input'])

interface Visit {
  readonly value: unknown
  readonly path: readonly string[]
  /** What it is in, from the outside in, so that a circle is noticed. */
  readonly inside: ReadonlySet<object>
}

/** What makes a value unfit to be read at all: too large, too deep, in circles, or with names that are not its own. */
export function limitFindings(value: unknown): readonly Finding[] {
  const findings: Finding[] = []
  const say = (code: FindingCode, path: readonly string[], says: string) =>
    findings.push({ code, path: path.join('/'), says, conversation: [] })
  let size = 0
  const visits: Visit[] = [{ value, path: [], inside: new Set() }]
  for (let visit = visits.pop(); visit; visit = visits.pop()) {
    const { path, inside } = visit
    if (typeof visit.value === 'string' && PROTOTYPE_KEYS.has(visit.value) && namesFact(path)) {
      say('prototype-key', path, `"${visit.value}" means something to JavaScript itself. Give the fact another name.`)
    }
    if (typeof visit.value === 'string') size += visit.value.length
    if (size > FLOW_LIMITS.text) {
      say('too-large', [], `This is more than ${FLOW_LIMITS.text.toLocaleString('en')} characters. Split the flow into several.`)
      return findings
    }
    if (typeof visit.value !== 'object' || visit.value === null) continue
    if (inside.has(visit.value)) {
      say('circular', path, 'This holds itself. A flow is plain data, as in a JSON file: name steps by their ids.')
      return findings
    }
    if (path.length > LIMITS.nesting) {
      say('too-deep', path.slice(0, 8), `This is nested more than ${LIMITS.nesting} deep. A flow has all its steps side by side.`)
      return findings
    }
    const deeper = new Set(inside).add(visit.value)
    for (const [key, inner] of Object.entries(visit.value)) {
      size += key.length + 4
      if (PROTOTYPE_KEYS.has(key)) {
        say('prototype-key', [...path, key], `"${key}" means something to JavaScript itself. Give it another name.`)
        continue
      }
      visits.push({ value: inner, path: [...path, key], inside: deeper })
    }
  }
  const steps = typeof value === 'object' && value !== null && 'steps' in value ? value.steps : undefined
  const count = typeof steps === 'object' && steps !== null ? Object.keys(steps).length : 0
  if (count > FLOW_LIMITS.steps)
    say(
      'too-many-steps',
      ['steps'],
      `These are ${count} steps; at most ${FLOW_LIMITS.steps} are read. Split the flow into several.`,
    )
  return findings
}

function namesFact(path: readonly string[]): boolean {
  const [before = '', last = ''] = path.slice(-2)
  return path[0] !== 'texts' && (NAMES_OF_FACTS.has(last) || NAMES_OF_FACTS.has(before))
}
