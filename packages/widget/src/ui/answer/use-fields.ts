import { useSignal } from '@preact/signals'
import type { FieldView, Id } from '@shopbell/core'
import { limitOf } from './field.js'

/** What is typed into the fields of a prompt. Typing wins as long as the same is asked, also when the question
 * comes anew because a text was said or a picture added meanwhile. */
export function useFields(prompt: { readonly id: Id; readonly fields: readonly FieldView[] }) {
  const state = useSignal<Readonly<Record<string, string>>>({})
  const typed = state.value
  const typedIn = (field: FieldView) => typed[field.name] ?? field.value
  const firstError = prompt.fields.find((field) => field.error !== undefined)

  return {
    typedIn,
    change(field: FieldView, value: string): void {
      state.value = { ...typed, [field.name]: value }
    },
    /** The question whose answer in this field has to be mended: then the field takes the focus. */
    mendOf: (field: FieldView): Id | null => (firstError?.name === field.name ? prompt.id : null),
    /** All values, or nothing while one is too long; then that field of `form` takes the focus. */
    collect(form: HTMLFormElement): Record<string, string> | null {
      const long = prompt.fields.find((field) => typedIn(field).length > limitOf(field.type))
      if (!long) return Object.fromEntries(prompt.fields.map((field) => [field.name, typedIn(field)]))
      const field = form.elements.namedItem(long.name)
      if (field instanceof HTMLElement) field.focus()
      return null
    },
  }
}
