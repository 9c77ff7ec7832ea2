import { type FieldType, type FieldView, LIMITS, plural } from '@shopbell/core'
import type { InputHTMLAttributes } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../icons.js'
import { warningSign } from './icons.js'
import { useWords } from './use-words.js'

/** How many characters a field takes. */
export function limitOf(type: FieldType): number {
  return type === 'long-text' ? LIMITS.message : LIMITS.field
}

const looks: Partial<Record<FieldType, InputHTMLAttributes<HTMLInputElement>>> = {
  'order-number': { autocomplete: 'off', inputmode: 'text', autocapitalize: 'characters', spellcheck: false },
  email: { type: 'email', autocomplete: 'email', inputmode: 'email', autocapitalize: 'none', spellcheck: false },
  phone: { type: 'tel', autocomplete: 'tel', inputmode: 'tel' },
  number: { inputmode: 'decimal' },
  date: { type: 'date' },
}

/** What browsers call the fields they can fill in themselves. */
const known: Readonly<Record<string, string>> = { name: 'name', phone: 'tel' }

export interface FieldProps {
  readonly field: FieldView
  readonly value: string
  readonly last: boolean
  /** Take the focus now: it is the first that has to be mended, and this is the prompt's name. */
  readonly mend: string | null
  readonly change: (value: string) => void
}

/** A labelled field, with its hint or what has to be mended under it. */
export function Field({ field, value, last, mend, change }: FieldProps) {
  const { more, view } = useWords()
  const input = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null)
  const id = `field-${field.name}`
  const over = value.length - limitOf(field.type)
  const error = over > 0 ? plural(more.tooLong, over, view.locale) : field.error
  useLayoutEffect(() => {
    if (mend !== null) input.current?.focus()
  }, [mend])

  const shared = {
    ref: input,
    id,
    name: field.name,
    value,
    dir: field.type === 'email' || field.type === 'phone' ? 'ltr' : 'auto',
    enterkeyhint: last ? 'send' : 'next',
    'aria-invalid': !!error,
    'aria-describedby': `${id}-note`,
    'aria-required': !field.optional,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => change(event.currentTarget.value),
  } as const
  return (
    <div class="entry">
      <label for={id}>
        {field.label}
        {field.optional && <small> {more.optional}</small>}
      </label>
      {field.options ? (
        <select {...shared}>
          <option value="" />
          {field.options.map(({ id: option, label }) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
      ) : field.type === 'long-text' ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input {...shared} autocomplete={known[field.name] ?? 'off'} {...looks[field.type]} />
      )}
      <p class={error ? 'note error' : 'note'} id={`${id}-note`} data-told={error ? '' : undefined}>
        {error ? (
          <>
            <Icon of={warningSign} />
            {error}
          </>
        ) : (
          field.hint
        )}
      </p>
    </div>
  )
}
