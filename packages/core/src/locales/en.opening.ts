import type { OpeningWords } from './words.js'

/** The greeting's words in English. */
export const openingWords: OpeningWords = {
  openChat: 'Open chat',
  closeChat: 'Close chat',
  pill: 'Need a hand?',
  chatWith: 'Chat with {shop}',
  title: 'How can we help?',
  conversation: 'Conversation',
  choices: 'Choose one',
  talkToPerson: 'Talk to a person',
  writeMail: 'Write to us',
  call: 'Call us',
  instantAnswers: 'Instant answers',
  bot: 'Bot',
  compose: 'Write a message',
  send: 'Send',
  tryAgain: 'Try again',
  loading: 'One moment',
  notLoaded: 'This part did not load.',
}
