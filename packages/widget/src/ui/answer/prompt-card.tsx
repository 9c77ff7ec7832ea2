import type { Prompt } from '@shopbell/core'
import { ArticleList } from './article-list.js'
import { Form } from './form.js'
import { Rating } from './rating.js'
import { Review } from './review.js'

/** The prompts that need more than buttons. A refused form keeps its fields, so it is known by its step, not by its id. */
export function PromptCard({ prompt }: { readonly prompt: Prompt }) {
  switch (prompt.kind) {
    case 'form':
      return <Form key={`form ${prompt.step}`} prompt={prompt} />
    case 'articles':
      return <ArticleList key={prompt.id} prompt={prompt} />
    case 'review':
      return <Review key="review" prompt={prompt} />
    case 'rating':
      return <Rating key={prompt.id} />
    default:
      return null
  }
}
