import type { Commit, Store } from '@shopbell/core'
import type { DurableStore } from './durable-store.js'
import type { ResumeKey } from './resume-key.js'

/**
 * The durable store, without its code until something is worth keeping: a greeting alone stays in memory, so opening the panel
 * waits for nothing and writes nothing. From the shopper's first answer on everything is durable. Where the code cannot be
 * fetched, memory goes on.
 */
export function keptStore(resume: ResumeKey, load: () => Promise<DurableStore>): Store {
  let greeting: Commit | null = null
  let memory = false
  let durable: Promise<DurableStore | null> | undefined
  let overtaken = false
  let level: () => Store['level'] = () => (memory ? 'memory' : 'durable')

  const open = () => {
    durable ??= load().then(
      async (store) => {
        level = () => store.level
        // Another tab may have been first. Then whatever builds on this greeting is refused, and the chat reads what is there.
        if (greeting) overtaken = (await store.begin(greeting)) === 'lost'
        greeting = null
        return store
      },
      () => {
        memory = true
        return null
      },
    )
    return durable
  }

  const inMemory = (next: Commit) => {
    if ((greeting?.rev ?? 0) !== next.rev - 1) return 'lost' as const
    greeting = next
    return 'done' as const
  }

  return {
    get level() {
      return level()
    },
    async read() {
      if (!durable && resume.read() === null) return greeting
      const store = await open()
      overtaken = false
      return store ? store.read() : greeting
    },
    async commit(next) {
      const only =
        !durable && resume.read() === null && next.commands.length === 0 && next.entries.every(({ by }) => by === 'bot')
      if (only) return inMemory(next)
      const store = await open()
      if (overtaken) return 'lost'
      return store ? store.commit(next) : inMemory(next)
    },
    async erase() {
      greeting = null
      if (!durable && resume.read() === null) return
      await (await open())?.erase()
    },
  }
}
