import { useSignal } from '@preact/signals'
import type { Studio, Written } from '../studio.js'

export interface JsonFieldProps {
  readonly studio: Studio
  readonly name: Written
  readonly label: string
}

/** What has no control of its own, as JSON. What cannot be read yet changes nothing. */
export function JsonField({ studio: { draft, write }, name, label }: JsonFieldProps) {
  const typed = useSignal<string | null>(null)
  const problem = useSignal('')
  const held = draft.value[name]
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
        aria-invalid={problem.value !== ''}
        aria-describedby={`${id}-note`}
        placeholder={name === 'parts' ? '{ "launcher": { "size": 60 } }' : '{ "launcher": { "path": "M4 4h16v16H4z" } }'}
        onBlur={() => {
          // As it is held, once it can be.
          if (problem.value === '') typed.value = null
        }}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value
          try {
            write(name, currentTarget.value.trim() === '' ? undefined : JSON.parse(currentTarget.value))
            problem.value = ''
          } catch {
            problem.value = 'This is not JSON yet.'
          }
        }}
      />
      <p class="note" id={`${id}-note`}>
        {problem.value}
      </p>
    </div>
  )
}
