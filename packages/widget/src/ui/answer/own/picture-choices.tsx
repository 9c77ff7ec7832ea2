import type { Option, Prompt } from '@shopbell/core'
import { useCounter } from '../../counter.js'
import { digitOf } from '../choose-by-key.js'
import { pictureAddress } from './card-address.js'
import { CardPicture } from './card-picture.js'

type Choices = Extract<Prompt, { kind: 'choice' }>

/** Choices with pictures side by side; those without one stand below them as chips. */
export function PictureChoices({ prompt }: { readonly prompt: Choices }) {
  const { chat, words } = useCounter()
  const { options } = prompt
  const pictured = options.filter((option) => pictureAddress(option.image))
  const choice = (option: Option, look: string) => (
    <button
      key={option.id}
      type="button"
      part="quick-reply"
      class={look}
      data-icon={option.icon}
      aria-keyshortcuts={digitOf(prompt, options.indexOf(option))}
      onClick={() => void chat.send({ type: 'choose', prompt: prompt.id, option: option.id })}
    >
      {look === 'choice' && <CardPicture image={option.image} />}
      <span class="words" dir="auto">
        {option.label}
        {option.hint && <small>{option.hint}</small>}
      </span>
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser.
    <div role="group" part="quick-replies" class="chips" aria-label={words.choices}>
      <div class="choices">{pictured.map((option) => choice(option, 'choice'))}</div>
      {options.filter((option) => !pictured.includes(option)).map((option) => choice(option, 'chip'))}
    </div>
  )
}
