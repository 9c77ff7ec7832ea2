import { type ReadonlySignal, signal } from '@preact/signals'
import type { WordGroups } from '@shopbell/core'
import type { View } from './view.js'

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

/** `load` brings the part with its English words; the view says them in the shopper's language and puts the style sheet on. */
export function fetchPart<
  Group extends keyof WordGroups,
  Parts extends { readonly css: string; readonly words: WordGroups[Group] },
>(group: Group, load: () => Promise<Parts>, view: View): LaterPart<Parts, WordGroups[Group]> {
  const here = signal<Part<Parts, WordGroups[Group]> | null>(null)
  const failed = signal(false)
  let under: Promise<void> | null = null
  return {
    here,
    failed,
    fetch() {
      if (here.value) return Promise.resolve()
      failed.value = false
      under ??= load()
        .then((parts) => {
          const words = view.words(group, parts.words)
          view.adopt(parts.css)
          here.value = { parts, words }
        })
        .catch(() => {
          failed.value = true
        })
        .finally(() => {
          under = null
        })
      return under
    },
  }
}
