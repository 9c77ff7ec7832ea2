import type { IncomingMessage } from 'node:http'
import type { AgentSession } from '../agent/session.js'
import type { Access, Caller } from '../shopper/authenticate.js'

/** What a route answers. A plain object goes out as JSON. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object | Uint8Array
}

/** What every route gets of a request. */
export interface Call {
  readonly request: IncomingMessage
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The network that asks, shortened to what one household or office shares. */
  readonly address: string
  /** The JSON body, at most a socket frame long and 32 deep. */
  json(): Promise<unknown>
  /** The raw body; refused with 413 as soon as it is longer than `most`. */
  bytes(most: number): Promise<Uint8Array>
  /** Aborted when the caller hangs up. */
  readonly gone: AbortSignal
}

interface Common {
  readonly method: 'GET' | 'POST'
  /** Segments that start with `:` are parameters. */
  readonly path: string
}

/**
 * A line of the route table. `who` may call is part of the line, so that no route can forget to ask, and a test can walk the table:
 * `anyone`; `shopper` with owner and secret; `agent` with a session, from the desk's own pages only; `demo` on this machine only;
 * `operator` with the token for it, or on this machine.
 */
export type Route = Common &
  (
    | { readonly who: 'anyone'; handle(call: Call): Promise<Answer> }
    | { readonly who: 'login'; handle(call: Call): Promise<Answer> }
    | { readonly who: 'operator'; handle(call: Call): Promise<Answer> }
    | { readonly who: 'demo'; handle(call: Call): Promise<Answer> }
    | {
        readonly who: 'shopper'
        /** The route asks for the secret in its own transaction, and words a wrong one itself. */
        readonly asksItself?: true
        handle(call: Call, claim: Caller & Access): Promise<Answer>
      }
    | { readonly who: 'agent'; handle(call: Call, agent: AgentSession): Promise<Answer> }
  )

/** Finds the line for a request, and what its parameters are. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  const segments = path.split('/')
  for (const route of routes) {
    if (route.method !== method) continue
    const wanted = route.path.split('/')
    if (wanted.length !== segments.length) continue
    const params: Record<string, string> = {}
    const fits = wanted.every((part, index) => {
      const segment = segments[index] ?? ''
      if (!part.startsWith(':')) return part === segment
      params[part.slice(1)] = segment
      return segment !== ''
    })
    if (fits) return { route, params }
  }
  return undefined
}
