import type { Socket } from 'socket.io-client'
import type { Desk } from '../adapter.js'
import { parseFrame, parsePage, parseWelcome } from '../boundary/parse-frame.js'
import { parseVerdict } from '../boundary/parse-verdict.js'
import type { Frame, Hello, Refused } from '../delivery/protocol.js'
import { asItIs } from '../json.js'

/** Where the desk is. */
export interface SocketIoOptions {
  /** The desk's address, such as `https://desk.example.com`. Relative to the page where there is one. */
  readonly url: string
  /** The path of the socket.io server. @default '/socket.io' */
  readonly path?: string
}

const NO_DESK: Refused = { t: 'refused', code: 'unavailable' }

/**
 * A live desk over socket.io (see docs/http-api.md for the events). The socket library is loaded at the first `open`, and is only a
 * wire here: reconnecting, resending and ordering are delivery's business.
 *
 * @example
 * const adapter: Adapter = { ...httpAdapter({ url, site }), desk: socketIoDesk({ url }) }
 */
export function socketIoDesk({ url, path = '/socket.io' }: SocketIoOptions): Desk {
  let socket: Socket | null = null
  return {
    guarantee: 'exact',
    async open(hello, sink, signal) {
      const library = await import('socket.io-client').catch(() => null)
      if (!library || signal.aborted) return NO_DESK
      const { site, owner, secret } = hello.sender
      const own = library.io(addressOf(url), {
        path,
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        autoConnect: false,
        auth: { v: hello.v, site, owner, secret },
      })
      // The library’s own option for this is a whole parser.
      Object.assign(Reflect.get(own.io, 'encoder'), { replacer: asItIs })
      socket = own
      return greet(own, hello, sink, signal)
    },
    submit: async (command, _sender, signal) => parseVerdict(await ask(socket, 'submit', command, signal)),
    page: async (from, _sender, signal) => parsePage(await ask(socket, 'page', from, signal)),
    hint(hint) {
      if (socket?.connected) socket.volatile.emit('hint', hint)
    },
  }
}

function greet(socket: Socket, hello: Hello, sink: (frame: Frame) => void, signal: AbortSignal) {
  return new Promise<ReturnType<typeof parseWelcome>>((resolve) => {
    let over = false
    let welcomed = false
    const end = (refused: Refused) => {
      if (over) return
      over = true
      resolve(refused)
      socket.removeAllListeners()
      socket.disconnect()
      if (welcomed && !signal.aborted) sink({ t: 'down' })
    }
    signal.addEventListener('abort', () => end(NO_DESK), { once: true })
    socket.on('disconnect', () => end(NO_DESK))
    socket.on('connect_error', (error: Error & { data?: unknown }) => end(refusalOf(error.data)))
    socket.on('frame', (value: unknown) => {
      const frame = over ? null : parseFrame(value)
      if (frame) sink(frame)
    })
    socket.on('connect', () => {
      socket.emit('hello', hello, (answer: unknown) => {
        const welcome = parseWelcome(answer)
        if (welcome.t === 'refused') return end(welcome)
        welcomed = true
        resolve(welcome)
      })
    })
    socket.connect()
  })
}

/** The desk's acknowledgement; nothing if the wire is gone before, or `signal` aborts. */
function ask(socket: Socket | null, event: 'submit' | 'page', payload: object, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (!socket?.connected || signal.aborted) return resolve(null)
    const end = (answer: unknown) => {
      socket.off('disconnect', giveUp)
      signal.removeEventListener('abort', giveUp)
      resolve(answer)
    }
    const giveUp = () => end(null)
    socket.on('disconnect', giveUp)
    signal.addEventListener('abort', giveUp)
    socket.emit(event, payload, end)
  })
}

/** A middleware's refusal; the desk may say why in the error's data. */
function refusalOf(data: unknown): Refused {
  const parsed = parseWelcome(data)
  return parsed.t === 'refused' ? parsed : NO_DESK
}

function addressOf(url: string): string {
  const page = 'location' in globalThis ? globalThis.location?.href : undefined
  return new URL('/shopper', new URL(url, page)).href
}
