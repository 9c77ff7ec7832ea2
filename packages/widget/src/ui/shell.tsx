import { effect } from '@preact/signals'
import type { Chat, OpeningWords } from '@shopbell/core'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { chatSignals } from './chat-signals.js'
import { CounterContext, createCounter } from './counter.js'
import { Launcher } from './launcher.js'
import { Panel } from './panel.js'
import type { View } from './view.js'

export interface ShellProps {
  readonly chat: Chat
  readonly words: OpeningWords
  readonly view: View
}

/** The sheet that the launcher, the panel and the greeting need; the rest comes through `view.adopt`. */
export { default as shellCss } from '../styles/opening.css?inline'

/** The whole user interface: the launcher and, once it is reached for, the panel. Whoever opens it says `start` to the chat. */
export function Shell({ chat, words, view }: ShellProps) {
  const [signals, stop] = useMemo(() => chatSignals(chat), [chat])
  const counter = useMemo(() => createCounter(chat, signals, view, words), [chat, signals, view, words])
  useLayoutEffect(() => {
    // What waits to be read is counted by a later part, also while the panel is closed.
    const end = effect(() => {
      if (signals.unread.value > 0) void counter.person.fetch()
    })
    return () => {
      end()
      stop()
    }
  }, [counter])
  const launcher = useRef<HTMLButtonElement>(null)
  const opened = view.opened.value

  return (
    <CounterContext.Provider value={counter}>
      <div
        class="root"
        dir={view.direction}
        lang={view.locale}
        data-side={view.side.value}
        data-open={opened ? '' : undefined}
        onPointerEnter={({ pointerType }) => {
          view.reached.value ||= pointerType === 'mouse'
        }}
      >
        {view.launcher.value && <Launcher element={launcher} />}
        {view.reached.value && <Panel launcher={launcher} />}
      </div>
    </CounterContext.Provider>
  )
}
