import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Chat, Id, Snapshot, Transcript } from '@shopbell/core'

/** A snapshot, one signal per part. A part that is the same object as before redraws nothing. */
export type ChatSignals = { readonly [Part in keyof Snapshot]: ReadonlySignal<Snapshot[Part]> } & {
  /** The shopper's last line, whose state is shown. */
  readonly lastOwn: ReadonlySignal<Id | undefined>
}

// Further back than the last sealed chunk nobody looks for it.
function findLastOwn({ chunks, tail }: Transcript): Id | undefined {
  return [...(chunks.at(-1) ?? []), ...tail].filter((entry) => entry.by === 'shopper').at(-1)?.id
}

/** Bridges a chat to signals with one subscription; the second answer ends it. */
export function chatSignals(chat: Chat): readonly [ChatSignals, () => void] {
  const snapshot = signal(chat.getSnapshot())
  const stop = chat.subscribe(() => {
    snapshot.value = chat.getSnapshot()
  })
  const part = <Part extends keyof Snapshot>(name: Part) => computed(() => snapshot.value[name])
  const signals: ChatSignals = {
    status: part('status'),
    transcript: part('transcript'),
    prompt: part('prompt'),
    canGoBack: part('canGoBack'),
    composer: part('composer'),
    human: part('human'),
    contact: part('contact'),
    availability: part('availability'),
    queue: part('queue'),
    agent: part('agent'),
    typing: part('typing'),
    due: part('due'),
    marks: part('marks'),
    unread: part('unread'),
    attach: part('attach'),
    delivery: part('delivery'),
    lastOwn: computed(() => findLastOwn(snapshot.value.transcript)),
  }
  return [signals, stop]
}
