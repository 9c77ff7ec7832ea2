import type { Words } from '@shopbell/core'
import { type Counter, useCounter } from '../counter.js'

/** The counter, with the words that have come along with this half of the user interface. */
export function useWords(): Counter & { readonly more: Words } {
  const counter = useCounter()
  const rest = counter.rest.value
  if (!rest) throw new Error('This component belongs to the half that is not here yet.')
  return { ...counter, more: rest.words }
}
