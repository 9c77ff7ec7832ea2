import { withoutSecrets } from '../facts/without-secrets.js'
import type { Turn } from './turn.js'

/**
 * A closed conversation plus something new is a new conversation; what we know stays known. So it is where the desk did not take
 * one: then nobody has read what was said, and it goes along with the next.
 */
export function beginAnew(turn: Turn, code: 'new-conversation' | 'desk-refused' | 'session-ended' = 'new-conversation'): void {
  turn.add('desk', { kind: 'notice', code })
  turn.change({
    conversation: null,
    phase: 'bot',
    log: null,
    step: turn.flow.menu,
    prompt: null,
    previous: null,
    pending: null,
    order: null,
    articles: [],
    summary: null,
    tries: {},
    tried: [],
    nos: 0,
    unplaced: 0,
    reason: null,
    redactions: 0,
    facts: withoutSecrets(turn.state.facts),
  })
}
