import type { Adapter } from './adapter.js'
import { askAdapter } from './ask-adapter.js'
import type { Effect } from './conversation/effect.js'
import type { Id } from './conversation/entry.js'
import type { Intent } from './conversation/event.js'
import type { Sender } from './delivery/protocol.js'
import type { Environment } from './environment.js'
import type { Availability } from './handoff/availability.js'

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
  const running = new Map<Id, AbortController>()

  /**
   * Begins what can be aborted and takes `timeout` at most, and tells what has come of it, if that is still wanted by then. What is
   * under way is not begun again.
   */
  function begin(
    id: Id,
    timeout: number,
    work: (signal: AbortSignal) => Promise<Intent | undefined>,
    failed: (why: 'timeout' | 'error') => Intent | undefined,
  ): void {
    if (running.has(id)) return
    const controller = new AbortController()
    const { signal } = controller
    const end = (news: Intent | undefined): void => {
      cancel()
      // An adapter may answer late what was taken back, and what is under way by this name is another one then.
      if (signal.aborted) return
      running.delete(id)
      if (news) dispatch(news)
    }
    const cancel = environment.later(() => {
      end(failed('timeout'))
      controller.abort()
    }, timeout)
    running.set(id, controller)
    signal.addEventListener('abort', cancel)
    work(signal).then(end, () => end(failed('error')))
  }

  function abort(id: Id): void {
    const controller = running.get(id)
    running.delete(id)
    controller?.abort()
  }

  return {
    perform(effect) {
      const { availability, faqs } = adapter
      if (effect.do === 'call') {
        const { call, name, input, timeout } = effect
        const ask = async (signal: AbortSignal): Promise<Intent> => {
          const result = await askAdapter(adapter, name, input, sender(), signal)
          return { type: 'call.done', call, result }
        }
        begin(call, timeout, ask, (why) => ({ type: 'call.failed', call, why }))
      } else if (effect.do === 'abort') abort(effect.call)
      else if (effect.do === 'look-who-is-there' && availability) {
        const found = (there: Availability | null): Intent => ({ type: 'availability.changed', availability: there })
        const look = async (signal: AbortSignal) => found(await availability.get(signal))
        begin(effect.do, ASIDE_TIMEOUT, look, (why) => (why === 'error' ? found(null) : undefined))
      } else if (effect.do === 'rate-article') {
        const rate = async (signal: AbortSignal) => {
          await faqs?.rate?.(effect.article, effect.helped, effect.missing, signal, sender())
          return undefined
        }
        begin(environment.id(), ASIDE_TIMEOUT, rate, () => undefined)
      }
    },
    stop() {
      for (const id of [...running.keys()]) abort(id)
    },
  }
}
