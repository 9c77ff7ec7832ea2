import type { IncomingMessage } from 'node:http'
import { isLoopbackName } from './origin.js'

/**
 * The network a request comes from: /24 of IPv4, /64 of IPv6, what one line to the internet usually has. `X-Forwarded-For` is the
 * caller's own claim and is read only behind `proxies` proxies of the shop's, counted from the near end.
 */
export function addressOf(request: Pick<IncomingMessage, 'headers' | 'socket'>, proxies = 0): string {
  const direct = request.socket.remoteAddress ?? ''
  if (proxies === 0) return network(direct)
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
  return network(forwarded.at(-proxies) || direct)
}

/**
 * The network whose calls are counted together, or `null` for this machine itself: a demo, a developer, a test. A proxy on this
 * machine is one of the shop's and has to be named in `proxies`, or the whole world seems to be here.
 */
export function networkOf(request: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string | null {
  const direct = request.socket.remoteAddress?.replace(/^::ffff:/i, '') ?? ''
  return proxies === 0 && isLoopbackName(direct) ? null : addressOf(request, proxies)
}

function network(address: string): string {
  const plain = address.replace(/^::ffff:/i, '')
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  const [head = '', tail] = plain.split('%')[0]?.toLowerCase().split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`.slice(0, 60)
}
