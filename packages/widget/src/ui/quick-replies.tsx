import type { Option, Prompt } from '@shopbell/core'
import { parts } from '../parts.js'
import { useCounter } from './counter.js'
import { Icon } from './icons.js'
import { personHint } from './status-line.js'

export interface QuickRepliesProps {
  readonly prompt: Extract<Prompt, { options: readonly Option[] }>
  readonly label?: string
}

/** The options of a prompt: full-width rows for the greeting, chips afterwards. */
export function QuickReplies({ prompt, label }: QuickRepliesProps) {
  const counter = useCounter()
  const { chat, words, signals } = counter
  const rows = prompt.kind === 'choice' && prompt.look === 'rows'
  if (prompt.options.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as rows in every browser.
    <div role="group" part={parts.quickReplies} class={rows ? 'rows' : 'chips'} aria-label={label ?? words.choices}>
      {prompt.options.map((option) => {
        const hint = (option.icon === 'person' && personHint(signals.availability.value, counter)) || option.hint
        return (
          <button
            key={option.id}
            type="button"
            class={rows ? 'row' : 'chip'}
            onClick={() => void chat.send({ type: 'choose', prompt: prompt.id, option: option.id })}
          >
            {rows && <span class="tile">{option.icon && <Icon name={option.icon} />}</span>}
            <span class="words" dir="auto">
              {option.label}
              {rows && hint && <small>{hint}</small>}
            </span>
            {rows && <Icon name="next" />}
          </button>
        )
      })}
    </div>
  )
}
