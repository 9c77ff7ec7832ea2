import { computed, signal } from '@preact/signals'
import type { Id } from '@shopbell/core'
import type { Row } from '../../agent-api.js'
import type { Answer, View } from '../api.js'
import { VIEWS } from '../place.js'
import type { Parts, Stop } from './outside-parts.js'

/** The lists, by view. `null` is a list that has not come yet. */
export type Lists = { readonly [view in View]: readonly Row[] | null }

const NO_LISTS: Lists = {
  queue: null,
  mine: null,
  tickets: null,
  all: null,
  closed: null,
}

/** How long news may gather before the lists are fetched again, in milliseconds. */
const GATHER = 150

/** The lists of conversations. `heard` is called with what is new after each look. */
export function createQueue({ api, timer }: Pick<Parts, 'api' | 'timer'>, check: Check, heard: (news: readonly Row[]) => void) {
  const lists = signal<Lists>(NO_LISTS)
  const counts = computed(() => mapViews((view) => lists.value[view]?.length ?? 0))
  let running = false
  let again = false
  let waiting: Stop | null = null

  async function refresh() {
    if (running) {
      again = true
      return
    }
    running = true
    const answers = await Promise.all(VIEWS.map(async (view) => [view, check(await api.rows(view))] as const))
    const before = lists.peek()
    const next: { [view in View]: readonly Row[] | null } = { ...before }
    for (const [view, answer] of answers) if (answer.ok) next[view] = answer.value
    lists.value = next
    running = false
    heard(newWork(before, next))
    if (again) {
      again = false
      await refresh()
    }
  }

  return {
    lists,
    counts,
    refresh,
    /** Fetches soon; a burst of news is one fetch. */
    refreshSoon() {
      waiting ??= timer.after(GATHER, () => {
        waiting = null
        void refresh()
      })
    },
    /** Shows a conversation as read at once; the desk hears of it by its own way. */
    markRead(conversation: Id) {
      const current = lists.peek()
      if (!VIEWS.some((view) => current[view]?.some((row) => row.id === conversation && row.unread > 0))) return
      lists.value = mapViews(
        (view) => current[view]?.map((row) => (row.id === conversation ? { ...row, unread: 0 } : row)) ?? null,
      )
    },
    find: (conversation: Id): Row | null => {
      for (const view of VIEWS) {
        const row = lists.value[view]?.find((candidate) => candidate.id === conversation)
        if (row) return row
      }
      return null
    },
    clear() {
      waiting?.()
      waiting = null
      lists.value = NO_LISTS
    },
  }
}

/** Looks at an answer on its way: an answer that says *signed out* ends the session. */
export type Check = <T>(answer: Answer<T>) => Answer<T>

/** What was not there before: conversations new in the queue or among the tickets, and unread lines in one's own. */
export function newWork(before: Lists, after: Lists): readonly Row[] {
  const fresh: Row[] = []
  for (const view of ['queue', 'tickets'] as const) {
    const known = before[view]
    if (known === null) continue
    // A conversation that moves from the queue to the tickets has been heard once already.
    const elsewhere = [...known, ...(before.queue ?? []), ...(before.tickets ?? []), ...(before.mine ?? [])]
    for (const row of after[view] ?? []) if (!elsewhere.some((old) => old.id === row.id)) fresh.push(row)
  }
  for (const row of after.mine ?? []) {
    const old = before.mine?.find((candidate) => candidate.id === row.id)
    if (old && row.unread > old.unread && !fresh.some((other) => other.id === row.id)) fresh.push(row)
  }
  return fresh
}

function mapViews<T>(make: (view: View) => T): { readonly [view in View]: T } {
  return {
    queue: make('queue'),
    mine: make('mine'),
    tickets: make('tickets'),
    all: make('all'),
    closed: make('closed'),
  }
}

/** The queue of one inbox. */
export type Queue = ReturnType<typeof createQueue>
