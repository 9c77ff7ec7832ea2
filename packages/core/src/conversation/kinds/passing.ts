import { factValue } from '../../facts/fact-value.js'
import type { BranchStep, EndStep, GotoStep, HandoffStep, SayStep } from '../../flow/flow.js'
import { toOptions } from '../greet.js'
import type { Kind } from './kind.js'

// The steps that wait for nobody, and those that close the matter.

export const say: Kind<SayStep> = {
  enter(turn, _, { text, cards, next }) {
    turn.say(text)
    if (cards) turn.part('own')?.showCards(turn, cards)
    return next
  },
}

export const goto: Kind<GotoStep> = { enter: (_turn, _id, { step }) => step }

export const branch: Kind<BranchStep> = {
  enter(turn, _, { cases, otherwise }) {
    const found = cases.find(({ when }) =>
      'in' in when ? when.in.includes(factValue(turn.state.facts, when.fact)) : turn.part('own')?.holds(turn, when),
    )
    return found?.next ?? otherwise
  },
}

export const handoff: Kind<HandoffStep> = {
  enter(turn, _, { type: _type, text, set: _set, reason: code, ...hints }) {
    turn.say(text)
    turn.callPerson({ code, because: '', ...hints })
    return undefined
  },
}

export const end: Kind<EndStep> = {
  enter(turn, _, { text }) {
    const { menu, greeting } = turn.flow
    turn.say(text)
    turn.change({ tries: {}, previous: null })
    turn.ask(menu, { kind: 'choice', look: 'chips', options: toOptions(turn.flow, greeting.options, turn.state.facts) })
    return undefined
  },
}
