import type { DeviceWords } from './words.js'

/** The words for what a browser can do for a shopper beside the conversation, in English. */
export const deviceWords: DeviceWords = {
  sound: 'Sound for new messages',
  desktop: 'Notify me on this device',
  desktopDenied: 'Your browser blocks notifications here',
  newMessage: 'A new message is waiting for you.',
  download: 'Download this conversation',
  receipt: 'What is stored about you',
  close: 'Close',
  here: 'On this device',
  withUs: 'With us',
  lines: {
    one: 'This conversation, {count} line',
    other: 'This conversation, {count} lines',
  },
  waiting: {
    one: '{count} message that waits to be sent',
    other: '{count} messages that wait to be sent',
  },
  key: 'A key that proves to us that it is you who writes',
  draft: 'What you have typed and not sent, until you close this tab',
  mark: 'A mark that there is a conversation to go on with',
  openings: 'Which greetings you have been shown',
  settings: 'Whether you want sounds and notifications',
  nothingHere: 'Nothing.',
  sent: 'What you sent to a person, so that we can answer you.',
  nothingSent: 'Nothing from this device.',
  erase: 'Delete from this device',
  stays: 'What you sent to a person stays with us. Ask us, and we delete it, too.',
  goesToo: 'What you sent to a person is deleted with us, too.',
  sure: 'Delete all of this? Nobody can bring it back, and an open conversation ends here.',
  eraseNow: 'Yes, delete it',
  keep: 'Keep it',
  erased: {
    everywhere: 'Deleted. Nothing is stored about you here any more.',
    here: 'Deleted on this device. What you sent to a person is still with us: ask us, and we delete it, too.',
    'desk-failed': 'Deleted on this device. With us it did not work this time: ask us, and we delete it by hand.',
  },
}
