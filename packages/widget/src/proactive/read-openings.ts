import { OPENING_LIMITS, type Proactive } from '@shopbell/core'
import { ownField } from './own-field.js'

// A flow has as many.
const MOST = 10
const LONGEST_PATH = 200

/** Openings as a page gives them, in fresh values; what is none is left out. */
export function readOpenings(value: unknown): readonly Proactive[] {
  if (!Array.isArray(value)) return []
  return value.slice(0, MOST).flatMap((one: unknown) => readOpening(one) ?? [])
}

function readOpening(value: unknown): Proactive | undefined {
  const id = short(ownField(value, 'id'), OPENING_LIMITS.name)
  const text = short(ownField(value, 'text'), OPENING_LIMITS.message)
  if (id === undefined || text === undefined) return undefined
  const asked = ownField(value, 'when')
  const path = short(ownField(asked, 'path'), LONGEST_PATH)
  const seconds = amount(ownField(asked, 'seconds'))
  const cart = amount(ownField(asked, 'cart'))
  const next = short(ownField(value, 'next'), OPENING_LIMITS.name)
  const when = {
    ...(path !== undefined && { path }),
    ...(seconds !== undefined && { seconds }),
    ...(cart !== undefined && { cart }),
    ...(ownField(asked, 'exit') === true && { exit: true as const }),
  }
  return { id, text, when, ...(next !== undefined && { next }) }
}

const short = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= most ? value : undefined

const amount = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
