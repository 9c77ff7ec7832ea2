import type { Adapter } from './adapter.js'
import { askAdapter } from './ask-adapter.js'
import type { Effect } from './conversation/effect.js'
import type { Id } from './conversation/entry.js'
import type { Intent } from './conversation/event.js'
import type { Sender } from './delivery/protocol.js'
import type { Environment } from './environment.js'

// A look or a rating that takes longer is not worth waiting for.
const ASIDE_TIMEOUT = 10_000

/** What performing effects needs of the chat. Only `chat.ts` has it to give. */
export interface EffectsHost {
  readonly adapter: Adapter
  readonly environment: Environment
  sender(): Sender
  dispatch(intent: Intent): void
}

/** The machine's effects on the outside, but for delivery. */
export interface Effects {
  perform(effect: Effect): void
  /** Takes back everything that is under way. */
  stop(): void
}

/** Performs what the machine asks for, and brings each answer back as an event. The hands of `chat.ts`; nobody else calls it. */
export function createEffects({ adapter, environment, sender, dispatch }: EffectsHost): Effects {
  const calls = new Map<Id, AbortController>()

  function abort(id: Id): void {
    const controller = calls.get(id)
    calls.delete(id)
    controller?.abort()
  }

  /** Begins something that can be aborted and takes `timeout` at most; `over` says whether it was still wanted. */
  function begin(id: Id, timeout: number, late: () => void): { readonly signal: AbortSignal; over(): boolean } {
    const controller = new AbortController()
    const cancel = environment.later(() => {
      late()
      abort(id)
    }, timeout)
    calls.set(id, controller)
    controller.signal.addEventListener('abort', cancel, { once: true })
    return {
      signal: controller.signal,
      over() {
        cancel()
        return calls.delete(id)
      },
    }
  }

  function call(effect: Extract<Effect, { do: 'call' }>): void {
    const fail = (why: 'timeout' | 'error'): void => dispatch({ type: 'call.failed', call: effect.call, why })
    const { signal, over } = begin(effect.call, effect.timeout, () => fail('timeout'))
    askAdapter(adapter, effect.name, effect.input, sender(), signal).then(
      (result) => over() && dispatch({ type: 'call.done', call: effect.call, result }),
      () => over() && fail('error'),
    )
  }

  /** Something of its own, without an answer that the flow waits for; what is under way is not begun again. */
  function aside(id: Id, work: (signal: AbortSignal) => Promise<void> | undefined): void {
    if (calls.has(id)) return
    const { signal, over } = begin(id, ASIDE_TIMEOUT, () => undefined)
    Promise.resolve(work(signal)).then(over, over)
  }

  async function lookWhoIsThere(signal: AbortSignal): Promise<void> {
    const there = await adapter.availability?.get(signal).catch(() => null)
    if (!signal.aborted && there !== undefined) dispatch({ type: 'availability.changed', availability: there })
  }

  return {
    perform(effect) {
      if (effect.do === 'call') call(effect)
      else if (effect.do === 'abort') abort(effect.call)
      else if (effect.do === 'look-who-is-there') aside(effect.do, lookWhoIsThere)
      else if (effect.do === 'rate-article') {
        aside(environment.id(), (signal) => adapter.faqs?.rate?.(effect.article, effect.helped, effect.missing, signal, sender()))
      }
    },
    stop() {
      for (const id of [...calls.keys()]) abort(id)
    },
  }
}
