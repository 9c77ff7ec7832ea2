import { useAnswer, useCounter, usePerson } from './counter.js'
import { QuickReplies } from './quick-replies.js'
import { Skeleton } from './skeleton.js'

/** What waits for the shopper, and what the shopper waits for, at the end of the transcript. */
export function PromptArea() {
  const answer = useAnswer()
  const person = usePerson()
  return (
    <div class="prompt">
      <Question />
      {answer && <answer.LookingUp />}
      {person && <person.Progress />}
    </div>
  )
}

function Question() {
  const { signals, ...counter } = useCounter()
  const answer = useAnswer()
  const person = usePerson()
  const prompt = signals.prompt.value
  // What was kept is still being read.
  if (!prompt) return signals.status.value === 'idle' ? <Skeleton of={counter.answer} /> : null
  if (prompt.kind === 'review' || prompt.kind === 'rating')
    return person ? <person.PersonPrompt prompt={prompt} /> : <Skeleton of={counter.person} />
  // Choices with pictures need more than plain buttons.
  if (prompt.kind === 'helped' || (prompt.kind === 'choice' && prompt.look !== 'cards'))
    return <QuickReplies key={prompt.id} prompt={prompt} />
  return answer ? <answer.PromptCard prompt={prompt} /> : <Skeleton of={counter.answer} />
}
