import type { Adapter } from './adapter.js'
import type { CallInput } from './ask-adapter.js'
import type { CallResult } from './conversation/event.js'

/** Does what only this shop can do. What it cannot do takes the flow's own way for a failure; nobody reads why. */
export async function askAction(
  actions: Adapter['actions'],
  name: string,
  input: CallInput,
  signal: AbortSignal,
): Promise<CallResult> {
  const action = actions && Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new Error(name)
  const value = await action(input, signal)
  return value === null ? { found: 'nothing' } : { found: 'value', value }
}
