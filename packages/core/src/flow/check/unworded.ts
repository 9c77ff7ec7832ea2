import type { Entry } from '../../conversation/entry.js'
import type { Prompt } from '../../conversation/prompt.js'

const KEY = /^[a-z][\w-]*(?:\.[\w-]+)+$/
/** Keys of the machine’s own that look like words. */
const WORDS: ReadonlySet<string> = new Set(['talk', 'contact', 'smalltalk', 'ask-again'])

/** Whether a text is a key rather than a sentence: names joined by dots, such as `order.ask`. */
export function looksLikeKey(text: string): boolean {
  return KEY.test(text)
}

/** What of lines and prompt came out as a key, because the flow has no words for it. */
export function unworded(entries: readonly Entry[], prompt: Prompt | null): readonly string[] {
  const found: string[] = []
  const look = (text: string | undefined) => void (text !== undefined && KEY.test(text) && found.push(text))
  for (const { content } of entries) {
    if (content.kind === 'text' || content.kind === 'answered') {
      if (content.key !== undefined && content.text === content.key && (KEY.test(content.key) || WORDS.has(content.key)))
        found.push(content.key)
    } else if (content.kind === 'cards') {
      for (const { title, text } of content.cards) {
        look(title)
        look(text)
      }
    }
  }
  if (!prompt) return found
  if ('options' in prompt) {
    for (const { label, hint } of prompt.options) {
      look(label)
      look(hint)
    }
  }
  if ('fields' in prompt) {
    for (const { label, hint, error } of prompt.fields) {
      look(label)
      look(hint)
      look(error)
    }
  }
  if (prompt.kind === 'form') look(prompt.submit)
  if (prompt.kind === 'review') look(prompt.summary)
  return found
}
