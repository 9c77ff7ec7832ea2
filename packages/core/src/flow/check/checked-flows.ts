// `@shopbell/core/flows` while you develop: the same, but a flow in which a shopper could get lost is refused where it is written.
import { composeFlow as compose } from '../compose-flow.js'
import { defineFlow as define } from '../define-flow.js'
import type { Flow } from '../flow.js'
import { judgeFlow } from './judge-flow.js'

export * from '../flows.js'

// A page that reloads at every change must not wait: about a second. `shopbell check` looks at everything.
const QUICK = { budget: 1_000 }

function judged(flow: Flow): Flow {
  judgeFlow(flow, QUICK)
  return flow
}

export const defineFlow: typeof define = (source) => judged(define(source))
export const composeFlow: typeof compose = (composition) => judged(compose(composition))
