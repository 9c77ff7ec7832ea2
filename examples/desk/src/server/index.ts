import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Hours, LIMITS } from '@shopbell/core'
import { Server } from 'socket.io'
import { createReleaser } from './agent/release-gone.js'
import type { Door } from './agent/session.js'
import { createAllowance } from './allowance.js'
import { forgetOldInsights } from './articles/insights.js'
import { type Database, openDatabase } from './database/database.js'
import { FolderInUse } from './database/lock-folder.js'
import { migrate } from './database/schema.js'
import type { DeskParts } from './desk-parts.js'
import { OFFICE_HOURS } from './hours/hours.js'
import { addressOf } from './http/address.js'
import { type AgentEvents, agentRoutes } from './http/agent-routes.js'
import { createHandler } from './http/create-handler.js'
import { demoRoutes, type Weather } from './http/demo-routes.js'
import { isLoopbackName } from './http/origin.js'
import type { Route } from './http/route.js'
import { CDN_HEADERS, COMMON_HEADERS, INBOX_HEADERS, STOREFRONT_HEADERS } from './http/security-headers.js'
import { shopperRoutes } from './http/shopper-routes.js'
import { createStaticFiles } from './http/static-files.js'
import { forgetOldLimits } from './limits.js'
import { createNews } from './log/news.js'
import { createPresence } from './presence.js'
import { createPasswordCheck } from './secrets.js'
import { seedSite, writeSite } from './seed/seed-site.js'
import { readSites } from './sites.js'
import { type AgentSockets, serveAgents } from './sockets/agent-sockets.js'
import { type ShopperSockets, serveShoppers } from './sockets/shopper-sockets.js'
import { StartRefused } from './start-refused.js'
import { createTokenBuckets } from './token-buckets.js'
import { forgetOrphans } from './uploads/uploads.js'

export { StartRefused } from './start-refused.js'

/** Folders with files that the world may read. */
export interface StaticFolders {
  readonly storefront: string
  readonly inbox: string
  readonly cdn: string
}

export interface DeskOptions {
  /** Defaults to 4600; 0 takes any free one. */
  readonly port?: number
  /** Defaults to `127.0.0.1`. Any other takes an `agentPassword` and `origins`: off this machine, the desk answers only to names it knows. */
  readonly host?: string
  /** PGlite's folder, `.shopbell-data` by default; `memory` keeps nothing. Not used with `databaseUrl`. */
  readonly dataDir?: string | undefined
  readonly databaseUrl?: string | undefined
  /** What agents sign in with. Without one, a name is enough, and the desk stays on this machine. */
  readonly agentPassword?: string | undefined
  /** The shop's public name. Defaults to `demo`. */
  readonly site?: string
  /** Web origins of the shop, such as `https://shop.example`, and the desk's own where it is not this machine's. */
  readonly origins?: readonly string[]
  /** Pages on this machine may talk to the desk, and `/demo` can make it difficult. Only on this machine. */
  readonly demo?: boolean
  /** Fills an empty shop with the demo's orders and articles. Defaults to `demo`; a shop of your own has its own. */
  readonly seed?: boolean
  /** When the shop's people are there. Defaults to Monday to Friday, nine to six in London. */
  readonly hours?: Hours | undefined
  /** The shop's money, an ISO 4217 code. Defaults to `GBP`. */
  readonly currency?: string | undefined
  /** How many proxies of the shop's stand in front, for the caller's address. Defaults to 0. */
  readonly proxies?: number
  /** How long an agent may be away before their conversations queue again, in milliseconds. Defaults to 30 s. */
  readonly grace?: number
  /** How often shoppers are told the head of their log, and agents' sessions looked at, in milliseconds. Defaults to 25 s. */
  readonly headEvery?: number
  /** Milliseconds since 1970. */
  readonly now?: () => number
  readonly staticFolders?: Partial<StaticFolders>
  /** Is told what the desk is doing while it starts. */
  readonly onProgress?: (line: string) => void
  /** Is told what went wrong behind everybody's back, for a log. Nothing of a shopper's words is in it. */
  readonly onTrouble?: (what: string, error: unknown) => void
}

/** A desk that is open. */
export interface RunningDesk {
  readonly url: string
  readonly routes: readonly Route[]
  /** Finishes what it has begun, says goodbye, and stops. */
  close(): Promise<void>
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const FOLDERS: StaticFolders = {
  storefront: folder('../../../storefront/'),
  inbox: folder('../../dist/inbox/'),
  cdn: folder('../../../../packages/widget/cdn/'),
}

/**
 * Opens a desk: takes the port, opens the database, and answers shoppers and agents.
 *
 * @example const desk = await createDesk({ port: 0, dataDir: 'memory', demo: true })
 */
export async function createDesk(options: DeskOptions = {}): Promise<RunningDesk> {
  const {
    host = '127.0.0.1',
    port = 4600,
    site = 'demo',
    agentPassword,
    now = Date.now,
    hours = OFFICE_HOURS,
    currency = 'GBP',
    onProgress = () => undefined,
    onTrouble = () => undefined,
  } = options
  const onLoopback = isLoopbackName(host)
  const demo = (options.demo ?? false) && onLoopback
  if (!onLoopback && !agentPassword) {
    throw new StartRefused(
      `HOST=${host} would open the inbox to the network. Set AGENT_PASSWORD first, or leave HOST at 127.0.0.1.`,
    )
  }

  if (!onLoopback && !options.origins?.length) {
    throw new StartRefused(
      `HOST=${host} is open to the network. Set SHOPBELL_ORIGINS to the origins of the shop and the desk, such as https://desk.example.`,
    )
  }

  // The port first: it is what two desks started by mistake have in common, and it is known at once.
  let listener: RequestListener = (_request, response) =>
    void response.writeHead(503, { 'Retry-After': '2', ...COMMON_HEADERS }).end()
  const server = createServer((request, response) => listener(request, response))
  server.headersTimeout = 10_000
  server.requestTimeout = 120_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken. Set PORT to another one.`
          : `${host}:${port} cannot be used: ${error.message}.`
      reject(new StartRefused(why))
    })
    server.listen(port, host, resolve)
  })

  let database: Database
  try {
    onProgress(options.databaseUrl ? 'Opening PostgreSQL …' : 'Opening the embedded database …')
    database = await openDatabase(options)
    await migrate(database)
    await writeSite(database, site, options.origins ?? [])
    if (options.seed ?? demo) {
      onProgress('Putting orders and articles on the shelves …')
      await seedSite(database, site, now(), demo)
    }
  } catch (error) {
    server.close()
    if (error instanceof FolderInUse) throw new StartRefused(error.message)
    throw error instanceof Error && options.databaseUrl
      ? new StartRefused(`The database of DATABASE_URL does not answer as it should: ${error.message.split('\n')[0]}`)
      : error
  }

  const sites = await readSites(database, demo)
  const grace = options.grace ?? 30_000
  const presence = createPresence(grace, (where, agent) => void releaser.gone(where, agent))
  const parts: DeskParts = {
    database,
    now,
    hours,
    currency,
    presence,
    sites,
    news: createNews(database),
    messages: createTokenBuckets(30, 2, now),
    hints: createTokenBuckets(10, 4, now),
    allowance: createAllowance(now),
  }
  const releaser = createReleaser(parts, grace, onTrouble)
  const { proxies = 0, headEvery = 25_000 } = options
  const handshakes = createTokenBuckets(300, 20, now)

  const io = new Server({
    serveClient: false,
    maxHttpBufferSize: LIMITS.frame,
    connectTimeout: 10_000,
    cors: (request, answer) => {
      const { origin, host: name } = request.headers
      answer(null, { origin: sites.allows(origin, name) ? (origin ?? false) : false, methods: ['GET', 'POST'] })
    },
    // CORS does not apply to WebSocket, so the origin is checked by hand before the upgrade.
    allowRequest: (request, answer) => {
      const { origin, host: name } = request.headers
      const isKnown = sites.knowsHost(name) && sites.allows(origin, name)
      answer(null, isKnown && handshakes.take(addressOf(request, proxies)) === 0)
    },
  })
  io.of('/').use((_socket, next) => next(new Error('forbidden')))

  const weather: Weather = { slow: 0, down: false }
  const door: Door = { site, check: agentPassword ? createPasswordCheck(agentPassword) : null }
  const sockets: { readonly agents: AgentSockets; readonly shoppers: ShopperSockets } = {
    agents: serveAgents(io.of('/agent'), parts, () => sockets.shoppers, headEvery),
    shoppers: serveShoppers(
      io.of('/shopper'),
      parts,
      weather,
      { typing: (where, id) => sockets.agents.typing(where, id) },
      headEvery,
      proxies,
    ),
  }
  const events: AgentEvents = {
    hoursChanged: (where) => sockets.agents.hoursChanged(where),
    signedOut: (session) => sockets.agents.signedOut(session),
  }
  const weatherChanged = () => {
    if (weather.down) sockets.shoppers.drop()
    sockets.agents.hoursChanged(site)
  }
  const folders = { ...FOLDERS, ...options.staticFolders }
  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: '/healthz',
      who: 'anyone',
      async handle() {
        await database.query('select 1')
        return { body: { ok: true, database: database.engine } }
      },
    },
    ...shopperRoutes(parts),
    ...agentRoutes(parts, door, events),
    ...(demo ? demoRoutes(parts, site, weather, weatherChanged) : []),
  ]
  listener = createHandler({
    parts,
    routes,
    weather,
    proxies,
    passwordRequired: door.check !== null,
    files: createStaticFiles([
      { prefix: '/cdn/', folder: folders.cdn, headers: CDN_HEADERS, immutable: true },
      { prefix: '/inbox/', folder: folders.inbox, headers: INBOX_HEADERS, immutable: true },
      { prefix: '/', folder: folders.storefront, headers: STOREFRONT_HEADERS, immutable: false },
    ]),
  })
  io.attach(server)

  // Who was talking to a shopper when the desk stopped gets the usual grace to come back.
  const busy = await database.query<{ site_id: string; agent: string }>(
    `select distinct site_id, agent from conversations where status = 'live' and agent is not null`,
  )
  for (const { site_id, agent } of busy) presence.expect(site_id, agent)

  const tidying = setInterval(
    () =>
      void Promise.all([
        forgetOldLimits(database, now()),
        forgetOrphans(database, now()),
        forgetOldInsights(database, now()),
      ]).catch(() => undefined),
    60 * 60_000,
  )
  tidying.unref()

  const { port: taken } = server.address() as AddressInfo
  let closing: Promise<void> | undefined
  const stop = async () => {
    clearInterval(tidying)
    // Everybody at once would be a stampede: each is told another moment to come back.
    sockets.shoppers.stop(() => Math.round(Math.random() * 10_000))
    sockets.agents.stop()
    const hangUp = setTimeout(() => server.closeAllConnections(), 2_000)
    await io.close()
    clearTimeout(hangUp)
    presence.stop()
    releaser.stop()
    await parts.news.settled()
    await database.close()
  }
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    routes,
    close() {
      closing ??= stop()
      return closing
    },
  }
}
