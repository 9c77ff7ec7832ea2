import * as v from 'valibot'
import type { Finding } from './finding.js'
import type { Flow } from './flow.js'
import { limitFindings } from './flow-limits.js'
import { flowSchema } from './flow-schema.js'
import { shapeFinding } from './shape-finding.js'

/** A flow, or what keeps this from being one. */
export type ParsedFlow = { readonly flow: Flow } | { readonly findings: readonly Finding[] }

// Nobody mends more at a time.
const MOST_FINDINGS = 50

/**
 * Reads a flow that comes from outside into fresh values, or says where it is none and how to mend it. It checks the shape only;
 * `checkFlow` from `@shopbell/core/check` proves the flow itself.
 *
 * @example
 * const parsed = parseFlow(JSON.parse(text))
 * if ('flow' in parsed) createChat({ flow: parsed.flow, … })
 */
export function parseFlow(value: unknown): ParsedFlow {
  const beyond = limitFindings(value)
  if (beyond.length > 0) return { findings: beyond }
  const lists = listFindings(value)
  if (lists.length > 0) return { findings: lists }
  const parsed = v.safeParse(flowSchema, value)
  if (parsed.success) return { flow: parsed.output as Flow }
  const findings = parsed.issues.map((issue) => shapeFinding(issue, value))
  return { findings: findings.slice(0, MOST_FINDINGS) }
}

/** Lists where names belong: to the schema they are objects with numbers for names. */
function listFindings(value: unknown): readonly Finding[] {
  const says = 'This must be an object, not a list.'
  if (Array.isArray(value)) return [{ code: 'shape', path: '', says, conversation: [] }]
  if (typeof value !== 'object' || value === null) return []
  return ['steps', 'fields', 'texts', 'routes', 'greeting', 'changes'].flatMap((name): readonly Finding[] => {
    const inner = Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined
    return Array.isArray(inner) ? [{ code: 'shape', path: name, says, conversation: [] }] : []
  })
}

/** What is wrong with the shape of a flow that is already in use; what a shop’s capabilities made of it does not count. */
export function findingsOfShape({ reach: _, ...flow }: Flow): readonly Finding[] {
  const parsed = parseFlow(flow)
  return 'findings' in parsed ? parsed.findings : []
}
