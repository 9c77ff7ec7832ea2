import type { Prompt } from '@shopbell/core'
import { ArticleList } from './article-list.js'
import { Form } from './form.js'

/** The bot's questions that need more than buttons. A refused form keeps its fields, so it is known by its step, not by its id. */
export function PromptCard({ prompt }: { readonly prompt: Prompt }) {
  if (prompt.kind === 'form') return <Form key={`form ${prompt.step}`} prompt={prompt} />
  return prompt.kind === 'articles' ? <ArticleList key={prompt.id} prompt={prompt} /> : null
}
