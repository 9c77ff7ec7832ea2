import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a PostgreSQL server that can fall silent: what is connected by it stays connected, and nothing comes through any more. */
export interface SilentWay {
  readonly url: string
  /** From now on nothing is heard of the connections that there are. Those that are made afterwards are well. */
  fallSilent(): void
  close(): void
}

export async function openSilentWay(to: string): Promise<SilentWay> {
  const target = new URL(to)
  const pairs = new Set<readonly [Socket, Socket]>()
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    pairs.add([near, far])
    near.pipe(far).pipe(near)
    for (const each of [near, far]) each.on('error', () => undefined)
    near.on('close', () => far.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(to)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: url.href,
    fallSilent() {
      for (const [near, far] of pairs) {
        near.unpipe(far)
        far.unpipe(near)
        near.pause()
        far.pause()
      }
      pairs.clear()
    },
    close() {
      server.close()
      for (const [near, far] of pairs) for (const each of [near, far]) each.destroy()
    },
  }
}
