import { setTimeout as pause } from 'node:timers/promises'
import type { WatchedDatabase } from '../database/watched-database.js'
import type { DeskParts } from '../desk-parts.js'
import type { Route } from './route.js'

/** How long a database may take to say that it is there, in milliseconds. */
const PATIENCE = 2_000

/** For whoever watches over the desk: whether the process lives, whether it should be sent anybody, and how it is doing. */
export function healthRoutes(parts: DeskParts, database: WatchedDatabase, sockets: () => Sockets): readonly Route[] {
  const answers = async () => {
    const end = new AbortController()
    const late = pause(PATIENCE, false, { signal: end.signal, ref: false }).catch(() => false)
    const asked = database.query('select 1').then(
      () => true,
      () => false,
    )
    const isThere = await Promise.race([asked, late])
    end.abort()
    return isThere
  }
  return [
    { method: 'GET', path: '/healthz', who: 'anyone', handle: async () => ({ body: { ok: true, database: database.engine } }) },
    {
      method: 'GET',
      path: '/readyz',
      who: 'anyone',
      async handle() {
        const isClosing = parts.closing.aborted
        const isThere = !isClosing && (await answers())
        return {
          status: isThere ? 200 : 503,
          body: { ok: isThere, ...(isThere ? {} : { why: isClosing ? 'closing' : 'database' }) },
        }
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      who: 'operator',
      async handle() {
        const [queue] = await database.query<{ length: number; oldest: number | null; mails: number }>(
          `select count(*)::integer as length, min(queued) as oldest,
             (select count(*)::integer from mails where sent is null and given_up is null) as mails
           from conversations where status = 'queued'`,
        )
        const { shoppers, agents } = sockets()
        const text = parts.metrics.text({
          shopper_sockets: shoppers,
          agent_sockets: agents,
          transactions_open: database.running,
          mails_waiting: queue?.mails ?? 0,
          queue_length: queue?.length ?? 0,
          queue_oldest_seconds: queue?.oldest ? Math.max(0, parts.now() - queue.oldest) / 1_000 : 0,
        })
        return { headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }, body: Buffer.from(text) }
      },
    },
  ]
}

/** How many are connected to this process. */
interface Sockets {
  readonly shoppers: number
  readonly agents: number
}
