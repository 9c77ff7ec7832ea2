import type { Option, Prompt } from '@shopbell/core'
import type { Counter } from '../counter.js'

/** The options that have a digit each. */
const numbered = (prompt: Prompt | null): readonly Option[] =>
  prompt?.kind === 'choice' || prompt?.kind === 'helped' ? prompt.options.slice(0, 9) : []

/** While the focus is among the choices, their digits choose. Elsewhere a digit may be for reading or typing. */
export function chooseByKey(event: KeyboardEvent, { chat, signals }: Counter): void {
  const prompt = signals.prompt.value
  if (!prompt || event.ctrlKey || event.metaKey || event.altKey) return
  if (!(event.target instanceof Element && event.target.closest('.rows, .chips'))) return
  const option = numbered(prompt).find((_, index) => event.key === `${index + 1}`)
  if (!option) return
  event.preventDefault()
  void chat.send({ type: 'choose', prompt: prompt.id, option: option.id })
}

/** The digit that chooses the option at `index`, for those who are told of it. */
export const digitOf = (prompt: Prompt, index: number): string | undefined =>
  numbered(prompt)[index] ? `${index + 1}` : undefined
