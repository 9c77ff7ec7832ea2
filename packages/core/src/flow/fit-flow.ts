import { fitOpening, fitting } from './fit-opening.js'
import type { Capability, Flow, Step } from './flow.js'

function fitStep(step: Step, has: ReadonlySet<Capability>): Step {
  if (step.type === 'choose' || step.type === 'articles') return { ...step, options: fitting(step.options, has) }
  if (step.type === 'ask' && step.options) return { ...step, options: fitting(step.options, has) }
  return step
}

/** The flow as a shop with these capabilities can keep it. */
export function fitFlow(flow: Flow, has: ReadonlySet<Capability>): Flow {
  const { order, faq, ...others } = flow.routes
  return {
    ...fitOpening(flow, has),
    steps: Object.fromEntries(Object.entries(flow.steps).map(([id, step]) => [id, fitStep(step, has)])),
    routes: { ...others, ...(order && has.has('orders') ? { order } : {}), ...(faq && has.has('faqs') ? { faq } : {}) },
    reach: has.has('person') ? 'desk' : 'contact',
  }
}
