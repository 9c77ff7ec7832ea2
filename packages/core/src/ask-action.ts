import type { Adapter } from './adapter.js'
import type { CallInput } from './ask-adapter.js'
import type { CallResult } from './conversation/event.js'
import { asItIs, type Json } from './json.js'

/** Does what only this shop can do. What it cannot do takes the flow's own way for a failure; nobody reads why. */
export async function askAction(
  actions: Adapter['actions'],
  name: string,
  input: CallInput,
  signal: AbortSignal,
): Promise<CallResult> {
  const action = actions && Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new Error(name)
  // A fresh copy, made where what breaks on the way is a failure of the shop's and not of the chat.
  const value = JSON.parse(JSON.stringify((await action(input, signal)) ?? null, asItIs)) as Json
  return value === null ? { found: 'nothing' } : { found: 'value', value }
}
