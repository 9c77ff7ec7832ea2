import type { Article, ArticleWords, Prompt, Transcript } from '@shopbell/core'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useCounter } from '../../counter.js'
import { Icon } from '../../icons.js'
import { QuickReplies } from '../../quick-replies.js'
import { named } from '../icons.js'
import { RichText } from './rich-text.js'

interface Reading {
  readonly article: Article
  /** What the bot asks below it. */
  readonly question: string
}

/** The article that the last turn has put up, while it waits for *did this help?* */
export function articleInHand({ chunks, tail }: Transcript, prompt: Prompt | null): Reading | null {
  if (prompt?.kind !== 'helped') return null
  const entries = [...(chunks.at(-1) ?? []), ...tail]
  const turn = entries.at(-1)?.turn
  const last = entries.filter((entry) => entry.turn === turn)
  const found = last.flatMap(({ content }) => (content.kind === 'article' ? content.article : []))[0]
  const question = last.filter(({ content }) => content.kind === 'text').at(-1)?.content
  return found ? { article: found, question: question?.kind === 'text' ? question.text : '' } : null
}

/** Lies over the transcript while an article is read. */
export function ArticleView({ words }: { readonly words: ArticleWords }) {
  const { chat, signals } = useCounter()
  const prompt = signals.prompt.value
  const reading = articleInHand(signals.transcript.value, prompt)
  const view = useRef<HTMLElement>(null)
  const id = reading?.article.id
  useLayoutEffect(() => {
    if (id !== undefined) view.current?.focus({ preventScroll: true })
  }, [id])
  if (!reading || prompt?.kind !== 'helped') return null
  const { article, question } = reading
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it.
    <article ref={view} class="article" tabIndex={0} aria-label={article.title}>
      {signals.canGoBack.value && (
        <button type="button" class="back" onClick={() => void chat.send({ type: 'back' })}>
          <Icon of={named.back} points />
          {words.back}
        </button>
      )}
      <h3 dir="auto">{article.title}</h3>
      <div class="reading" dir="auto">
        <RichText body={article.body} />
      </div>
      <footer>
        <p>{question}</p>
        <QuickReplies key={prompt.id} prompt={prompt} {...(question ? { label: question } : {})} />
      </footer>
    </article>
  )
}
