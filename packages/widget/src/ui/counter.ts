import { type Signal, signal } from '@preact/signals'
import type { Attached, Chat, OpeningWords, PersonWords, Words } from '@shopbell/core'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ChatSignals } from './chat-signals.js'
import { fetchPart, type LaterPart } from './fetch-part.js'
import { type AnswerParts, loadAnswer } from './load-answer.js'
import { loadPerson, type PersonParts } from './load-person.js'
import type { View } from './view.js'

/** What every component stands at: the chat to send to, its signals to read, the view and the words. */
export interface Counter {
  readonly chat: Chat
  readonly signals: ChatSignals
  readonly view: View
  readonly words: OpeningWords
  now(): number
  readonly answer: LaterPart<AnswerParts, Words>
  readonly person: LaterPart<PersonParts, PersonWords>
  /** How the picture that was chosen last is doing. */
  readonly picture: Signal<'none' | 'adding' | Attached>
  /** The shopper has just rated the conversation. */
  readonly rated: Signal<boolean>
}

/** Sets a counter up; nothing is fetched yet. */
export function createCounter(chat: Chat, signals: ChatSignals, view: View, words: OpeningWords): Counter {
  const answer = fetchPart('answer', loadAnswer, view)
  // Both are asked for at once, but the third builds upon the second, and its style sheet comes after.
  const person = async () => {
    const [parts] = await Promise.all([loadPerson(), answer.fetch()])
    if (!answer.here.peek()) throw new Error('The part below is not here.')
    return parts
  }
  return {
    chat,
    signals,
    view,
    words,
    now: () => view.now?.() ?? Date.now(),
    answer,
    person: fetchPart('person', person, view),
    picture: signal('none'),
    rated: signal(false),
  }
}

/** Hands the counter down to every component. None is drawn outside of a shell, which has one. */
export const CounterContext = createContext({} as Counter)

/** The counter that a component stands at. */
export const useCounter = (): Counter => useContext(CounterContext)

/** The components of the second part, once they are here. */
export const useAnswer = (): AnswerParts | undefined => useCounter().answer.here.value?.parts

/** The components of the third part, once they are here. */
export const usePerson = (): PersonParts | undefined => useCounter().person.here.value?.parts
