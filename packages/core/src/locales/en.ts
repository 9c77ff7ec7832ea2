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
  nobodyHere: 'Nobody is here right now. We’ll write to you',
  tooLong: {
    one: '{count} character too long. Please shorten it a little.',
    other: '{count} characters too long. Please shorten it a little.',
  },
  newMessages: 'New messages',
  optional: 'optional',
  newTab: 'opens a new tab',
  lookingUp: 'Looking it up',
  notSaved: 'Not saved if you leave this page',
  unsupported: 'This message can’t be shown here.',
}
