import type { BaseIssue } from 'valibot'
import type { Finding, FindingCode } from './finding.js'
import { flowSchema } from './flow-schema.js'
import { nearestName } from './nearest-name.js'

const CALL_EDGES: readonly string[] = ['done', 'empty', 'failed', 'timedOut']

/** What the schema finds, in a sentence that says how to mend it. */
export function shapeFinding(issue: BaseIssue<unknown>, flow: unknown): Finding {
  const path = (issue.path ?? []).map(({ key }) => String(key))
  return { code: codeOf(issue, path, flow), path: path.join('/'), says: sentenceFor(issue, path, flow), conversation: [] }
}

function codeOf({ type }: BaseIssue<unknown>, path: readonly string[], flow: unknown): FindingCode {
  const key = path.at(-1) ?? ''
  if (type === 'max_length' && key === 'options' && !path.includes('fields')) return 'too-many-choices'
  const isCall = valueAt(flow, [...path.slice(0, -1), 'type']) === 'call'
  return isCall && CALL_EDGES.includes(key) && valueAt(flow, path) === undefined ? 'call-edges' : 'shape'
}

function sentenceFor(issue: BaseIssue<unknown>, path: readonly string[], flow: unknown): string {
  const key = path.at(-1) ?? ''
  const place = valueAt(flow, path.slice(0, -1))
  const isThere = typeof place === 'object' && place !== null && Object.hasOwn(place, key)
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const near = nearestName(key, knownKeys(path.slice(0, -1), flow))
    return `There is no "${key}" here. ${near === undefined ? 'Take it out.' : `Did you mean "${near}"?`}`
  }
  if (!isThere && path.length > 0 && issue.received === 'undefined') {
    return CALL_EDGES.includes(key) ? `"${key}" is missing: say where to go then.` : `"${key}" is missing.`
  }
  switch (issue.type) {
    case 'variant':
    case 'picklist': {
      const known = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)
      const near = typeof issue.input === 'string' ? nearestName(issue.input, known) : undefined
      if (known.length === 0) return expected('an object', issue.received)
      const mend = near === undefined ? `It is one of ${known.join(', ')}.` : `Did you mean "${near}"?`
      const written = typeof issue.input === 'string' ? `"${issue.input.slice(0, 60)}"` : issue.received
      if (key !== 'type') return `There is no ${written} for "${key}". ${mend}`
      return `There is no ${path[0] === 'fields' ? 'field' : 'step'} type ${written}. ${mend}`
    }
    case 'union':
      return key === 'when'
        ? 'This is no condition: name a "fact" with "in", "notIn", "atLeast" or "below", or ask for "known", "unknown", "desk" or "hours".'
        : `This is not what "${key}" can be.`
    case 'regex':
      return `${written(issue)} ${issue.message}.`
    case 'max_length':
      return `${issue.message.startsWith('must') ? 'These' : 'This'} ${lengthOf(issue)}.`
    case 'min_length':
      return 'This must not be empty.'
    case 'min_value':
    case 'max_value':
      return `${written(issue)} must be ${issue.expected}.`
    case 'integer':
      return `${written(issue)} must be a whole number.`
    case 'check':
      return `This ${issue.message}.`
    default:
      return expected(WORDS[issue.expected ?? ''] ?? String(issue.expected), issue.received)
  }
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Object: 'an object',
  Array: 'a list',
}

const expected = (what: string, received: string) => `This must be ${what}, not ${WORDS[received] ?? received.slice(0, 60)}.`

function written({ input }: BaseIssue<unknown>): string {
  return `"${String(input).slice(0, 60)}"`
}

function lengthOf({ expected: most, received, message }: BaseIssue<unknown>): string {
  if (message.startsWith('must')) return `${message}, and are ${received}`
  return `may be ${String(most).replace('<=', '')} long, and is ${received}`
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Readonly<Record<string, unknown>>)[key]
  }
  return found
}

/** A schema as far as its names go. */
interface Named {
  readonly entries?: Readonly<Record<string, Named>>
  readonly wrapped?: Named
  readonly value?: Named
  readonly item?: Named
  readonly options?: readonly (Named | string)[]
}

/** The names that there are at a place of a flow. */
function knownKeys(path: readonly string[], flow: unknown): readonly string[] {
  let schema: Named | undefined = flowSchema as unknown as Named
  for (const [index, key] of path.entries())
    schema = bare(step(bare(schema, flow, path.slice(0, index)), key), flow, path.slice(0, index + 1))
  return Object.keys(schema?.entries ?? {})
}

function step(schema: Named | undefined, key: string): Named | undefined {
  return schema?.entries ? schema.entries[key] : (schema?.item ?? schema?.value)
}

/** What an optional schema wraps, and of several the one that the value says it is. */
function bare(schema: Named | undefined, flow: unknown, path: readonly string[]): Named | undefined {
  const inner = schema?.wrapped ?? schema
  const options = inner?.options?.filter((one): one is Named => typeof one === 'object')
  if (!options || options.length === 0) return inner
  const type = valueAt(flow, [...path, 'type'])
  return options.find(({ entries }) => (entries?.['type'] as { readonly literal?: unknown } | undefined)?.literal === type)
}
