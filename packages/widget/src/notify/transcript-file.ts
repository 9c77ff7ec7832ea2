import { type Entry, type Transcript, toArray } from '@shopbell/core'
import type { FileWords } from '../ui/device.js'
import { plainLine, plainLines } from './plain-line.js'

/** What a written conversation needs of the page. */
export interface FileOptions extends FileWords {
  readonly locale: string
  readonly zone?: string | undefined
}

/** A conversation as plain text: who, when, what. It is nothing but text to whatever opens it, and no line of it can pose as another. */
export function transcriptText(transcript: Transcript, words: FileOptions): string {
  const { locale, zone } = words
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(zone && { timeZone: zone }),
  })
  const lines = toArray(transcript).flatMap((entry) => {
    const said = saidIn(entry, words)
    const name = entry.by === 'bot' ? words.bot : (entry.name ?? words.by[entry.by])
    return said === '' ? [] : [`${time.format(entry.at)}  ${plainLine(name, 80)}\n    ${plainLines(said)}`]
  })
  return `${[plainLine(words.title, 200), ...lines].join('\n\n')}\n`
}

function saidIn({ content }: Entry, words: FileWords): string {
  switch (content.kind) {
    case 'text':
    case 'answered':
      return content.text
    case 'order':
      return `# ${content.order.number}`
    case 'article':
      return `${content.article.title}\n${content.article.body}`
    case 'cards':
      return content.cards.map(({ title, text = '', link = '' }) => [title, text, link].filter(Boolean).join('\n')).join('\n')
    case 'file':
      return words.picture.replace('{name}', () => content.name)
    default:
      return ''
  }
}

/** Hands a text over as a file, without any request. */
export function handOver(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
