import { fold } from './fold.js'
import { matterOf } from './matter.js'
import type { Route } from './route.js'
import { RULES } from './rules.js'

const PRESSING = RULES.filter(({ priority }) => priority)

/**
 * Where a text goes that is on its way to a person anyway: only an injury, a danger or a wrong charge changes how, whatever else it
 * says.
 *
 * @example dangerIn('Please let me talk to a person, I am bleeding')?.reason // 'safety'
 */
export function dangerIn(text: string): Extract<Route, { to: 'person' }> | undefined {
  const matter = matterOf(fold(text), PRESSING)
  if (!matter) return undefined
  const { reason = 'safety', team, priority, evidence } = matter
  return { to: 'person', reason, ...(team && { team }), ...(priority && { priority }), evidence: [evidence] }
}
