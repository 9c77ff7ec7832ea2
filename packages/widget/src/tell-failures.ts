// A part of its own: only a page with an adapter or actions of its own downloads it.
import type { Adapter } from '@shopbell/core'
import { watchCalls } from '@shopbell/core/testing'
import { ACTION_REFUSED } from './page/action-refused.js'

/** Tells the console why the shop's own code has failed, from now on. The shopper takes the flow's way for a failure. */
export function tellFailures(adapter: Adapter): void {
  const said = new Set<string>()
  const watched = watchCalls(adapter, (call, cause) => {
    // What the page has registered has said so itself.
    if (cause instanceof Error && cause.name === ACTION_REFUSED) return
    // An order of which a part is left out is shown, so its call has not failed.
    const message = `[shopbell] The call "${call}"${typeof cause === 'string' ? `: ${cause}` : ' has failed:'}`
    if (said.has(message + cause)) return
    said.add(message + cause)
    if (typeof cause === 'string') console.error(message)
    else console.error(message, cause)
  })
  // In place, since the chat has it already.
  Object.assign(adapter, watched)
}
