import { reader } from '../boundary/read.js'
import type { Sender } from '../delivery/protocol.js'
import { asItIs } from '../json.js'

const PATIENCE = 10_000
/** Whoever delivers has a patience of its own, which grows on a slow network, and aborts: this is the longest that it ever has. */
export const LONGEST_PATIENCE = 60_000
const LONGEST_BODY = 2_000_000

/** Asks one shop's server; `path` is what follows `/v1/`. */
export type HttpCall = (path: string, signal: AbortSignal, init?: RequestInit, sender?: Sender) => Promise<Response>

/** The same with an answer that is a proper one's body; rejects for everything else. */
export type HttpAsk = (path: string, signal: AbortSignal, init?: RequestInit, sender?: Sender) => Promise<unknown>

/** Asks the server at `url`, as `sender` where there is one. */
export function callTo(url: string, fetch: typeof globalThis.fetch): HttpCall {
  return (path, signal, init = {}, sender) => {
    const headers = new Headers(init.headers)
    if (sender) {
      headers.set('Authorization', `Bearer ${sender.secret}`)
      headers.set('Shopbell-Owner', sender.owner)
      headers.set('Shopbell-Site', sender.site)
    }
    return fetch(`${url.replace(/\/+$/, '')}/v1/${path}`, { ...init, headers, signal, credentials: 'omit', redirect: 'error' })
  }
}

/** A request that brings JSON. */
export const post = (body: unknown, more: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...more },
  body: JSON.stringify(body, asItIs),
})

/** Runs `work` with a signal that aborts with the caller's, and after ten seconds or the time given in milliseconds. */
export async function withinPatience<Result>(
  signal: AbortSignal,
  work: (patient: AbortSignal) => Promise<Result>,
  patience = PATIENCE,
): Promise<Result> {
  signal.throwIfAborted()
  const own = new AbortController()
  const end = () => own.abort()
  for (const reason of [signal, AbortSignal.timeout(patience)]) reason.addEventListener('abort', end, { signal: own.signal })
  try {
    return await work(own.signal)
  } finally {
    // Lets go of both, too.
    end()
  }
}

/** A proper answer's JSON; throws for anything else, and for too much. */
export async function bodyOf(response: Response): Promise<unknown> {
  const text = mediaTypeOf(response) === 'application/json' ? await response.text() : null
  return JSON.parse(expected(text && text.length <= LONGEST_BODY ? text : null))
}

/** What the answer says that it is. */
export function mediaTypeOf(response: Response): string {
  return (response.headers.get('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** What is there under that name, or `null` where the server says so; a body without it is no answer. */
export async function fieldOf<Value>(
  name: string,
  body: Promise<unknown>,
  parse: (value: unknown) => Value | null,
): Promise<Value | null> {
  const value = fieldsOf(await body)(name)
  return value === null ? null : expected(parse(value))
}

/** The fields of a JSON object. */
export function fieldsOf(body: unknown) {
  return expected(reader(body))
}

/** What is no answer throws. */
export function expected<Value>(value: Value | null): Value {
  if (value === null) throw new Error("The shop's server answered something else.")
  return value
}
