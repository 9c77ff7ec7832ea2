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
  const parsed = v.safeParse(flowSchema, value)
  if (parsed.success) return { flow: parsed.output as Flow }
  const findings = parsed.issues.map((issue) => shapeFinding(issue, value))
  return { findings: findings.slice(0, MOST_FINDINGS) }
}

/** What is wrong with the shape of a flow that is already in use; what a shop’s capabilities made of it does not count. */
export function findingsOfShape({ reach: _, ...flow }: Flow): readonly Finding[] {
  const parsed = parseFlow(flow)
  return 'findings' in parsed ? parsed.findings : []
}
