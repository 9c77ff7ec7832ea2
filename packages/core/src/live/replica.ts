import type { Commit } from '../conversation/commit.js'
import { applyNews, applyPage } from '../delivery/log.js'
import { withoutLost } from '../delivery/outbox.js'
import type { Cursor, Page } from '../delivery/protocol.js'
import type { DeliveryHost } from './delivery-host.js'
import { attempt } from './patience.js'

/** The copy of the desk's log, kept up to date from pages and single records in any order. */
export interface Replica {
  /** Applies pages; resolves with the place where records are missing. `asked`: the commit when they were asked for. */
  advance(pages: readonly Page[], asked?: Commit): Promise<Cursor | null>
  /** Takes what came unasked. What is early waits for what comes before it. */
  take(page: Page): void
  /** Tries what is early again. */
  again(): void
  /** Forgets what is early. */
  forget(): void
}

// Pages of single records, mostly: a page that was asked for brings whatever does not fit.
const MOST_EARLY = 500

/** A replica in the commit of `host`. `moved` hears of each step, `gap` that a page must be asked for. */
export function createReplica(
  host: Pick<DeliveryHost, 'environment' | 'update'>,
  { moved, gap }: { moved(commit: Commit, pages: readonly Page[]): void; gap(): void },
): Replica {
  let early: readonly Page[] = []
  let draining = false

  async function advance(pages: readonly Page[], asked?: Commit, apply = applyPage): Promise<Cursor | null> {
    const fresh = host.environment.id()
    let missing: Cursor | null = null
    const after = await host.update((commit) => {
      missing = null
      const next = pages.reduce((so, page) => {
        const step = apply(so, page, fresh)
        missing = step.missing ?? missing
        return step.commit
      }, commit)
      return asked && !missing ? withoutLost(next, asked) : next
    })
    moved(after, pages)
    return missing
  }

  async function drain(): Promise<void> {
    if (draining) return
    draining = true
    while (early.length > 0) {
      const pages = early
      early = []
      const missing = await attempt(() => advance(joined(pages), undefined, applyNews))
      if (!missing) continue
      const { conversation, epoch, seq } = missing
      const tooEarly = pages.filter((page) => page.conversation === conversation && page.epoch === epoch && page.head > seq)
      const news = early
      early = [...tooEarly, ...news].slice(0, MOST_EARLY)
      if (news.length > 0) continue
      gap()
      break
    }
    draining = false
  }

  return {
    advance,
    take(page) {
      if (early.length < MOST_EARLY) early = [...early, page]
      void drain()
    },
    again: () => void drain(),
    forget() {
      early = []
    },
  }
}

/** Pages of the same log as one. */
function joined(pages: readonly Page[]): readonly Page[] {
  const logs = new Map<string, Page>()
  for (const page of pages) {
    const log = `${page.conversation} ${page.epoch}`
    const known = logs.get(log)
    const records = [...(known?.records ?? []), ...page.records]
    logs.set(log, {
      ...page,
      records,
      head: Math.max(known?.head ?? 0, page.head),
    })
  }
  return [...logs.values()]
}
