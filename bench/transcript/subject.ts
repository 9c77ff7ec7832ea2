import type { Entry } from '@shopbell/core'

/** A chat as the bench sees it: mounted and open, with nothing said. */
export interface Subject {
  /** Takes messages as they come from a transport. */
  hand(messages: readonly Entry[]): void
  /** Whether a text is in the page. */
  shows(text: string): boolean
  /** What holds the messages in the page. */
  readonly list: Element
  /** Where the shopper writes. */
  readonly field: HTMLElement
  /** Asks something; the answer is a button. */
  ask(): void
  /** The button, once it is drawn. */
  choice(): HTMLElement | null | undefined
}

/** Answers once the subject is ready to take messages. */
export type Mount = (page: HTMLElement) => Promise<Subject>

/** Talk of two people, of a line to a few. */
export function talk(count: number, from = 0): Entry[] {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index
    const id = `message-${n}`
    const text = `Message ${n}: ${'a parcel that is on its way '.repeat(1 + (n % 5))}`
    return {
      id,
      turn: id,
      at: 1_764_000_000_000 + n * 30_000,
      by: n % 3 ? 'agent' : 'shopper',
      name: 'Mira',
      content: { kind: 'text', text },
    }
  })
}
