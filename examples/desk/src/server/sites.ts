import type { Queries } from './database/database.js'
import { isLoopbackHost, isLoopbackOrigin, parseOrigin } from './http/origin.js'

/** The shops that this desk serves, and which web origins may speak for their shoppers. */
export interface Sites {
  has(site: string): boolean
  /** Whether a page of `origin` may talk to `site`; without a site: to any of them. `host` is what the request was sent to. */
  allows(origin: string | undefined, host: string | undefined, site?: string): boolean
  /**
   * Whether a page of the desk's own origin asks. A request without `Origin` comes from no page of another origin. The name that a
   * request was sent to proves nothing by itself, and one over plain http least of all: the whole origin has to be listed, or be
   * this machine's.
   */
  isOwn(origin: string | undefined, host: string | undefined): boolean
  /** Whether the desk is known by a `Host`: a listed origin's, or this machine's. Any other was bound to it by a stranger. */
  knowsHost(host: string | undefined): boolean
}

/** Reads the sites once; a change of their origins takes a restart. `loopback`: pages on this machine may talk too (the demo). */
export async function readSites(queries: Queries, loopback: boolean): Promise<Sites> {
  const rows = await queries.query<{ site_id: string; origins: string }>('select site_id, origins from sites')
  const origins = new Map<string, ReadonlySet<string>>()
  const hosts = new Set<string>()
  const isListed = (origin: URL) => [...origins.values()].some((set) => set.has(origin.origin))
  const isOwn = (origin: URL, host: string | undefined) =>
    origin.host === host?.toLowerCase() && (isListed(origin) || (isLoopbackHost(host) && origin.protocol === 'http:'))
  for (const row of rows) {
    const listed = (JSON.parse(row.origins) as string[]).flatMap((text) => parseOrigin(text) ?? [])
    origins.set(row.site_id, new Set(listed.map((origin) => origin.origin)))
    for (const origin of listed) hosts.add(origin.host)
  }
  return {
    has: (site) => origins.has(site),
    isOwn(text, host) {
      if (text === undefined) return true
      const origin = parseOrigin(text)
      return origin !== null && isOwn(origin, host)
    },
    knowsHost: (host) => isLoopbackHost(host) || hosts.has(host?.toLowerCase() ?? ''),
    allows(text, host, site) {
      // No `Origin` at all: not a page of another origin. Browsers send it with every such call and with every WebSocket.
      if (text === undefined) return site === undefined || origins.has(site)
      const origin = parseOrigin(text)
      if (!origin) return false
      if (site !== undefined && !origins.has(site)) return false
      if (isOwn(origin, host)) return true
      if (loopback && isLoopbackOrigin(origin)) return true
      if (site !== undefined) return origins.get(site)?.has(origin.origin) ?? false
      return isListed(origin)
    },
  }
}
