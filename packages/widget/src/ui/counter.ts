import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Attached, Chat, OpeningWords, Words } from '@shopbell/core'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Calendar, createCalendar } from './calendar.js'
import type { ChatSignals } from './chat-signals.js'
import { type Answer, loadAnswer } from './load-answer.js'
import type { View } from './view.js'

/** The second half of the user interface with its words, once they are here. */
export interface Rest {
  readonly answer: Answer
  readonly words: Words
}

/** What every component stands at: the chat to send to, its signals to read, the view and the words. */
export interface Counter {
  readonly chat: Chat
  readonly signals: ChatSignals
  readonly view: View
  readonly words: OpeningWords
  readonly calendar: Calendar
  now(): number
  readonly rest: ReadonlySignal<Rest | null>
  /** Fetching the rest has failed, and nothing is under way. */
  readonly restFailed: ReadonlySignal<boolean>
  fetchRest(): void
  /** How the picture that was chosen last is doing. */
  readonly picture: Signal<'none' | 'adding' | Attached>
  /** The shopper has just rated the conversation. */
  readonly rated: Signal<boolean>
}

/** Sets a counter up; nothing is fetched before `fetchRest`. */
export function createCounter(chat: Chat, signals: ChatSignals, view: View, words: OpeningWords): Counter {
  const rest = signal<Rest | null>(null)
  const restFailed = signal(false)
  let fetching = false
  return {
    chat,
    signals,
    view,
    words,
    calendar: createCalendar(view.locale, view.zone),
    now: () => view.now?.() ?? Date.now(),
    rest,
    restFailed,
    picture: signal('none'),
    rated: signal(false),
    fetchRest() {
      if (fetching || rest.value) return
      fetching = true
      restFailed.value = false
      Promise.all([loadAnswer(), view.loadWords?.()])
        .then(([answer, ownWords]) => {
          view.adopt(answer.css)
          rest.value = { answer, words: ownWords ?? answer.words }
        })
        .catch(() => {
          restFailed.value = true
        })
        .finally(() => {
          fetching = false
        })
    },
  }
}

/** Hands the counter down to every component. */
export const CounterContext = createContext<Counter | null>(null)

/** The counter that a component stands at. */
export function useCounter(): Counter {
  const counter = useContext(CounterContext)
  if (!counter) throw new Error('No counter above this component.')
  return counter
}
