import { signal } from '@preact/signals'
import type { Entry } from '@shopbell/core'
import { render } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Mount, talk } from './subject.js'

/** What a line is high in this list: a reference measures nothing and draws nothing but text. */
const HEIGHT = 46
const BEYOND = 10

/** The least that a chat with Preact and signals can be: a windowed list of lines of one height, a field and a button. */
export const mount: Mount = async (page) => {
  const messages = signal<readonly Entry[]>([])
  const asked = signal(false)
  const draft = signal('')
  const top = signal(0)

  function List() {
    const box = useRef<HTMLDivElement>(null)
    const { length } = messages.value
    useLayoutEffect(() => {
      if (box.current) box.current.scrollTop = box.current.scrollHeight
    }, [length])
    const from = Math.max(0, Math.floor(top.value / HEIGHT) - BEYOND)
    const shown = messages.value.slice(from, from + Math.ceil(500 / HEIGHT) + 2 * BEYOND)
    return (
      <div
        ref={box}
        style="height:500px;overflow:auto"
        onScroll={(event) => {
          top.value = event.currentTarget.scrollTop
        }}
      >
        <div role="log" style={{ height: `${length * HEIGHT}px`, position: 'relative' }}>
          {shown.map(({ id, by, content }, index) => (
            <div
              key={id}
              class={by}
              style={{ position: 'absolute', top: `${(from + index) * HEIGHT}px`, height: `${HEIGHT}px`, overflow: 'hidden' }}
            >
              <p>{content.kind === 'text' && content.text}</p>
            </div>
          ))}
        </div>
      </div>
    )
  }
  const Choice = () =>
    asked.value ? (
      <button
        type="button"
        onClick={() => {
          asked.value = false
          messages.value = [...messages.value, ...talk(1, messages.value.length)]
        }}
      >
        Yes
      </button>
    ) : null
  const Field = () => (
    <textarea
      value={draft.value}
      onInput={(event) => {
        draft.value = event.currentTarget.value
      }}
    />
  )

  render(
    <section style="width:380px">
      <List />
      <Choice />
      <Field />
    </section>,
    page,
  )
  const list = page.querySelector('[role="log"]')
  const field = page.querySelector('textarea')
  if (!list || !field) throw new Error('The list has not been drawn.')
  return {
    list,
    field,
    hand(more) {
      messages.value = [...messages.value, ...more]
    },
    shows: (text) => list.textContent?.includes(text) === true,
    ask() {
      asked.value = true
    },
    choice: () => page.querySelector('button'),
  }
}
