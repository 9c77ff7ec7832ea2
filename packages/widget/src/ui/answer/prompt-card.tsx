import type { Prompt } from '@shopbell/core'
import { useCounter } from '../counter.js'
import { QuickReplies } from '../quick-replies.js'
import { Form } from './form.js'
import { Later } from './later.js'
import { laterParts } from './later-parts.js'

/** The bot's questions that need more than plain buttons. A refused form keeps its fields, so it is known by its step, not by its id. */
export function PromptCard({ prompt }: { readonly prompt: Prompt }) {
  const { view } = useCounter()
  if (prompt.kind === 'form') return <Form key={`form ${prompt.step}`} prompt={prompt} />
  if (prompt.kind === 'choice') {
    const { own } = laterParts(view)
    // Without its pictures a choice can still be made.
    return own.failed.value ? (
      <QuickReplies prompt={prompt} />
    ) : (
      <Later of={own}>{({ parts }) => <parts.PictureChoices prompt={prompt} />}</Later>
    )
  }
  if (prompt.kind !== 'articles') return null
  return (
    <Later of={laterParts(view).articles}>
      {({ parts, words }) => <parts.ArticleList key={prompt.id} prompt={prompt} words={words} />}
    </Later>
  )
}
