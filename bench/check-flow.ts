import { checkFlow } from '../packages/core/dist/flow/check/check-flow.js'
import { thousandSteps } from '../packages/core/dist/flow/check/testing/thousand-steps.js'
import { shippedFlows } from '../packages/core/dist/testing/shipped-flows.js'

/** How long it takes to prove each shipped flow, and one of a thousand steps with ten live facts. */
export function benchCheckFlow(): void {
  console.log('| flow | verdict | steps | edges | states | transitions | frontier | seconds | of CPU |')
  for (const [name, flow] of [...Object.entries(shippedFlows), ['a thousand steps, ten live facts', thousandSteps()] as const]) {
    const began = performance.now()
    const busy = process.cpuUsage()
    const { verdict, graph, states, transitions, frontier } = checkFlow(flow)
    const seconds = (performance.now() - began) / 1_000
    const { user, system } = process.cpuUsage(busy)
    const figures = [graph.steps, graph.edges, states, transitions, frontier].map((figure) => figure.toLocaleString('en'))
    console.log(`| ${[name, verdict, ...figures, seconds.toFixed(2), ((user + system) / 1e6).toFixed(2)].join(' | ')} |`)
  }
}
