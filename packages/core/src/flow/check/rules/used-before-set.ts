import type { Choice, Flow, Step } from '../../flow.js'
import type { Way } from '../explore.js'
import { conditionsOf, factOf } from '../fact-classes.js'
import { stepPath, stepsOf } from '../flow-edges.js'
import { follow, pathBy } from '../follow.js'
import { learnedAt, learnedFromText, savedBy } from './fact-moves.js'
import type { Fault, Rule, Subject } from './rule.js'

/** What the machine makes known by itself. */
const OWN: readonly string[] = ['orderNumber', 'email', 'situation', 'query', 'article', 'missing']

/** Facts in texts and calls that may not be there yet, and conditions on facts that nobody ever sets. */
export const usedBeforeSet: Rule = {
  code: 'used-before-set',
  find: (subject) => [...neverSet(subject), ...holes(subject)],
}

interface Use {
  readonly path: string
  readonly step: string
  readonly fact: string
  readonly how: 'text' | 'call'
}

function neverSet({ flow, graph, given }: Subject): readonly Fault[] {
  const set = new Set([...OWN, ...given, ...settersIn(flow)])
  const faults = new Map<string, Fault>()
  for (const [id, step] of stepsOf(flow)) {
    if (step.type !== 'branch') continue
    for (const [index, { when }] of step.cases.entries()) {
      for (const fact of conditionsOf(when).flatMap((one) => factOf(one) ?? [])) {
        if (set.has(fact) || faults.has(fact)) continue
        faults.set(fact, {
          path: `${stepPath(flow, id)}/cases/${index}/when`,
          says: `Nothing ever sets "${fact}", so this asks in vain. Ask for it, set or save it before; if the page tells it, name it in the flow’s "facts".`,
          ways: pathBy(graph, stepPath(flow, id)) ?? [],
        })
      }
    }
  }
  return [...faults.values()]
}

function settersIn(flow: Flow): readonly string[] {
  return stepsOf(flow).flatMap(([, step]) => [
    ...Object.keys(step.set ?? {}),
    ...(step.type === 'ask' ? step.fields : []),
    ...(step.type === 'call' ? savedBy(step) : []),
  ])
}

/** Follows each fact that is used from the beginning to where it is set; what is used before that has a hole. */
function holes({ flow, graph }: Subject): readonly Fault[] {
  const uses = stepsOf(flow).flatMap(([id, step]) => usesIn(flow, id, step))
  const learned = learnedAt(flow)
  const optional = new Map<string, ReadonlySet<string>>(
    stepsOf(flow).flatMap(([id, step]) =>
      step.type === 'ask' ? [[`${stepPath(flow, id)}/next`, new Set(step.fields)] as const] : [],
    ),
  )
  return [...new Set(uses.map(({ fact }) => fact))].flatMap((fact) => {
    const at = new Map<string, Use[]>()
    for (const use of uses) if (use.fact === fact) at.set(use.step, [...(at.get(use.step) ?? []), use])
    // Memory: 0 while it is not known, 1 where it was asked for and may have been left empty.
    const found = follow(graph, 0, (memory, way) => watch(memory, way))
    function watch(memory: number, way: Way): { readonly next: number | null; readonly found: readonly string[] } {
      if (learnedFromText(way).includes(fact)) return { next: null, found: [] }
      let asked = memory
      const holes: string[] = []
      for (const path of way.took) {
        if (learned.get(path)?.has(fact)) return { next: null, found: holes }
        if (optional.get(path)?.has(fact)) asked = 1
        for (const use of at.get(path) ?? []) if (asked === 0 || use.how === 'text') holes.push(use.path)
      }
      return { next: asked, found: holes }
    }
    return [...found].map(([path, ways]): Fault => {
      const how = uses.find((use) => use.path === path && use.fact === fact)?.how
      const where = how === 'call' ? 'The shop is asked with' : 'This says'
      return {
        path,
        says: `${where} "${fact}" where it may not be known yet. Ask for it before, or go this way only where it is known.`,
        ways,
      }
    })
  })
}

function usesIn(flow: Flow, id: string, step: Step): readonly Use[] {
  const at = stepPath(flow, id)
  const text = (name: string, key: string | undefined): readonly Use[] =>
    namesIn(flow, key).map((fact) => ({ path: `${at}/${name}`, step: at, fact, how: 'text' }))
  const choices = (options: readonly Choice[] = []) =>
    options.flatMap(({ label, hint }, index) => [
      ...text(`options/${index}/label`, label),
      ...text(`options/${index}/hint`, hint),
    ])
  const own = [
    ...('text' in step ? text('text', step.text) : []),
    ...('options' in step ? choices(step.options) : []),
    ...Object.entries(step.set ?? {}).flatMap(([name, value]) => text(`set/${name}`, value)),
  ]
  switch (step.type) {
    case 'say':
      return [
        ...own,
        ...(step.cards ?? []).flatMap((card, index) => [
          ...text(`cards/${index}/title`, card.title),
          ...text(`cards/${index}/text`, card.text),
        ]),
      ]
    case 'ask':
      return [...own, ...text('submit', step.submit)]
    case 'call':
      return [
        ...own,
        ...step.input.map((fact): Use => ({ path: `${at}/input/${step.input.indexOf(fact)}`, step: at, fact, how: 'call' })),
      ]
    case 'handoff':
      return [...own, ...text('reason', `summary.${step.reason}`)]
    default:
      return own
  }
}

/** The facts that a text names. A key without words names none. */
function namesIn(flow: Flow, key: string | undefined): readonly string[] {
  if (key === undefined) return []
  const words = Object.hasOwn(flow.texts, key) ? (flow.texts[key] ?? key) : key
  return [...new Set([...words.matchAll(/\{([\w-]+)\}/g)].map(([, name = '']) => name))]
}
