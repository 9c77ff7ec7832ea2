import type { Way } from '../explore.js'
import { stepPath, stepsOf } from '../flow-edges.js'
import { follow } from '../follow.js'
import type { Fault, Rule, Subject } from './rule.js'

/** A fact that the shopper has given, and is asked for again at another step of the same matter. */
export const askedTwice: Rule = {
  code: 'asked-twice',
  find: (subject) => [...sameForm(subject), ...otherForm(subject)],
}

function sameForm({ flow, graph }: Subject): readonly Fault[] {
  return stepsOf(flow).flatMap(([id, step]) => {
    if (step.type !== 'ask') return []
    return step.fields.flatMap((fact, index) => {
      if (step.fields.indexOf(fact) === index) return []
      const path = stepPath(flow, id)
      const ways =
        [...follow(graph, 0, (_, way) => ({ next: 0, found: way.took.includes(path) ? [path] : [] })).values()][0] ?? []
      return [{ path: `${path}/fields/${index}`, says: `This form asks for "${fact}" twice. Take one of them out.`, ways }]
    })
  })
}

function otherForm({ flow, graph }: Subject): readonly Fault[] {
  const asks = stepsOf(flow).flatMap(([id, step]) => (step.type === 'ask' ? [{ path: stepPath(flow, id), id, step }] : []))
  const facts = [...new Set(asks.flatMap(({ step }) => step.fields))].filter(
    (fact) => asks.filter(({ step }) => step.fields.includes(fact)).length > 1,
  )
  const menu = stepPath(flow, flow.menu)
  return facts.flatMap((fact) => {
    const askers = asks.filter(({ step }) => step.fields.includes(fact))
    const numberOf = new Map(askers.map(({ path }, index) => [`${path}/next`, index + 1]))
    // The shop has not found anything by it: then it was wrong, and may be asked for again.
    const wrong = new Set(
      stepsOf(flow).flatMap(([id, step]) =>
        step.type === 'call' && step.input.includes(fact) ? [`${stepPath(flow, id)}/empty`] : [],
      ),
    )
    function watch(memory: number, way: Way): { readonly next: number; readonly found: readonly string[] } {
      // What is written begins a matter of its own.
      let by = way.move.with === 'text' || way.move.with === 'talk' ? 0 : memory
      for (const path of way.took) {
        const asked = numberOf.get(path)
        if (asked !== undefined) by = asked
        else if (wrong.has(path) || path === menu) by = 0
      }
      const { step, prompt } = graph.places[way.to]?.state ?? {}
      if (way.ends || way.called !== null || step === flow.menu) by = 0
      const asker = askers.findIndex(({ id }) => id === step)
      const shown = prompt?.kind === 'form' && prompt.fields.some(({ name }) => name === fact)
      const again = by > 0 && asker >= 0 && asker + 1 !== by && shown && way.to !== way.from
      return { next: by, found: again ? [`${askers[asker]?.path}|${askers[by - 1]?.id}`] : [] }
    }
    const found = new Map<string, Fault>()
    for (const [name, ways] of follow(graph, 0, watch)) {
      const [path = '', before = ''] = name.split('|')
      const index = askers.find((one) => one.path === path)?.step.fields.indexOf(fact) ?? 0
      if (found.has(path)) continue
      found.set(path, {
        path: `${path}/fields/${index}`,
        says: `"${fact}" was asked at "${before}" already. Ask once: take it out here, or go around this step where it is known.`,
        ways,
      })
    }
    return [...found.values()]
  })
}
