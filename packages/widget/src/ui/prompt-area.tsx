import { useCounter } from './counter.js'
import { QuickReplies } from './quick-replies.js'
import { Skeleton } from './skeleton.js'

/** What waits for the shopper, and what the shopper waits for, at the end of the transcript. */
export function PromptArea() {
  const { signals, rest } = useCounter()
  const prompt = signals.prompt.value
  const answer = rest.value?.answer
  return (
    <div class="prompt">
      {prompt &&
        (prompt.kind === 'choice' || prompt.kind === 'helped' ? (
          <QuickReplies key={prompt.id} prompt={prompt} />
        ) : answer ? (
          <answer.PromptCard prompt={prompt} />
        ) : (
          <Skeleton />
        ))}
      {answer && <answer.Progress />}
    </div>
  )
}
