import { type ReadonlySignal, signal } from '@preact/signals'

/** A later part of the user interface: what it draws, and its words. */
export interface Part<Parts, Words> {
  readonly parts: Parts
  readonly words: Words
}

/** A part that comes when it is fetched. */
export interface LaterPart<Parts, Words> {
  /** `null` until it is here. */
  readonly here: ReadonlySignal<Part<Parts, Words> | null>
  /** Fetching has failed, and nothing is under way. */
  readonly failed: ReadonlySignal<boolean>
  /** Fetches it, unless it is here or on its way. Resolves when there is nothing more to wait for. */
  fetch(): Promise<void>
}

/** `load` brings the part with its English words, `translated` its words in the shopper's language; `adopt` puts its style sheet on. */
export function fetchPart<Parts extends { readonly css: string; readonly words: Words }, Words>(
  load: () => Promise<Parts>,
  translated: (() => Promise<Words>) | undefined,
  adopt: (css: string) => void,
): LaterPart<Parts, Words> {
  const here = signal<Part<Parts, Words> | null>(null)
  const failed = signal(false)
  let under: Promise<void> | null = null
  return {
    here,
    failed,
    fetch() {
      if (here.value) return Promise.resolve()
      failed.value = false
      under ??= Promise.all([load(), translated?.()])
        .then(
          ([parts, words]) => {
            adopt(parts.css)
            here.value = { parts, words: words ?? parts.words }
          },
          () => {
            failed.value = true
          },
        )
        .finally(() => {
          under = null
        })
      return under
    },
  }
}
