import { useSignal } from '@preact/signals'
import type { Studio, Written } from '../studio.js'

export interface JsonFieldProps {
  readonly studio: Studio
  readonly name: Written
  readonly label: string
}

/** What has no control of its own, as JSON. What cannot be read yet changes nothing. */
export function JsonField({ studio: { draft, halfWritten, write }, name, label }: JsonFieldProps) {
  const typed = useSignal<string | null>(null)
  const held = draft.value[name]
  const half = halfWritten.value.includes(name)
  const text = typed.value ?? (held ? JSON.stringify(held, null, 2) : '')
  const id = `json-${name}`
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={Math.min(16, Math.max(4, text.split('\n').length))}
        spellcheck={false}
        value={text}
        aria-invalid={half}
        aria-describedby={`${id}-note`}
        placeholder={name === 'parts' ? '{ "launcher": { "size": 60 } }' : '{ "launcher": { "path": "M4 4h16v16H4z" } }'}
        onBlur={() => {
          // As it is held, once it can be.
          if (!half) typed.value = null
        }}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value
          try {
            write(name, currentTarget.value.trim() === '' ? undefined : JSON.parse(currentTarget.value))
            halfWritten.value = halfWritten.peek().filter((other) => other !== name)
          } catch {
            if (!half) halfWritten.value = [...halfWritten.peek(), name]
          }
        }}
      />
      <p class="note" id={`${id}-note`}>
        {half && 'This is not JSON yet.'}
      </p>
    </div>
  )
}
