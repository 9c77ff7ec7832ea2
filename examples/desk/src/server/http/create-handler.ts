import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { findSession } from '../agent/session.js'
import type { DeskParts } from '../desk-parts.js'
import { Malformed } from '../parse.js'
import { sameHash, sha256 } from '../secrets.js'
import { type Access, authenticate, type Caller, type Claim, parseClaim } from '../shopper/authenticate.js'
import { useLinkSessions } from '../shopper/link-session.js'
import { addressOf, networkOf } from './address.js'
import type { Weather } from './demo-routes.js'
import { isLoopbackHost } from './origin.js'
import { readBytes, readJson } from './read-body.js'
import { notFound, Refusal } from './refusal.js'
import { type Answer, type Call, matchRoute, type Route } from './route.js'
import { COMMON_HEADERS, DATA_HEADERS } from './security-headers.js'
import type { ServeFile } from './static-files.js'

export interface HandlerOptions {
  readonly parts: DeskParts
  readonly routes: readonly Route[]
  readonly files: ServeFile
  readonly weather: Weather
  readonly proxies: number
  readonly passwordRequired: boolean
  readonly metricsToken: string | undefined
}

/** The one place where a request is let in: host, origin, session, route, in this order. */
export function createHandler(options: HandlerOptions): RequestListener {
  return (request, response) => {
    handle(options, request, response).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy()
      answerError(options, response, error)
      // What is left of a refused body is let pass, so that the answer arrives; not for ever.
      request.resume()
      setTimeout(() => request.complete || request.destroy(), 2_000).unref()
    })
  }
}

async function handle(options: HandlerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value)
  if (!options.parts.sites.knowsHost(request.headers.host)) throw new Refusal(421, { error: 'host' })
  const url = new URL(request.url?.startsWith('/') ? request.url : '/', 'http://desk')
  const path = url.pathname
  if (path.startsWith('/v1/')) {
    if (options.weather.down) return void request.socket.destroy()
    if (options.weather.slow > 0) await pause(options.weather.slow)
    if (allowOrigin(options, request, response)) return
    if (options.parts.allowance.call(networkOf(request, options.proxies)) > 0) throw new Refusal(429, { error: 'rate_limited' })
  }
  // Calls that begin now would not be finished; who comes back at their own moment meets another process, or the next one.
  if (options.parts.closing.aborted && !path.endsWith('z'))
    throw new Refusal(
      503,
      { error: 'unavailable' },
      { 'Retry-After': String(1 + Math.floor(Math.random() * 10)), Connection: 'close' },
    )
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '')
  const match = matchRoute(options.routes, method, path)
  if (match) return send(response, await run(options, request, response, url, match))
  if (method === 'GET') {
    if (path === '/inbox' || path === '/studio') return void response.writeHead(308, { Location: `${path}/` }).end()
    if (await options.files(request, response, path)) return
  }
  throw new Refusal(404, { error: 'not_found' })
}

async function run(
  { parts, proxies, metricsToken }: HandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { route, params }: NonNullable<ReturnType<typeof matchRoute>>,
): Promise<Answer> {
  const { origin, host } = request.headers
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const call: Call = {
    request,
    params,
    query: url.searchParams,
    address: addressOf(request, proxies),
    json: () => readJson(request),
    bytes: (most) => readBytes(request, most),
    gone: gone.signal,
  }
  switch (route.who) {
    case 'anyone':
      return route.handle(call)
    case 'shopper': {
      const claim: Caller = { ...claimOf(request), network: networkOf(request, proxies) }
      if (!parts.sites.allows(origin, host, claim.site)) throw new Refusal(403, { error: 'origin' })
      const access = route.asksItself ? NOT_ASKED : await authenticate(parts.database, claim, parts.now())
      if (typeof access === 'string')
        throw access === 'busy' ? new Refusal(429, { error: 'rate_limited' }) : new Refusal(401, { error: 'auth' })
      if (access.only && !route.asksItself) await useLinkSessions(parts.database, [claim], parts.now())
      return route.handle(call, { ...claim, ...access })
    }
    case 'operator': {
      const given = request.headers.authorization?.match(/^Bearer (\S+)$/i)?.[1] ?? ''
      const hasToken = metricsToken !== undefined && sameHash(sha256(given), sha256(metricsToken))
      if (!hasToken && !(isLoopbackHost(host) && networkOf(request, proxies) === null)) throw notFound()
      return route.handle(call)
    }
    case 'demo':
      if (!isLoopbackHost(host) || !parts.sites.isOwn(origin, host)) throw new Refusal(403, { error: 'origin' })
      return route.handle(call)
    case 'login':
      if (!parts.sites.isOwn(origin, host)) throw new Refusal(403, { error: 'origin' })
      return route.handle(call)
    case 'agent': {
      // The cookie alone is not enough: a page of another port of this machine counts as the same *site* and would send it.
      if (!parts.sites.isOwn(origin, host)) throw new Refusal(403, { error: 'origin' })
      const session = await findSession(parts.database, request.headers.cookie, parts.now())
      if (!session) throw new Refusal(401, { error: 'signed-out' })
      return route.handle(call, session)
    }
  }
}

/** Of a route that asks in its own transaction, and goes by that. */
const NOT_ASKED: Access = { only: new Set() }

/** Who a shopper's call is from. Headers that cannot be one are no one's. */
function claimOf({ headers }: IncomingMessage): Claim {
  try {
    const secret = headers.authorization?.match(/^Bearer (\S+)$/i)?.[1]
    return parseClaim({ secret, owner: headers['shopbell-owner'], site: headers['shopbell-site'] })
  } catch {
    throw new Refusal(401, { error: 'auth' })
  }
}

/** Refuses foreign origins, lets listed ones in by CORS, and answers their preflight. Answers whether that was all. */
function allowOrigin({ parts }: HandlerOptions, request: IncomingMessage, response: ServerResponse): boolean {
  const { origin, host } = request.headers
  response.setHeader('Vary', 'Origin')
  if (!parts.sites.allows(origin, host)) throw new Refusal(403, { error: 'origin' })
  if (origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin)
  if (request.method !== 'OPTIONS') return false
  response
    .writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers':
        'Authorization, Content-Type, Idempotency-Key, Shopbell-Owner, Shopbell-Site, Shopbell-Name',
      'Access-Control-Max-Age': '600',
    })
    .end()
  return true
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
  const isBytes = body instanceof Uint8Array
  const bytes = body === undefined ? undefined : isBytes ? body : Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    ...DATA_HEADERS,
    ...(body === undefined || isBytes ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    ...headers,
    ...(bytes === undefined ? {} : { 'Content-Length': bytes.length }),
  })
  response.end(bytes)
}

function answerError({ passwordRequired }: HandlerOptions, response: ServerResponse, error: unknown): void {
  if (error instanceof Refusal) {
    const body = error.status === 401 && error.body.error === 'signed-out' ? { ...error.body, passwordRequired } : error.body
    const headers = { ...error.headers, ...(error.status === 413 ? { Connection: 'close' } : {}) }
    return send(response, { status: error.status, body, headers })
  }
  if (error instanceof Malformed)
    return send(response, { status: error.why === 'too_long' ? 413 : 422, body: { error: error.why } })
  send(response, { status: 503, body: { error: 'unavailable' } })
}
