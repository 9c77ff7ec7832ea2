import type { IconName, Option, Prompt } from '@shopbell/core'
import { useAnswer, useCounter } from './counter.js'
import { bell, Icon, named, type Stroke } from './icons.js'

export interface QuickRepliesProps {
  readonly prompt: Extract<Prompt, { options: readonly Option[] }>
  readonly label?: string
}

/**
 * The options of a prompt: full-width rows for the greeting, chips afterwards. A row without a picture, or whose picture has not come yet,
 * has the bell.
 */
export function QuickReplies({ prompt, label }: QuickRepliesProps) {
  const { chat, words } = useCounter()
  const answer = useAnswer()
  const rows = prompt.kind === 'choice' && prompt.look === 'rows'
  if (prompt.options.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as rows in every browser.
    <div role="group" part="quick-replies" class={rows ? 'rows' : 'chips'} aria-label={label ?? words.choices}>
      {prompt.options.map((option, index) => {
        const pictures: { readonly [name in IconName]?: Stroke } = answer?.named ?? named
        const hint = option.icon === 'person' && answer ? <answer.PersonHint otherwise={option.hint} /> : option.hint
        return (
          <button
            key={option.id}
            type="button"
            part="quick-reply"
            class={rows ? 'row' : 'chip'}
            data-icon={option.icon}
            aria-keyshortcuts={answer?.digitOf(prompt, index)}
            onClick={() => void chat.send({ type: 'choose', prompt: prompt.id, option: option.id })}
          >
            {rows && (
              <span class="tile">
                <Icon of={pictures[option.icon as IconName] ?? bell} />
              </span>
            )}
            <span class="words" dir="auto">
              {option.label}
              {rows && hint && <small>{hint}</small>}
            </span>
          </button>
        )
      })}
    </div>
  )
}
