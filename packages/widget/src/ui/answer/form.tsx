import type { Prompt } from '@shopbell/core'
import { QuickReplies } from '../quick-replies.js'
import { Field } from './field.js'
import { useFields } from './use-fields.js'
import { useWords } from './use-words.js'

/** A few questions at once, as a card at the end of the transcript, with ways around them. */
export function Form({ prompt }: { readonly prompt: Extract<Prompt, { kind: 'form' }> }) {
  const { chat } = useWords()
  const { typedIn, change, mendOf, collect } = useFields(prompt)
  return (
    <>
      <form
        class="card form"
        part="form"
        noValidate
        aria-label={prompt.submit}
        onSubmit={(event) => {
          event.preventDefault()
          const values = collect(event.currentTarget)
          if (values) void chat.send({ type: 'submit', prompt: prompt.id, values })
        }}
      >
        {prompt.fields.map((field, index) => (
          <Field
            key={field.name}
            field={field}
            value={typedIn(field)}
            last={index === prompt.fields.length - 1}
            mend={mendOf(field)}
            change={(value) => change(field, value)}
          />
        ))}
        <button type="submit" class="primary">
          {prompt.submit}
        </button>
      </form>
      <QuickReplies prompt={prompt} />
    </>
  )
}
