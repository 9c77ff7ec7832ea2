import type { Prompt } from '@shopbell/core'
import type { Counter } from '../counter.js'

/** While the focus is among the choices, their digits choose. Elsewhere a digit may be for reading or typing. */
export function chooseByKey(event: KeyboardEvent, { chat, signals }: Counter): void {
  const prompt = signals.prompt.value
  if (prompt?.kind !== 'choice' || event.ctrlKey || event.metaKey || event.altKey) return
  if (!(event.target instanceof Element && event.target.closest('.rows, .chips'))) return
  const option = /^[1-9]$/.test(event.key) ? prompt.options[Number(event.key) - 1] : undefined
  if (!option) return
  event.preventDefault()
  void chat.send({ type: 'choose', prompt: prompt.id, option: option.id })
}

/** The digit that chooses the option at `index`, for those who are told of it. */
export const digitOf = (prompt: Prompt, index: number): string | undefined =>
  prompt.kind === 'choice' && index < 9 ? `${index + 1}` : undefined
