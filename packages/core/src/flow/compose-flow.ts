import type { TextPatch } from '../locales/catalogue.js'
import { enFlow } from '../locales/en.flow.js'
import { enFlowHandoff } from '../locales/en.flow-handoff.js'
import { enFlowOpening } from '../locales/en.flow-opening.js'
import type { CommonStep } from './define-module.js'
import type { Choice, Flow, FlowModule, Proactive } from './flow.js'
import { storefrontChapters } from './storefront-chapters.js'

/** The ids of the steps that these modules have between them. */
type StepIdOf<Module extends FlowModule> = Module extends FlowModule ? Extract<keyof Module['steps'], string> : never

/** What a shop puts together. */
export interface Composition<Module extends FlowModule = FlowModule> extends Partial<Pick<Flow, 'changes' | 'hours' | 'triage'>> {
  readonly id: string
  readonly version: number
  /** The subjects, in the order in which the menu shows them. A person comes last, always. */
  readonly modules: readonly Module[]
  /** Openings by itself. Each leads to a step of a module, or to the menu. */
  readonly proactive?: readonly (Omit<Proactive, 'next'> & { readonly next?: StepIdOf<Module> | CommonStep })[]
  // Any key: openings, fields and what fails in a form have keys that no module's texts need to have.
  /** Other words for what the bot says, by their keys. Editors complete Shopbell's own. */
  readonly texts?: TextPatch & Readonly<Record<string, string>>
}

/** Modules that do not fit together, and where in the flow. `shopbell check` knows it by its name. */
class CompositionError extends Error {
  override readonly name = 'CompositionError'

  constructor(
    message: string,
    readonly path: string,
  ) {
    super(message)
  }
}

const PERSON: Choice = { id: 'agent', label: 'menu.agent', hint: 'menu.agent.hint', icon: 'person', next: 'person' }

/**
 * A flow out of modules: the shipped ones, and your own from `defineModule`. A mistyped step in `proactive` does not compile.
 *
 * @throws where two modules have a step, a field or a route of the same name, or a module uses another's name for its steps.
 *
 * @example
 * export const flow = composeFlow({ id: 'my-shop', version: 1, modules: [orders, returns, damaged, articles, message] })
 */
export function composeFlow<Module extends FlowModule>({ modules, texts, ...rest }: Composition<Module>): Flow {
  for (const { name, steps } of modules) {
    const stray = Object.keys(steps).find((id) => !id.startsWith(`${name}-`))
    if (stray !== undefined)
      throw new CompositionError(`The step "${stray}" of the module "${name}" must begin with "${name}-".`, `steps/${stray}`)
  }
  const { menu, greeting, fields, steps } = storefrontChapters
  return {
    ...rest,
    menu,
    greeting: { ...greeting, options: [...modules.flatMap(({ entry }) => entry ?? []), PERSON] },
    steps: gathered('step', [steps, ...modules.map((one) => one.steps)]),
    fields: gathered('field', [fields, ...modules.map((one) => one.fields)]),
    routes: gathered(
      'route',
      modules.map((one) => one.routes),
    ),
    facts: [...new Set(modules.flatMap((one) => one.facts ?? []))],
    texts: Object.assign({}, enFlowOpening, enFlow, enFlowHandoff, ...modules.map((one) => one.texts), texts),
  }
}

function gathered<Value>(what: string, records: readonly (Readonly<Record<string, Value>> | undefined)[]): Record<string, Value> {
  const all: Record<string, Value> = {}
  for (const [name, value] of records.flatMap((record) => Object.entries(record ?? {}))) {
    if (Object.hasOwn(all, name))
      throw new CompositionError(`Two modules have a ${what} "${name}". Give one of them another name.`, `${what}s/${name}`)
    all[name] = value
  }
  return all
}
