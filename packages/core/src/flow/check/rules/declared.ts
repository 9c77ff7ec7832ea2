import { checkHours } from '../../../handoff/check-hours.js'
import { conditionsOf } from '../fact-classes.js'
import { stepPath, stepsOf } from '../flow-edges.js'
import { pathBy } from '../follow.js'
import { isPossible } from '../sample-values.js'
import type { Fault, Rule } from './rule.js'

// What a flow must say besides its steps.

/** A version without a word about what has changed. */
export const noChangesNote: Rule = {
  code: 'no-changes-note',
  find({ flow }) {
    const versions = Array.from({ length: Math.min(flow.version, 1_000) - 1 }, (_, index) => `${index + 2}`)
    const missing = versions.filter((version) => !Object.hasOwn(flow.changes ?? {}, version))
    return missing.map((version): Fault => {
      const says = `Version ${version} says nothing of what has changed, and of what becomes of open conversations. Note it under "changes".`
      return { path: `changes/${version}`, says }
    })
  },
}

/** Steps that go by the shop’s hours, of a flow that has none. */
export const hoursNotDeclared: Rule = {
  code: 'hours-not-declared',
  find({ flow, graph }) {
    if (flow.hours) return []
    return stepsOf(flow).flatMap(([id, step]) => {
      if (step.type !== 'branch') return []
      const index = step.cases.findIndex(({ when }) => conditionsOf(when).some((one) => 'hours' in one))
      if (index < 0) return []
      const at = stepPath(flow, id)
      const says = 'This goes by the shop’s hours, and the flow has none. Declare "hours", or ask for "desk".'
      return [{ path: `${at}/cases/${index}/when`, says, ways: pathBy(graph, at) ?? [] }]
    })
  },
}

/** Masks that no value fits which the field would take. */
export const impossibleMask: Rule = {
  code: 'impossible-mask',
  find({ flow, graph }) {
    return Object.entries(flow.fields).flatMap(([name, field]) =>
      (field.masks ?? []).flatMap((mask, index): readonly Fault[] => {
        if (isPossible(field, mask)) return []
        const asker = stepsOf(flow).find(([, step]) => step.type === 'ask' && step.fields.includes(name))
        const says = `Nothing that fits the mask "${mask}" is a value that a field of the type ${field.type} takes. # is a digit, @ a letter, * either.`
        const ways = asker ? (pathBy(graph, stepPath(flow, asker[0])) ?? []) : []
        return [{ path: `fields/${name}/masks/${index}`, says, ways }]
      }),
    )
  },
}

// A card has as many digits, at least.
const CARD = 12

/** Masks without a sign of their own, as long as a card’s number: that would pass for one of the shop’s numbers. */
export const maskHidesNothing: Rule = {
  code: 'mask-hides-nothing',
  find({ flow }) {
    return Object.entries(flow.fields).flatMap(([name, field]) =>
      (field.masks ?? []).flatMap((mask, index): readonly Fault[] => {
        const places = mask.replace(/[ -]/g, '')
        if (places.length < CARD || !/^[#*]+$/.test(places)) return []
        const says = `Any card number fits the mask "${mask}", and would be shown as one of the shop’s own. Write a sign into it that all of them have, such as ORD-########.`
        return [{ path: `fields/${name}/masks/${index}`, says }]
      }),
    )
  },
}

/** Hours that no calendar or clock has. */
export const wrongHours: Rule = {
  code: 'wrong-hours',
  find({ flow: { hours } }) {
    const checked = hours && checkHours(hours)
    return checked && 'problem' in checked ? [{ path: 'hours', says: `In these hours, ${checked.problem}.` }] : []
  },
}
