import type { Finding } from '../finding.js'
import type { Flow } from '../flow.js'
import { type CheckOptions, checkFlow } from './check-flow.js'

/** A finding as a few lines: what and where, how to mend it, and the conversation that shows it. */
export function tellFinding({ code, path, says, conversation }: Finding): string {
  const where = path === '' ? '' : ` at ${path}`
  return [`${code}${where}: ${says}`, ...conversation.map((line) => `    ${line}`)].join('\n')
}

/**
 * Refuses a flow in which a shopper could get lost: throws one error that tells every finding. What was not looked at for want of
 * budget is no fault.
 *
 * @throws where `checkFlow` finds a fault.
 *
 * @example if (developing) judgeFlow(flow)
 */
export function judgeFlow(flow: Flow, options?: CheckOptions): void {
  const { findings } = checkFlow(flow, options)
  if (findings.length === 0) return
  const many = findings.length === 1 ? 'a fault' : `${findings.length} faults`
  throw new Error(`The flow "${flow.id}" has ${many}.\n\n${findings.map(tellFinding).join('\n\n')}\n`)
}
