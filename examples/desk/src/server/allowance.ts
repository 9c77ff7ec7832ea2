import { createTokenBuckets } from './token-buckets.js'

/** What one socket, and one network, can make the desk do: each answer is 0, or the milliseconds until there is room again. */
export interface Allowance {
  /** Any event of a socket. */
  event(socket: string): number
  /** A hello or a page: it reads the log. `network` is `null` on this machine itself. */
  look(socket: string, network: string | null): number
  /** A shopper's call over HTTP. */
  call(network: string | null): number
  /** How often a socket is told to wait before it is closed. */
  patience(socket: string): number
}

/**
 * Generous to a chat, which says hello once per connection, and to an office that shares one line; far below what would keep the
 * desk from others.
 */
export function createAllowance(now: () => number): Allowance {
  const events = createTokenBuckets(60, 10, now)
  const looks = createTokenBuckets(20, 2, now)
  const looksOfNetwork = createTokenBuckets(200, 20, now)
  const callsOfNetwork = createTokenBuckets(400, 40, now)
  const patience = createTokenBuckets(30, 1, now)
  return {
    event: (socket) => events.take(socket),
    look: (socket, network) => looks.take(socket) || (network === null ? 0 : looksOfNetwork.take(network)),
    call: (network) => (network === null ? 0 : callsOfNetwork.take(network)),
    patience: (socket) => patience.take(socket),
  }
}
