import type { Flow } from '../../flow.js'
import { stepPath, stepsOf } from '../flow-edges.js'
import { follow } from '../follow.js'
import { savedBy } from './fact-moves.js'
import type { Fault, Rule } from './rule.js'

/** What the shopper has told and something else takes the place of, before a person reads it. */
export const lostFact: Rule = {
  code: 'lost-fact',
  find({ flow, graph }) {
    const asked = new Set(stepsOf(flow).flatMap(([, step]) => (step.type === 'ask' ? step.fields : [])))
    return [...asked].flatMap((fact) => {
      const writers = writersOf(flow, fact)
      if (writers.size === 0) return []
      const askers = new Set(
        stepsOf(flow).flatMap(([id, step]) =>
          step.type === 'ask' && step.fields.includes(fact) ? [`${stepPath(flow, id)}/next`] : [],
        ),
      )
      const found = follow(graph, 0, (memory, way) => {
        let told = memory
        for (const path of way.took) {
          if (askers.has(path)) told = 1
          else if (told === 1 && writers.has(path)) return { next: null, found: [path] }
        }
        return { next: told, found: [] }
      })
      return [...found].map(([path, ways]): Fault => {
        const writer = writers.get(path)
        return { path: writer?.path ?? path, says: writer?.says ?? '', ways }
      })
    })
  },
}

interface Writer {
  readonly path: string
  readonly says: string
}

/** Where something else is kept under the fact’s name, by the edge or step at which that happens. */
function writersOf(flow: Flow, fact: string): ReadonlyMap<string, Writer> {
  const writers = new Map<string, Writer>()
  const another = 'Keep one of the two under another name.'
  const own = (path: string, what: string) =>
    writers.set(path, {
      path,
      says: `The shopper has told "${fact}", and here it is taken for ${what}: a person never reads what was told. ${another}`,
    })
  for (const [id, step] of stepsOf(flow)) {
    const at = stepPath(flow, id)
    if (step.set && Object.hasOwn(step.set, fact)) {
      writers.set(at, {
        path: `${at}/set/${fact}`,
        says: `The shopper has told "${fact}", and what a shopper says is not set anew: what this sets is lost. ${another}`,
      })
    }
    if (step.type === 'articles' && fact === 'article') own(`${at}/read`, 'the article that is read')
    if (step.type === 'articles' && fact === 'query') own(`${at}/search`, 'the words of a search')
    if (step.type !== 'call') continue
    if (step.action === 'listTopics' && fact === 'query') own(`${at}/done`, 'the words of a search that is over')
    if (savedBy(step).includes(fact)) {
      const said = step.save && Object.hasOwn(step.save, fact)
      writers.set(`${at}/done`, {
        path: said ? `${at}/save/${fact}` : `${at}/done`,
        says: `The shopper has told "${fact}", and the shop’s answer takes its place: a person never reads what was told. ${another}`,
      })
    }
  }
  return writers
}
