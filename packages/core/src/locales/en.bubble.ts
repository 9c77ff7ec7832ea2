import type { BubbleWords } from './words.js'

/** The words beside an opening of the flow's own, in English. */
export const bubbleWords: BubbleWords = {
  message: 'Message from the shop',
  dismiss: 'Close this message',
}
