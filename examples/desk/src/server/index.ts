import { setMaxListeners } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Hours } from '@shopbell/core'
import type { Door } from './agent/session.js'
import { createAllowance } from './allowance.js'
import { forgetOldInsights } from './articles/insights.js'
import { openDatabase } from './database/database.js'
import { FolderInUse } from './database/lock-folder.js'
import { migrate } from './database/schema.js'
import { type WatchedDatabase, watchDatabase } from './database/watched-database.js'
import type { DeskParts } from './desk-parts.js'
import { OFFICE_HOURS } from './hours/hours.js'
import { type AgentEvents, agentRoutes } from './http/agent-routes.js'
import { createHandler } from './http/create-handler.js'
import { demoRoutes, type Weather } from './http/demo-routes.js'
import { healthRoutes } from './http/health-routes.js'
import { isLoopbackName, isLoopbackOrigin } from './http/origin.js'
import type { Route } from './http/route.js'
import { CDN_HEADERS, INBOX_HEADERS, STOREFRONT_HEADERS, STUDIO_HEADERS } from './http/security-headers.js'
import { shopperRoutes } from './http/shopper-routes.js'
import { createStaticFiles } from './http/static-files.js'
import { takePort } from './http/take-port.js'
import { forgetOldLimits } from './limits.js'
import { createNews } from './log/news.js'
import { readMails } from './mail/read-mails.js'
import { createPostman } from './mail/send-mails.js'
import { smtpPost } from './mail/smtp.js'
import { createMetrics } from './metrics.js'
import { createPresence } from './presence.js'
import { type Bus, silentBus } from './processes/bus.js'
import { keepInTouch } from './processes/keep-in-touch.js'
import { openPostgresBus } from './processes/postgres-bus.js'
import { createPasswordCheck, newId } from './secrets.js'
import { seedSite, writeSite } from './seed/seed-site.js'
import { forgetEndedSessions } from './shopper/link-session.js'
import { readSites } from './sites.js'
import { type AgentSockets, serveAgents } from './sockets/agent-sockets.js'
import { createSocketServer } from './sockets/create-socket-server.js'
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
  readonly studio: string
}

export interface DeskOptions {
  /** Defaults to 4600; 0 takes any free one. */
  readonly port?: number
  /** Defaults to `127.0.0.1`. Any other takes an `agentPassword` and `origins`: off this machine, the desk answers only to names it knows. */
  readonly host?: string
  /** PGlite's folder, `.shopbell-data` by default; `memory` keeps nothing. Not used with `databaseUrl`. */
  readonly dataDir?: string | undefined
  readonly databaseUrl?: string | undefined
  /** A file that a new PGlite begins as, so that it is there sooner: what its `dumpDataDir` has written. */
  readonly blank?: string | undefined
  /** What agents sign in with. Without one, a name is enough, and the desk stays on this machine: no proxies, and no origins but this machine's. */
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
  /** Where mail leaves, `smtp://` or `smtps://`. Without it, answers to tickets wait in the thread; the demo shows them at `/mail`. */
  readonly smtpUrl?: string | undefined
  /** Whom mail is from. Defaults to `shop@` the shop's host. */
  readonly mailFrom?: string | undefined
  /** The shop's page, for links in mails to who was on none of its own. Defaults to the first of `origins`. */
  readonly shopUrl?: string | undefined
  /** What reads `/metrics` from another machine, as `Authorization: Bearer …`. Without one, only this machine may. */
  readonly metricsToken?: string | undefined
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

/**
 * Which option says that the desk is reached from beyond this machine, though it listens here only: a proxy hands the world's calls on
 * from this machine's address, and a listed origin is a name that the desk answers to.
 */
function openOutside({ proxies = 0, origins = [] }: DeskOptions): string | null {
  if (proxies > 0) return `SHOPBELL_PROXIES=${proxies}`
  const known = origins.find((origin) => !isLoopbackOrigin(new URL(origin)))
  return known === undefined ? null : `SHOPBELL_ORIGINS=${known}`
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const FOLDERS: StaticFolders = {
  storefront: folder('../../../storefront/'),
  inbox: folder('../../dist/inbox/'),
  cdn: folder('../../../../packages/widget/cdn/'),
  studio: folder('../../../theme-studio/dist/studio/'),
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

  const outside = agentPassword ? null : openOutside(options)
  if (outside) {
    throw new StartRefused(
      `${outside} lets others reach this desk, and without a password its inbox is theirs. Set AGENT_PASSWORD, or leave it out.`,
    )
  }

  if (!onLoopback && !options.origins?.length) {
    throw new StartRefused(
      `HOST=${host} is open to the network. Set SHOPBELL_ORIGINS to the origins of the shop and the desk, such as https://desk.example.`,
    )
  }

  const { server, answer } = await takePort(host, port)
  const metrics = createMetrics()
  const grace = options.grace ?? 30_000
  let database: WatchedDatabase
  let bus: Bus
  try {
    onProgress(options.databaseUrl ? 'Opening PostgreSQL …' : 'Opening the embedded database …')
    database = watchDatabase(await openDatabase(options), metrics)
    await migrate(database)
    await writeSite(database, site, options.origins ?? [])
    if (options.seed ?? demo) {
      onProgress('Putting orders and articles on the shelves …')
      await seedSite(database, site, now(), demo)
    }
    bus = options.databaseUrl ? await openPostgresBus(options.databaseUrl, onTrouble) : silentBus()
  } catch (error) {
    server.close()
    if (error instanceof FolderInUse) throw new StartRefused(error.message)
    throw error instanceof Error && options.databaseUrl
      ? new StartRefused(`The database of DATABASE_URL does not answer as it should: ${error.message.split('\n')[0]}`)
      : error
  }

  const sites = await readSites(database, demo)
  const { port: taken } = server.address() as AddressInfo
  const home = new URL(options.shopUrl ?? options.origins?.[0] ?? `http://localhost:${taken}`).href
  const send = options.smtpUrl ? await smtpPost(options.smtpUrl, options.mailFrom ?? `shop@${new URL(home).hostname}`) : null
  const closing = new AbortController()
  // As many as there are polls.
  setMaxListeners(0, closing.signal)
  const parts: DeskParts = {
    database,
    now,
    hours,
    currency,
    presence: createPresence(database, newId(), grace),
    sites,
    bus,
    metrics,
    closing: closing.signal,
    sendsMail: send !== null || demo,
    news: createNews(database, bus),
    messages: createTokenBuckets(30, 2, now),
    hints: createTokenBuckets(10, 4, now),
    allowance: createAllowance(now),
  }
  const { proxies = 0, headEvery = 25_000 } = options
  const io = createSocketServer(sites, createTokenBuckets(300, 20, now), proxies, closing.signal)

  const weather: Weather = { slow: 0, down: false }
  const door: Door = { site, check: agentPassword ? createPasswordCheck(agentPassword) : null }
  // What one side has for the other goes to the sockets of this process and, by a word, to those of the others.
  const sockets: { readonly agents: AgentSockets; readonly shoppers: ShopperSockets } = {
    agents: serveAgents(
      io.of('/agent'),
      parts,
      {
        hint(where, owner, hint) {
          sockets.shoppers.hint(where, owner, hint)
          bus.say({ t: 'hint', site: where, owner, hint })
        },
        announceQueue(where) {
          sockets.shoppers.announceQueue(where)
          bus.say({ t: 'queue', site: where })
        },
      },
      headEvery,
    ),
    shoppers: serveShoppers(
      io.of('/shopper'),
      parts,
      weather,
      {
        typing(where, conversation) {
          sockets.agents.typing(where, conversation)
          bus.say({ t: 'typing', site: where, conversation })
        },
      },
      headEvery,
      proxies,
    ),
  }
  const events: AgentEvents = {
    hoursChanged(where) {
      sockets.agents.hoursChanged(where)
      bus.say({ t: 'hours', site: where })
    },
    signedOut({ tokenHash }) {
      sockets.agents.signedOut(tokenHash)
      bus.say({ t: 'signed-out', tokenHash })
    },
  }
  const weatherChanged = () => {
    if (weather.down) sockets.shoppers.drop()
    events.hoursChanged(site)
  }
  const folders = { ...FOLDERS, ...options.staticFolders }
  const routes: readonly Route[] = [
    ...healthRoutes(parts, database, () => ({
      shoppers: io.of('/shopper').sockets.size,
      agents: io.of('/agent').sockets.size,
    })),
    ...shopperRoutes(parts),
    ...agentRoutes(parts, door, events),
    ...(demo ? demoRoutes(parts, site, weather, weatherChanged, send ? null : () => readMails(parts, site, home)) : []),
  ]
  answer(
    createHandler({
      parts,
      routes,
      weather,
      proxies,
      metricsToken: options.metricsToken,
      passwordRequired: door.check !== null,
      files: createStaticFiles([
        { prefix: '/cdn/', folder: folders.cdn, headers: CDN_HEADERS, immutable: true },
        { prefix: '/inbox/', folder: folders.inbox, headers: INBOX_HEADERS, immutable: true },
        ...(demo ? [{ prefix: '/studio/', folder: folders.studio, headers: STUDIO_HEADERS, immutable: true }] : []),
        { prefix: '/', folder: folders.storefront, headers: STOREFRONT_HEADERS, immutable: false },
      ]),
    }),
  )
  io.attach(server)
  const touch = await keepInTouch(parts, sockets, grace, onTrouble)
  const postman = send && createPostman(parts, home, send, onTrouble)
  // An answer that was just committed need not wait for the next round.
  if (postman)
    parts.news.listen({
      cares: () => true,
      told: (_change, records) => {
        if (records.some(({ by }) => by === 'agent')) postman.look()
      },
    })

  const tidying = setInterval(
    () =>
      void Promise.all([
        forgetOldLimits(database, now()),
        forgetOrphans(database, now()),
        forgetOldInsights(database, now()),
        forgetEndedSessions(database, now()),
      ]).catch(() => undefined),
    60 * 60_000,
  )
  tidying.unref()

  let stopped: Promise<void> | undefined
  const stop = async () => {
    clearInterval(tidying)
    // Nobody new, by either wire; who asks once more is told to come back.
    closing.abort()
    server.close()
    // Everybody at once would be a stampede: each is told another moment to come back.
    sockets.shoppers.stop(() => Math.round(Math.random() * 10_000))
    // What has begun is finished and answered.
    if (!(await database.idle(5_000))) onTrouble('Some transactions did not end in time.', new Error('timeout'))
    await parts.news.settled()
    sockets.agents.stop()
    const hangUp = setTimeout(() => server.closeAllConnections(), 1_000)
    await io.close()
    clearTimeout(hangUp)
    await postman?.stop()
    send?.close()
    await touch.stop()
    await bus.close()
    await database.close()
  }
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    routes,
    close() {
      stopped ??= stop()
      return stopped
    },
  }
}
