import type { LogRecord } from '@shopbell/core'

/** Whether a line of a log is a person's answer: words, or what was decided. */
export const isAnswer = ({ by, fact }: LogRecord) => by === 'agent' && (fact.kind === 'text' || fact.kind === 'decided')

const isShoppers = ({ by, fact }: LogRecord) => by === 'shopper' && /^(opened|text|file)$/.test(fact.kind)

/** Who has said the last word: an `agent`, the `shopper` after an answer, or `nobody` but the shopper so far. */
export function lastWord(records: readonly LogRecord[]): 'agent' | 'shopper' | 'nobody' {
  let last: 'agent' | 'shopper' | 'nobody' = 'nobody'
  for (const record of records) {
    if (isAnswer(record)) last = 'agent'
    else if (isShoppers(record) && last === 'agent') last = 'shopper'
  }
  return last
}
