import type { OpeningWords } from './words.js'

/** The greeting's words in English. */
export const openingWords: OpeningWords = {
  openChat: 'Open chat',
  closeChat: 'Close chat',
  unread: { one: '{count} unread message', other: '{count} unread messages' },
  pill: 'Need a hand?',
  chatWith: 'Chat with {shop}',
  title: 'How can we help?',
  conversation: 'Conversation',
  choices: 'Choose one',
  talkToPerson: 'Talk to a person',
  writeMail: 'Write to us',
  call: 'Call us',
  instantAnswers: 'Instant answers',
  by: { shopper: 'You', bot: 'Bot', assistant: 'AI', agent: 'Support', desk: 'Shop' },
  compose: 'Write a message',
  send: 'Send',
  tryAgain: 'Try again',
  loading: 'One moment',
  notLoaded: 'This part did not load.',
}
