import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Chat, Snapshot } from '@shopbell/core'

/** A snapshot, one signal per part. A part that is the same object as before redraws nothing. */
export type ChatSignals = { readonly [Part in keyof Snapshot]: ReadonlySignal<Snapshot[Part]> }

/** Bridges a chat to signals with one subscription; the second answer ends it. */
export function chatSignals(chat: Chat): readonly [ChatSignals, () => void] {
  const snapshot = signal(chat.getSnapshot())
  const stop = chat.subscribe(() => {
    snapshot.value = chat.getSnapshot()
  })
  const names = Object.keys(snapshot.value) as (keyof Snapshot)[]
  const signals = Object.fromEntries(names.map((name) => [name, computed(() => snapshot.value[name])]))
  return [signals as unknown as ChatSignals, stop]
}
