import type { By, NoticeCode } from '../conversation/entry.js'
import type { Stage } from '../facts/order.js'
import type { Secret } from '../facts/redact.js'
import type { Outcome } from '../handoff/decision.js'
import type { RequestKind } from '../handoff/reason.js'

/** A sentence per plural form of `{count}`; `other` is always there. */
export type Plural = { readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string }

/** The words that the launcher, the panel and the greeting need. `{names}` in braces are filled in. */
export interface OpeningWords {
  readonly openChat: string
  readonly closeChat: string
  /** On a launcher with words. */
  readonly pill: string
  /** The panel's name, with `{shop}`. */
  readonly chatWith: string
  /** The panel's title where the shop has given none. */
  readonly title: string
  readonly conversation: string
  readonly choices: string
  readonly talkToPerson: string
  readonly writeMail: string
  readonly call: string
  readonly instantAnswers: string
  /** Who speaks, when the bot does. */
  readonly bot: string
  readonly compose: string
  readonly send: string
  readonly tryAgain: string
  readonly loading: string
  readonly notLoaded: string
}

/** The words of every conversation with the bot: forms, notices, what can be expected of people. */
export interface Words {
  /** Who speaks, when the bot does not. */
  readonly by: { readonly [author in Exclude<By, 'bot'>]: string }
  readonly unread: Plural
  /** Of people, after a dot in the middle of the header's line. */
  readonly peopleHere: string
  readonly peopleUntil: string
  readonly peopleAway: string
  readonly peopleBackToday: string
  readonly peopleBack: string
  /** What to expect of a person, on the row that calls one. */
  readonly hereNow: string
  readonly usualReply: Plural
  readonly replyByMail: string
  /** The same in opening hours, while nobody is at the desk. */
  readonly nobodyHere: string
  /** Of a field in a form, which cannot be sent in parts. */
  readonly tooLong: Plural
  readonly newMessages: string
  readonly optional: string
  readonly newTab: string
  readonly lookingUp: string
  readonly notSaved: string
  readonly unsupported: string
}

/** The words of an order's card. */
export interface OrderWords {
  readonly number: string
  readonly preparing: string
  readonly arrives: string
  readonly onItsWay: string
  readonly late: string
  readonly stuck: string
  readonly lost: string
  readonly partlyDelivered: string
  readonly partlyShipped: string
  readonly delivered: string
  readonly cancelled: string
  readonly returned: string
  readonly refunded: string
  readonly notRefunded: string
  readonly expected: string
  readonly lastSeen: string
  readonly parcels: Plural
  readonly parcel: string
  readonly to: string
  readonly stages: { readonly [stage in Stage]: string }
  readonly journey: string
  readonly ahead: string
}

/** The words around articles. */
export interface ArticleWords {
  readonly back: string
  readonly search: string
  readonly searchLabel: string
  readonly topics: string
  readonly answers: string
  readonly readAgain: string
}

/** The words for what a browser can do for a shopper beside the conversation: sound, notifications, a file, and what is stored. */
export interface DeviceWords {
  readonly sound: string
  readonly desktop: string
  readonly desktopDenied: string
  /** In a notification that does not say what was said. */
  readonly newMessage: string
  readonly download: string
  /** What leads to what is stored, and its title. */
  readonly receipt: string
  readonly close: string
  readonly here: string
  readonly withUs: string
  readonly lines: Plural
  readonly waiting: Plural
  readonly key: string
  readonly draft: string
  readonly mark: string
  readonly openings: string
  readonly settings: string
  readonly nothingHere: string
  readonly sent: string
  readonly nothingSent: string
  readonly erase: string
  /** What becomes of what was sent, where the desk cannot delete it, and where it does. */
  readonly stays: string
  readonly goesToo: string
  readonly sure: string
  readonly eraseNow: string
  readonly keep: string
  readonly erased: { readonly [what in 'everywhere' | 'here' | 'desk-failed']: string }
}

/** The words around the cards of a shop's own flow. */
export interface OwnWords {
  /** What several cards side by side are. */
  readonly cards: string
  readonly previous: string
  readonly next: string
  /** Which card this is: `{number}` of `{count}`. */
  readonly place: string
}

/** The words beside an opening of the flow's own, which stands beside the launcher. */
export interface BubbleWords {
  readonly message: string
  readonly dismiss: string
}

/** The words of the way to a person and of the talk with one. */
export interface PersonWords {
  readonly sending: string
  readonly waiting: string
  readonly sent: string
  readonly read: string
  readonly notSent: string
  readonly discard: string
  readonly menu: string
  readonly review: {
    readonly title: string
    readonly summary: string
    /** The summary's label where nothing is known of the matter yet. */
    readonly about: string
    readonly along: string
    readonly leaveOut: string
    /** Where pictures help: the button, why, and what is said where none can be added. */
    readonly addPhoto: string
    readonly photoHelps: string
    readonly photoLater: string
    readonly story: string
    readonly sendLive: string
    readonly sendTicket: string
    readonly back: string
  }
  readonly passingOn: string
  readonly queue: {
    readonly title: string
    readonly next: string
    readonly position: string
    readonly wait: Plural
    readonly unknown: string
    readonly basis: { readonly 'last-hour': string; readonly today: string; readonly shop: string }
    /** Both together: `{wait}` and `{basis}`. */
    readonly estimate: string
    readonly defer: string
  }
  readonly ticket: {
    readonly title: string
    readonly due: string
    readonly dueToday: string
    readonly soon: string
    readonly here: string
    /** `{time}` and `{email}`: when it was sent, and where the answer goes. */
    readonly sent: string
  }
  /** News of the conversation itself, most of them on the way to a person. */
  readonly notices: { readonly [code in NoticeCode]: string }
  /** How much may be written still, or is too much. */
  readonly left: Plural
  readonly over: Plural
  /** In place of `desk-unreachable`, once the desk has the message. */
  readonly reachedAfterAll: string
  /** What was hidden of the shopper's words before they left, and the way to show it. */
  readonly hidden: { readonly [kind in Secret]: string } & { readonly show: string }
  /** Said first, when a time that was promised has passed. */
  readonly late: {
    readonly live: Plural
    readonly ticket: string
    readonly ticketToday: string
    /** The way on from the queue. */
    readonly defer: string
    /** The ways on from a ticket: with and without other ways to reach the shop. */
    readonly again: string
    readonly orElse: string
  }
  /** What a person has decided about a request. `{amount}` is money in the shopper's way of writing it. */
  readonly decision: {
    readonly about: { readonly [request in RequestKind]: string }
    readonly outcomes: { readonly [outcome in Outcome]: { readonly title: string; readonly next: string } }
    /** The title of a refund of part of the price. */
    readonly refundOf: string
    /** Above a decision that takes the place of an earlier one. */
    readonly changed: string
  }
  readonly withYou: string
  readonly someoneWithYou: string
  /** Of a ticket that is answered, while no people are here. */
  readonly hasWritten: string
  readonly typing: string
  readonly someoneTyping: string
  readonly closed: string
  readonly startNew: string
  readonly endConversation: string
  readonly rating: {
    readonly question: string
    /** From worst to best. */
    readonly scores: readonly [string, string, string, string, string]
    readonly send: string
    readonly skip: string
    readonly thanks: string
  }
  readonly reconnecting: string
  readonly offlineKept: Plural
  readonly picture: {
    readonly add: string
    readonly adding: string
    readonly tooBig: string
    readonly notAnImage: string
    readonly unavailable: string
    readonly named: string
    readonly gone: string
  }
}
