import { LIMITS } from '@shopbell/core'
import { Server } from 'socket.io'
import { addressOf } from '../http/address.js'
import type { Sites } from '../sites.js'
import type { TokenBuckets } from '../token-buckets.js'

/** The wire under both namespaces: whose page may open one, how large a frame may be, and how often a network may knock. */
export function createSocketServer(sites: Sites, handshakes: TokenBuckets, proxies: number, closing: AbortSignal): Server {
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
      answer(null, isKnown && !closing.aborted && handshakes.take(addressOf(request, proxies)) === 0)
    },
  })
  io.of('/').use((_socket, next) => next(new Error('forbidden')))
  return io
}
