import { factValue } from '../../facts/fact-value.js'
import type { CallStep } from '../../flow/flow.js'
import type { Kind } from './kind.js'

/** A question to the shop. The answer comes back as an event with the call's id. */
export const call: Kind<CallStep> = {
  enter(turn, id, { action, input, timeout }) {
    const { facts } = turn.state
    const pending = { call: `${turn.event.id}.c`, step: id }
    turn.change({ phase: 'calling', step: id, prompt: null, pending })
    turn.do({
      do: 'call',
      call: pending.call,
      name: action,
      input: Object.fromEntries(input.map((name) => [name, factValue(facts, name)])),
      timeout,
    })
    return undefined
  },
}
