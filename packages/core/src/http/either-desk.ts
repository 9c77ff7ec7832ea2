import type { Desk } from '../adapter.js'

/** Refusals in a row after which the other wire is tried. */
const TRIES = 2
/** Attempts by the other wire after which the first one is tried again: a network that blocked it may be behind us. */
const LOOK_BACK = 20

/**
 * One desk over two wires: the first, and where it cannot be opened, the other. Some networks let no WebSocket through. Both lead to
 * the same log, so a change in the middle of a queue loses nothing and doubles nothing.
 *
 * @example
 * const desk = eitherDesk(socketIoDesk({ url }), httpDesk({ url }))
 */
export function eitherDesk(first: Desk, other: Desk): Desk {
  let current = first
  let refusals = 0
  let attempts = 0
  return {
    // Whatever is promised has to hold on either.
    guarantee: first.guarantee === 'exact' ? other.guarantee : 'relay',
    async open(hello, sink, signal) {
      if (current === other && ++attempts % LOOK_BACK === 0) current = first
      const wire = current
      const answer = await wire.open(hello, sink, signal)
      const isClosed = answer.t === 'refused' && answer.code === 'unavailable' && !signal.aborted
      refusals = isClosed ? refusals + 1 : 0
      if (refusals >= TRIES) {
        refusals = 0
        current = wire === first ? other : first
      }
      return answer
    },
    submit: (...given) => current.submit(...given),
    page: (...given) => current.page(...given),
    hint: (hint) => current.hint?.(hint),
  }
}
