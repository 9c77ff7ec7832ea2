import type { Step } from '../../flow/flow.js'
import type { Turn } from '../turn.js'
import { ask } from './ask.js'
import { call } from './call.js'
import { choose } from './choose.js'
import { helped } from './helped.js'
import type { Kind } from './kind.js'
import { branch, end, goto, handoff, say } from './passing.js'

const kinds: { readonly [Type in Exclude<Step['type'], 'articles'>]: Kind<Extract<Step, { type: Type }>> } = {
  say,
  choose,
  ask,
  call,
  branch,
  helped,
  goto,
  handoff,
  end,
}

/** What the machine does with a step. The steps about articles have a part of their own. */
export function kindOf(turn: Turn, { type }: Step): Kind<Step> | undefined {
  return (type === 'articles' ? turn.part(type) : kinds[type]) as Kind<Step> | undefined
}
