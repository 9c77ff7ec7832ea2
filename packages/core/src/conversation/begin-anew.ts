import { withoutSecrets } from '../facts/without-secrets.js'
import type { Turn } from './turn.js'

/** A closed conversation plus something new is a new conversation; what we know stays known. */
export function beginAnew(turn: Turn): void {
  turn.add('desk', { kind: 'notice', code: 'new-conversation' })
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
