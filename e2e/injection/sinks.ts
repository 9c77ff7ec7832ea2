/**
 * Every place of the chat that shows what somebody else has written. Each has to be reached in the control: there, a renderer that
 * draws markup makes the oracle see the mark of each of them. A new place belongs here, and into the run that fills it.
 */
export const CHAT_SINKS = [
  'title',
  'greeting',
  'botName',
  'optionHint',
  'fieldLabel',
  'fieldError',
  'fieldValue',
  'proactive',
  'topicTitle',
  'articleTitle',
  'articleTeaser',
  'articleBody',
  'articleBold',
  'articleItem',
  'articleLink',
  'articleAddress',
  'searchQuery',
  'orderNumber',
  'orderCity',
  'summary',
  'reviewValue',
  'claimedBy',
  'agentName',
  'typingName',
  'message',
  'messageAddress',
  'modelMessage',
  'deskMessage',
  'cardTitle',
  'cardText',
  'cardAddress',
  'file',
  'decisionNote',
  'ownMessage',
  'draft',
  'announced',
  'debugPanel',
] as const

/** The same of the inbox. */
export const INBOX_SINKS = [
  'agentName',
  'colleague',
  'who',
  'summary',
  'lastMessage',
  'because',
  'team',
  'flow',
  'page',
  'product',
  'cart',
  'phone',
  'factName',
  'factValue',
  'triedTitle',
  'missing',
  'orderNumber',
  'orderCity',
  'storyText',
  'storyAddress',
  'storyArticle',
  'storyCard',
  'storyFile',
  'message',
  'messageAddress',
  'answered',
  'decisionNote',
  'reply',
  'note',
  'searchedFor',
] as const

export type ChatSink = (typeof CHAT_SINKS)[number]
export type InboxSink = (typeof INBOX_SINKS)[number]

/** What is written into a sink, of at most so many characters. */
export type Write<Sink extends string> = (sink: Sink, most: number) => string

const ADDRESS = /Address$/

/** A payload that says which sink it came through, if anything draws it as markup or opens it. */
export const marked: Write<ChatSink | InboxSink> = (sink) =>
  ADDRESS.test(sink) ? `https://evil.example/hurt=${named(sink)}/` : `<img src onerror=hurt='${named(sink)}'>`

/** As it can be found again: some sinks change how a text is written. */
export const named = (sink: string): string => sink.toLowerCase()

/** The texts in turn, so that over a whole run every sink gets many of them. What is no address cannot get into an `Address` at all. */
export function inTurn(texts: readonly string[]): Write<ChatSink | InboxSink> {
  const some = texts.filter((text) => text.trim() !== '')
  let next = 0
  return (sink, most) => {
    next++
    if (ADDRESS.test(sink))
      return `https://evil.example/${encodeURIComponent((some[next % some.length] ?? '').replace(/\p{Cs}/gu, ''))}`
    const found = some.findIndex((text, index) => index >= next % some.length && text.length <= most)
    if (found >= 0) next = found
    return (some[Math.max(0, found)] ?? '').slice(0, most)
  }
}

/** The sinks whose marks are in what an oracle has seen. */
export function sinksIn(seen: readonly string[]): readonly string[] {
  const found = seen
    .filter((what) => what.startsWith('a foreign'))
    .flatMap((what) => [...what.matchAll(/hurt='?([a-z]+)/g)].map(([, sink = '']) => sink))
  return [...new Set(found)].sort()
}
