import { signal } from '@preact/signals'
import type { Row } from '../../agent-api.js'
import type { Parts, Stop } from './outside-parts.js'
import type { Check } from './queue.js'

/** How long typing may rest before the desk is asked, in milliseconds. */
const REST = 250

/** Finds conversations by the shopper's name, e-mail or order number, whoever has them. */
export function createSearch({ api, timer }: Pick<Parts, 'api' | 'timer'>, check: Check) {
  const words = signal('')
  /** What was found; null while nothing is sought or the answer has not come. */
  const found = signal<readonly Row[] | 'unreachable' | null>(null)
  let waiting: Stop | null = null

  async function ask(sought: string) {
    const answer = check(await api.find(sought))
    // Who has typed on since is not shown what they sought before.
    if (sought === words.peek().trim()) found.value = answer.ok ? answer.value : 'unreachable'
  }

  return {
    words,
    found,
    seek(typed: string) {
      const before = words.peek().trim()
      words.value = typed
      const sought = typed.trim()
      if (sought === before) return
      waiting?.()
      waiting = null
      found.value = null
      if (sought === '') return
      waiting = timer.after(REST, () => {
        waiting = null
        void ask(sought)
      })
    },
    /** What has changed since is looked up again. */
    refresh() {
      const sought = words.peek().trim()
      if (sought !== '' && waiting === null) void ask(sought)
    },
    clear() {
      waiting?.()
      waiting = null
      words.value = ''
      found.value = null
    },
  }
}
