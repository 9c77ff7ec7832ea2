import { effect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { Composer } from './composer.js'
import { useAnswer, useCounter, usePerson } from './counter.js'
import { Header } from './header.js'
import { Transcript } from './transcript.js'

/** The element that has the focus inside the shadow root or document that `node` lives in. */
const focusedIn = (node: Node) => (node.getRootNode() as Document | ShadowRoot).activeElement

/** The window with the conversation. It stays in the page once drawn, hidden, so that scroll and draft survive. */
export function Panel({ launcher }: { readonly launcher: RefObject<HTMLButtonElement | null> }) {
  const counter = useCounter()
  const { view, words, signals, answer, person } = counter
  const panel = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const opened = view.opened.value
  // As long as nobody has begun it is laid out, so that it is there at once, and not seen.
  const prepared = !opened && signals.status.value === 'idle'

  useLayoutEffect(() => {
    const element = panel.current
    if (!element || !opened || view.inline) return undefined
    // Whatever has the focus can be given it.
    const before = (focusedIn(element) ?? document.activeElement) as HTMLElement | null
    heading.current?.focus({ preventScroll: true })
    return () => {
      if (element.contains(focusedIn(element))) (launcher.current ?? before)?.focus({ preventScroll: true })
    }
  }, [opened])

  // An effect runs after the frame was drawn, so the greeting never waits for the rest.
  useEffect(() => {
    if (prepared) return undefined
    void answer.fetch()
    return effect(() => {
      if (!/idle|bot|calling/.test(signals.status.value)) void person.fetch()
    })
  }, [counter, prepared])

  const answerParts = useAnswer()
  const personParts = usePerson()
  useEffect(() => (panel.current && opened ? answerParts?.attendPanel(panel.current, counter) : undefined), [answerParts, opened])

  function keyDown(event: KeyboardEvent) {
    if (event.isComposing || event.defaultPrevented || event.key !== 'Escape') return
    event.preventDefault()
    view.opened.value = false
  }

  const title = view.title.value || words.title
  return (
    <div
      ref={panel}
      part="panel"
      class="panel"
      role="dialog"
      aria-label={view.title.value ? words.chatWith.replace('{shop}', () => title) : title}
      hidden={!opened && !prepared}
      onKeyDown={keyDown}
    >
      <Header heading={heading} title={title} />
      <div class="middle">
        <Transcript />
        {answerParts && <answerParts.ArticleView />}
      </div>
      {personParts && <personParts.Notices />}
      {answerParts && <answerParts.Footnotes />}
      <Composer />
    </div>
  )
}
