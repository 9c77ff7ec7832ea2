import type { PersonWords } from '@shopbell/core'
import { type AnswerCounter, useWords } from '../answer/use-words.js'
import type { Counter } from '../counter.js'

/** The counter, with the words of both later parts. */
export function usePersonWords(): Counter & AnswerCounter & { readonly talk: PersonWords } {
  const counter = useWords()
  const here = counter.person.here.value
  if (!here) throw new Error('This component belongs to a part that is not here yet.')
  return { ...counter, talk: here.words }
}
