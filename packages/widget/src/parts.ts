/** The elements that a shop's own style sheet can reach, as `shopbell-chat::part(launcher)`. */
export const parts = {
  launcher: 'launcher',
  panel: 'panel',
  header: 'header',
  transcript: 'transcript',
  message: 'message',
  quickReplies: 'quick-replies',
  form: 'form',
  composer: 'composer',
  orderCard: 'order-card',
  review: 'review',
} as const
