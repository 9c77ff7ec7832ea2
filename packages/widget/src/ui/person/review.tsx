import { useSignal } from '@preact/signals'
import { fill, LIMITS, type Prompt, plural } from '@shopbell/core'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Field } from '../answer/field.js'
import { useFields } from '../answer/use-fields.js'
import { cross, Icon } from '../icons.js'
import { PhotoRequest } from './photo-request.js'
import { usePersonWords } from './use-person-words.js'

/** From here on the sentence under the summary says how much is left. */
const NEARLY = LIMITS.summary - 40

/** What a person will read, before it is sent: to edit, to shorten, to send. */
export function Review({ prompt }: { readonly prompt: Extract<Prompt, { kind: 'review' }> }) {
  const { chat, more, view, signals, talk } = usePersonWords()
  const { typedIn, change, mendOf, collect } = useFields(prompt)
  // The bot's summary, until the shopper writes another.
  const written = useSignal<string | null>(null)
  const summary = written.value ?? prompt.summary
  const dropped = useSignal<readonly string[]>([])
  const without = dropped.value
  const field = useRef<HTMLTextAreaElement>(null)
  const left = LIMITS.summary - summary.length
  const error = left < 0 ? plural(more.tooLong, -left, view.locale) : prompt.error
  const lines = prompt.lines.filter((line) => !without.includes(line.name))
  useLayoutEffect(() => {
    if (prompt.error) field.current?.focus()
  }, [prompt.id])

  return (
    <form
      class="card form"
      part="review"
      noValidate
      aria-labelledby="review-title"
      onSubmit={(event) => {
        event.preventDefault()
        if (left < 0) return field.current?.focus()
        const values = collect(event.currentTarget)
        if (values) void chat.send({ type: 'submit', prompt: prompt.id, values: { ...values, summary }, without })
        return undefined
      }}
    >
      <h3 class="headline" id="review-title">
        {talk.review.title}
      </h3>
      <div class="entry">
        <label for="summary">
          {prompt.blank ? talk.review.about : talk.review.summary}
          {prompt.blank && <small> {more.optional}</small>}
        </label>
        <textarea
          ref={field}
          id="summary"
          rows={3}
          dir="auto"
          value={summary}
          aria-invalid={!!error}
          aria-describedby="summary-note"
          onInput={(event) => {
            written.value = event.currentTarget.value
          }}
        />
        <p class={error ? 'note error' : 'note'} id="summary-note">
          {error ?? (summary.length > NEARLY && plural(talk.left, left, view.locale))}
        </p>
      </div>
      {lines.length > 0 && (
        <ul class="along" aria-label={talk.review.along}>
          {lines.map((line) => (
            <li key={line.name}>
              <small>{line.label}</small>
              <span>
                <bdi id={`along-${line.name}`}>{line.value}</bdi>
              </span>
              <button
                type="button"
                class="icon-button"
                aria-label={fill(talk.review.leaveOut, { label: line.label })}
                aria-describedby={`along-${line.name}`}
                onClick={() => {
                  dropped.value = [...without, line.name]
                }}
              >
                <Icon of={cross} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {prompt.fields.map((one, index) => (
        <Field
          key={one.name}
          field={one}
          value={typedIn(one)}
          last={index === prompt.fields.length - 1}
          mend={mendOf(one)}
          change={(value) => change(one, value)}
        />
      ))}
      {prompt.photos && <PhotoRequest />}
      <p class="note">{talk.review.story}</p>
      <button type="submit" class="primary">
        {prompt.want === 'live' ? talk.review.sendLive : talk.review.sendTicket}
      </button>
      {signals.canGoBack.value && (
        <button type="button" class="link" onClick={() => void chat.send({ type: 'back' })}>
          {talk.review.back}
        </button>
      )}
    </form>
  )
}
