import type { Id } from '../conversation/entry.js'
import type { MemoryDesk } from '../desk/memory-desk.js'
import type { Environment } from '../environment.js'

/** What the person in the demo does. Times are milliseconds. */
export interface DemoScript {
  /** The person's name. */
  readonly agent: string
  /** How long the shopper waits in the queue; `null`: nobody ever comes. */
  readonly arrives: number | null
  /** How long the person types before each line. */
  readonly types: number
  /** Said on arrival. */
  readonly greeting: string
  /** Said in answer to the shopper's lines, one after the other; the last one again and again. None: silence. */
  readonly replies: readonly string[]
}

/** Somebody who comes soon and is kind. */
export const demoScript: DemoScript = {
  agent: 'Maya',
  arrives: 2_000,
  types: 1_200,
  greeting: "Hi, I'm Maya. I have read what you told the bot; give me a moment to look.",
  replies: [
    'Thank you, that helps. I have put it right on our side, and you get a mail about it.',
    'Is there anything else I can do for you?',
  ],
}

/** Plays the person behind a desk in memory; the answer stops it. */
export function playPerson(desk: MemoryDesk, script: DemoScript, { later }: Pick<Environment, 'later'>): () => void {
  const said = new Map<Id, number>()
  const cancels = new Set<() => void>()

  function soon(ms: number, work: () => void): void {
    const cancel = later(() => {
      cancels.delete(cancel)
      work()
    }, ms)
    cancels.add(cancel)
  }

  function isClosed(conversation: Id): boolean {
    return desk.conversations().find(({ id }) => id === conversation)?.closed ?? true
  }

  function say(conversation: Id, text: string): void {
    desk.whisper({ type: 'typing', conversation, by: 'agent', name: script.agent })
    soon(script.types, () => {
      if (!isClosed(conversation)) desk.record(conversation, 'agent', { kind: 'text', text }, script.agent)
    })
  }

  function arrive(conversation: Id): void {
    const { arrives } = script
    const wait = arrives === null ? null : ({ seconds: Math.ceil(arrives / 1_000), basis: 'shop' } as const)
    // A moment later, so that the shopper's side has the record that put it into the queue.
    soon(0, () => desk.whisper({ type: 'queue', conversation, position: 1, wait }))
    if (arrives === null) return
    soon(arrives, () => {
      if (isClosed(conversation)) return
      said.set(conversation, 0)
      desk.record(conversation, 'agent', { kind: 'claimed', agent: script.agent }, script.agent)
      say(conversation, script.greeting)
    })
  }

  const stop = desk.watch((news) => {
    if (news.type !== 'recorded') return
    const { conversation, record } = news
    const { by, fact, seq } = record
    if (by !== 'shopper') return
    if (fact.kind === 'opened' && fact.want === 'live' && seq === 1) return arrive(conversation)
    const count = said.get(conversation)
    if (count === undefined || (fact.kind !== 'text' && fact.kind !== 'file')) return
    said.set(conversation, count + 1)
    desk.whisper({ type: 'read', conversation, by: 'agent', seq })
    const reply = script.replies[Math.min(count, script.replies.length - 1)]
    if (reply !== undefined) say(conversation, reply)
  })

  return () => {
    stop()
    for (const cancel of cancels) cancel()
    cancels.clear()
  }
}
