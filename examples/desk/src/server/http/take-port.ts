import { createServer, type RequestListener, type Server } from 'node:http'
import { StartRefused } from '../start-refused.js'
import { COMMON_HEADERS } from './security-headers.js'

/** A port that is this desk's, before there is a desk to answer. */
export interface TakenPort {
  readonly server: Server
  /** From now on, `listener` answers; until then everybody is asked to come back. */
  answer(listener: RequestListener): void
}

/** Takes the port. It is what two desks started by mistake have in common, and it is known at once. */
export async function takePort(host: string, port: number): Promise<TakenPort> {
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
  return {
    server,
    answer(given) {
      listener = given
    },
  }
}
