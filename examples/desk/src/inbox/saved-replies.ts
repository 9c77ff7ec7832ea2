/** A reply that is written often. `{name}` becomes the shopper's first name, or goes away with its comma. */
export interface SavedReply {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** The shop's saved replies. Found in the reply box by `/` and a part of their title. */
export const SAVED_REPLIES: readonly SavedReply[] = [
  {
    id: 'hello',
    title: 'Hello, I am reading',
    text: 'Hello {name}, thank you for waiting. I’m reading what you wrote to our bot, so you don’t have to repeat it. Give me two minutes.',
  },
  {
    id: 'late',
    title: 'Late parcel: I ask the carrier',
    text: 'I’m sorry your parcel is late, {name}. I’m asking the carrier where it is, and I’ll write to you here by the end of tomorrow, whatever they say.',
  },
  {
    id: 'photo',
    title: 'Damaged: a photo, please',
    text: 'I’m sorry it arrived like that, {name}. Could you send me one photo of the damage, here in the chat? It needn’t be a good one. Then I can choose a replacement or your money back with you.',
  },
  {
    id: 'missing',
    title: 'Marked delivered, not received',
    text: 'That is unpleasant, {name}. Please look once with neighbours and at the place where parcels are left. I’m asking the driver for proof of delivery in the meantime. If it doesn’t turn up by tomorrow, we send it again at our cost.',
  },
  {
    id: 'return',
    title: 'How to send it back',
    text: 'Of course, {name}. Put the item into any box, and I’ll send you a label by e-mail within the hour. Your money is on its way two days after the parcel reaches us.',
  },
  {
    id: 'bye',
    title: 'Anything else?',
    text: 'I’m glad that’s settled, {name}. Is there anything else I can do? If not, I’ll close this here; just write again when you need us.',
  },
]

/** The saved replies whose title or text has every word that was typed after the slash, with the shopper's name in them. */
export function findSavedReplies(query: string, who: string | null): readonly SavedReply[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return SAVED_REPLIES.map((reply) => ({ ...reply, text: fillName(reply.text, who) })).filter((reply) => {
    const haystack = `${reply.id} ${reply.title} ${reply.text}`.toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}

/** The text with the shopper's name in it. A name is put in as it is: nothing in it is read a second time. */
export function fillName(text: string, who: string | null): string {
  const first = who?.trim().split(/\s+/)[0] ?? ''
  return first === '' ? text.split(/,? \{name\}/).join('') : text.split('{name}').join(first)
}

/** The name to greet the shopper by: only one that they gave as their name. An address is none. */
export function greetingName(given: string | undefined): string | null {
  const trimmed = given?.trim() ?? ''
  return trimmed === '' || trimmed.includes('@') ? null : trimmed
}
