import { nearestName } from '../../nearest-name.js'
import { stepPath, stepsOf } from '../flow-edges.js'
import { pathBy } from '../follow.js'
import type { Rule } from './rule.js'

/** Forms that ask for a field that is not there: the shopper would read its name above a plain line. */
export const fieldNotDeclared: Rule = {
  code: 'field-not-declared',
  find({ flow, graph }) {
    return stepsOf(flow).flatMap(([id, step]) => {
      if (step.type !== 'ask') return []
      const at = stepPath(flow, id)
      return step.fields.flatMap((name, index) => {
        if (Object.hasOwn(flow.fields, name)) return []
        const near = nearestName(name, Object.keys(flow.fields))
        const mend = near === undefined ? 'Declare it in "fields", or ask for another.' : `Did you mean "${near}"?`
        return [{ path: `${at}/fields/${index}`, says: `There is no field "${name}". ${mend}`, ways: pathBy(graph, at) ?? [] }]
      })
    })
  },
}
