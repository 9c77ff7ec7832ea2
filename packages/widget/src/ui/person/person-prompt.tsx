import type { Prompt } from '@shopbell/core'
import { Rating } from './rating.js'
import { Review } from './review.js'

/** What is asked on the way to a person, and after the talk. */
export function PersonPrompt({ prompt }: { readonly prompt: Prompt }) {
  if (prompt.kind === 'review') return <Review key={`review ${prompt.step}`} prompt={prompt} />
  return prompt.kind === 'rating' ? <Rating key={prompt.id} /> : null
}
