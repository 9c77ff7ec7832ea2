import { fitFlow } from '../fit-flow.js'
import type { Capability, Choice, Flow } from '../flow.js'
import { stepPath, stepsOf } from './flow-edges.js'

/** The flow as a shop keeps it that cannot do all that the flow makes use of. */
export interface LesserShop {
  readonly flow: Flow
  /** What the shop is without, such as `orders or a person`. */
  readonly without: string
  /** A path in this flow as it is in the whole one: options have been left out. */
  inWhole(path: string): string
}

const WORDS: Readonly<Record<Capability, string>> = { orders: 'orders', faqs: 'articles', person: 'a desk or tickets' }
const ALL: readonly Capability[] = ['orders', 'faqs', 'person']

/** One shop for each choice of what the options of a flow need, but for the shop that has it all. */
export function lesserShops(flow: Flow): readonly LesserShop[] {
  const needed = new Set(stepsOf(flow).flatMap(([, step]) => optionsOf(step).flatMap(({ needs }) => needs ?? [])))
  const had = ALL.filter((one) => one !== 'person' || flow.reach !== 'contact')
  const names = had.filter((one) => needed.has(one))
  const lacks = Array.from({ length: 2 ** names.length - 1 }, (_, index) =>
    names.filter((_, bit) => ((index + 1) >> bit) % 2 === 1),
  )
  return lacks.map((lack) => {
    const fitted = fitFlow(flow, new Set(had.filter((one) => !lack.includes(one))))
    const without = lack.map((one) => WORDS[one]).join(' and without ')
    return { flow: fitted, without, inWhole: (path) => pathInWhole(flow, fitted, path) }
  })
}

function optionsOf(step: object): readonly Choice[] {
  return 'options' in step ? ((step.options as readonly Choice[] | undefined) ?? []) : []
}

function pathInWhole(whole: Flow, fitted: Flow, path: string): string {
  const steps = new Map(stepsOf(whole))
  for (const [id, step] of stepsOf(fitted)) {
    const at = `${stepPath(fitted, id)}/options/`
    if (!path.startsWith(at)) continue
    const [index = '', ...rest] = path.slice(at.length).split('/')
    const option = optionsOf(step)[Number(index)]
    const found = optionsOf(steps.get(id) ?? {}).findIndex((one) => one.id === option?.id)
    return [`${at}${found < 0 ? index : found}`, ...rest].join('/')
  }
  return path
}
