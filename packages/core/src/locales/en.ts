import type { Words } from './words.js'

/** The words of every conversation with the bot in English. */
export const words: Words = {
  by: { shopper: 'You', assistant: 'AI', agent: 'Support', desk: 'Shop' },
  unread: { one: '{count} unread message', other: '{count} unread messages' },
  peopleHere: 'people are here now',
  peopleUntil: 'people until {time} your time',
  peopleAway: 'people reply by message',
  peopleBackToday: 'people back at {time} your time',
  peopleBack: 'people back {day}, {time} your time',
  hereNow: 'Somebody is here now',
  usualReply: { one: 'Usually replies in {count} min', other: 'Usually replies in {count} min' },
  replyByMail: 'Closed now. We’ll write to you',
  left: { one: '{count} character left', other: '{count} characters left' },
  over: {
    one: '{count} character too long. Shorten it a little, or send it in two parts.',
    other: '{count} characters too long. Shorten it a little, or send it in two parts.',
  },
  tooLong: {
    one: '{count} character too long. Please shorten it a little.',
    other: '{count} characters too long. Please shorten it a little.',
  },
  newMessages: 'New messages',
  optional: 'optional',
  newTab: 'opens a new tab',
  lookingUp: 'Looking it up',
  notices: {
    'new-conversation': 'New conversation',
    restarted: 'Let’s start again from the menu',
    'desk-unreachable':
      'I can’t reach our team right now. Your message is kept on this device and goes out by itself as soon as they can be reached.',
    'stored-in-memory': 'This browser keeps nothing, so this chat is gone when you leave the page',
  },
  reachedAfterAll: 'We could not be reached for a moment. Your message has arrived.',
  notSaved: 'Not saved if you leave this page',
  hidden: {
    card: 'We hid a card number before it was sent.',
    iban: 'We hid an account number before it was sent.',
    cvv: 'We hid a security code before it was sent.',
    show: 'Show it to the shop anyway',
  },
  unsupported: 'This message can’t be shown here.',
}
