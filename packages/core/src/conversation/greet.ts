import type { Facts } from '../facts/facts.js'
import type { Choice, Opening } from '../flow/flow.js'
import { textOf } from '../flow/text-of.js'
import type { Entry, Id } from './entry.js'
import type { Option, Prompt } from './prompt.js'

/** A flow's choices as buttons, in the shopper's words. */
export function toOptions(flow: Opening, choices: readonly Choice[], facts: Facts): readonly Option[] {
  return choices.map(({ id, label, hint, icon, image }) => {
    const option: { -readonly [Key in keyof Option]: Option[Key] } = { id, label: textOf(flow, label, facts), key: label }
    if (hint) option.hint = textOf(flow, hint, facts)
    if (icon) option.icon = icon
    if (image) option.image = image
    return option
  })
}

/** The first line of a conversation and its rows: all of the machine that a greeting needs. */
export function greet(
  opening: Opening,
  { id, at }: { readonly id: Id; readonly at: number },
  facts: Facts,
): readonly [Entry, Prompt] {
  const { greeting, menu: step } = opening
  const key = greeting.text ?? ''
  const look = greeting.look ?? 'rows'
  return [
    { id: `${id}.0`, turn: id, at, by: 'bot', content: { kind: 'text', text: textOf(opening, key, facts), key } },
    { kind: 'choice', id: `${id}.p`, step, look, options: toOptions(opening, greeting.options, facts) },
  ]
}
