import type { TraceStep } from '../chat-contract.js'
import type { CallFailed } from './watch-calls.js'

/** Remembers why calls have failed until the step comes that tells of it. */
export interface Causes {
  readonly heard: CallFailed
  /** Why the call has failed that this step tells of, in a sentence. Each step is asked for once, in its turn. */
  of(step: TraceStep): string | undefined
}

/** Nothing is remembered yet. */
export function rememberCauses(): Causes {
  const causes = new Map<string, string>()
  // What each call that is under way has asked for.
  const asked = new Map<string, string>()
  return {
    heard: (call, cause) => void causes.set(call, String(cause)),
    of({ event, effects }) {
      for (const effect of effects) if (effect.do === 'call') asked.set(effect.call, effect.name)
      if (event.type !== 'call.failed' && event.type !== 'call.done') return undefined
      const call = asked.get(event.call) ?? ''
      const cause = causes.get(call)
      causes.delete(call)
      return event.type === 'call.failed' && event.why === 'error' ? cause : undefined
    },
  }
}
