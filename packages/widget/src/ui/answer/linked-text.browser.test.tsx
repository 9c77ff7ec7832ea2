import { append, emptyTranscript, LIMITS } from '@shopbell/core'
import { afterEach, describe, expect, test } from 'vitest'
import { createFakeChat, line } from '../../testing/fake-chat.js'
import { arrived, type Shown, showShell } from '../../testing/show-shell.js'
import { parseRichText } from './articles/parse-rich-text.js'

let shown: Shown | undefined
afterEach(() => {
  shown?.remove()
  shown = undefined
})

/** The bubble of a person's message. */
async function bubbleOf(text: string): Promise<HTMLElement> {
  const chat = createFakeChat({ status: 'live', transcript: append(emptyTranscript, [line('agent', text)]) })
  shown = showShell(chat)
  await arrived(shown, chat)
  const bubble = shown.root.querySelector<HTMLElement>('.bubble')
  if (!bubble) throw new Error('Nothing was drawn.')
  return bubble
}
/** Its words, without what a link adds for the eye and the ear. */
const wordsOf = (bubble: HTMLElement) => {
  const copy = bubble.cloneNode(true) as HTMLElement
  for (const added of copy.querySelectorAll('.unseen, .host')) added.remove()
  return copy.textContent
}
const full = (piece: string) => piece.repeat(Math.ceil(LIMITS.message / piece.length)).slice(0, LIMITS.message)

describe('a message that is made to do harm is drawn as the words that it is', () => {
  test.each([
    full('a.'),
    full('@'),
    full('https://'),
    full('https://a.example '),
    full('https://a.example/?'),
    full('https://x)'),
    full('https://['),
    full('['),
    full('**a'),
    full('`'),
    full('> '),
  ])('%#: with few elements', async (text) => {
    const bubble = await bubbleOf(text)
    expect(wordsOf(bubble)).toBe(text)
    expect(bubble.querySelectorAll('*').length).toBeLessThanOrEqual(60)
    expect(bubble.querySelectorAll('a').length).toBeLessThanOrEqual(20)
  })

  test.each([
    ['combining marks without end', `a${'\u0301\u0489'.repeat(1_900)}`],
    ['a family of thousands', `👨${'\u200d👩'.repeat(1_300)}`],
    ['halves of characters', `\ud800 and \udc00 and ${'\ud83d'.repeat(500)}`],
    ['lines that are none', 'one\u2028two\u2029three\u0085four'],
    ['lines without end', full('\n')],
    ['a word without end', full('x')],
    ['the other direction', `\u202e${full('abc ')}`.slice(0, LIMITS.message)],
  ])('every character stays, and no line is taller than it may be: %s', async (_, text) => {
    const bubble = await bubbleOf(text)
    expect(bubble.textContent).toBe(text)
    expect(bubble.getBoundingClientRect().height).toBeLessThanOrEqual(1_320)
    const box = bubble.closest('.scroller')
    expect(box?.scrollWidth).toBe(box?.clientWidth)
    expect(getComputedStyle(bubble).overflowX).toBe('hidden')
    expect(getComputedStyle(bubble).unicodeBidi).toBe('isolate')
  })

  test('no picture is fetched, whatever a message or an article says', async () => {
    const picture = '![seen](https://evil.example/pixel.png?who=1) <img src="https://evil.example/x.png">'
    const bubble = await bubbleOf(picture)
    expect(wordsOf(bubble)).toBe(picture)
    expect(bubble.querySelector('img, picture, video, iframe, object, embed, [style]')).toBeNull()
    expect(parseRichText(picture)).toEqual([
      {
        kind: 'paragraph',
        pieces: [
          { text: '!' },
          { text: 'seen', address: 'https://evil.example/pixel.png?who=1' },
          { text: ' <img src="https://evil.example/x.png">' },
        ],
      },
    ])
    const fetched = performance.getEntriesByType('resource').filter(({ name }) => name.includes('evil.example'))
    expect(fetched).toEqual([])
  })
})
