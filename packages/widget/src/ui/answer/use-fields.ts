import { useSignal } from '@preact/signals'
import type { FieldView, Id } from '@shopbell/core'
import { useRef } from 'preact/hooks'
import { limitOf } from './field.js'

/** What is typed into the fields of a prompt. Typing wins as long as the same is asked, also when the question
 * comes anew because a text was said or a picture added meanwhile. */
export function useFields(prompt: { readonly id: Id; readonly fields: readonly FieldView[] }) {
  const state = useSignal<Readonly<Record<string, string>>>({})
  const typed = state.value
  const tries = useRef(0)
  const tooLong = useSignal<string | null>(null)
  const typedIn = (field: FieldView) => typed[field.name] ?? field.value
  const firstError = prompt.fields.find((field) => field.error !== undefined)

  return {
    typedIn,
    change(field: FieldView, value: string): void {
      state.value = { ...typed, [field.name]: value }
    },
    /** The field that should have the focus, with a name that is new each time it should take it. */
    mendOf: (field: FieldView): string | null => {
      if (tooLong.value?.startsWith(`${field.name} `)) return tooLong.value
      return firstError?.name === field.name ? prompt.id : null
    },
    /** All values, or nothing while one is too long; then that field takes the focus. */
    collect(): Record<string, string> | null {
      const long = prompt.fields.find((field) => typedIn(field).length > limitOf(field.type))
      if (long) {
        tries.current++
        tooLong.value = `${long.name} ${tries.current}`
        return null
      }
      return Object.fromEntries(prompt.fields.map((field) => [field.name, typedIn(field)]))
    },
  }
}
