import type { Adapter, Faqs } from '../adapter.js'
import { parseArticle, parseArticleHeads, parseTopics } from '../boundary/parse-article.js'
import { parseAvailability } from '../boundary/parse-availability.js'
import { parseOrder } from '../boundary/parse-order.js'
import type { Sender } from '../delivery/protocol.js'
import type { HttpHandoff } from '../http/http-handoff.js'
import { bodyOf, callTo, expected, fieldsOf, post, withinPatience } from '../http/http-wire.js'

export { eitherDesk } from '../http/either-desk.js'
export { type HttpDeskOptions, httpDesk } from '../http/http-desk.js'

/** Where the backend is, and which shop asks. */
export interface HttpOptions {
  /** The backend's address, such as `https://desk.example.com`. Relative to the page where there is one. */
  readonly url: string
  /** The shop's public name. */
  readonly site: string
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
}

/** An adapter with everything that plain HTTP can do: all but the live desk, which is `httpDesk` or `socketIoDesk`. */
export interface HttpAdapter extends Required<Pick<Adapter, 'orders' | 'availability' | 'tickets' | 'uploads'>> {
  readonly faqs: Required<Faqs>
}

/**
 * Orders, articles, availability, tickets and pictures over the calls of docs/http-api.md. Reads that do not get a proper answer
 * throw; commands answer `retry`.
 *
 * @example
 * const adapter = httpAdapter({ url: 'https://desk.example.com', site: 'my-shop' })
 */
export function httpAdapter({ url, site, fetch = globalThis.fetch.bind(globalThis) }: HttpOptions): HttpAdapter {
  const ofSite = new URLSearchParams({ site })

  let made: HttpHandoff | undefined
  const handoff = async () => {
    const { httpHandoff } = await import('../http/http-handoff.js')
    made ??= httpHandoff(call)
    return made
  }

  const call = callTo(url, fetch)

  /** A proper answer's body; throws for everything else. */
  function ask(path: string, signal: AbortSignal, init?: RequestInit, sender?: Sender): Promise<unknown> {
    return withinPatience(signal, async (patient) => {
      const response = await call(path, patient, init, sender)
      if (!response.ok) throw new Error(`The shop's server answered ${response.status}.`)
      // Whoever was told something need not answer with anything.
      return response.status === 204 ? null : bodyOf(response)
    })
  }

  /** What is there under that name, or `null` where the server says so; a body without it is no answer. */
  async function fieldOf<Value>(
    name: string,
    body: Promise<unknown>,
    parse: (value: unknown) => Value | null,
  ): Promise<Value | null> {
    const value = fieldsOf(await body)(name)
    return value === null ? null : expected(parse(value))
  }

  async function listOf(name: string, body: Promise<unknown>): Promise<readonly unknown[]> {
    const value = fieldsOf(await body)(name)
    return expected(Array.isArray(value) ? value : null)
  }

  const article = (id: string) => `faqs/${encodeURIComponent(id)}`

  return {
    faqs: {
      topics: async (signal) => parseTopics(await listOf('topics', ask(`faqs/topics?${ofSite}`, signal))),
      async search(query, signal) {
        const asked = new URLSearchParams({ site, q: query })
        return parseArticleHeads(await listOf('articles', ask(`faqs?${asked}`, signal)))
      },
      read: (id, signal) => fieldOf('article', ask(`${article(id)}?${ofSite}`, signal), parseArticle),
      async rate(id, helped, missing, signal, sender) {
        await ask(`${article(id)}/ratings`, signal, post({ helped, missing }), sender)
      },
    },
    orders: {
      find: ({ number, email }, signal, sender) =>
        fieldOf('order', ask('orders/find', signal, post({ number, email }), sender), parseOrder),
    },
    availability: {
      get: async (signal) => expected(parseAvailability(await ask(`availability?${ofSite}`, signal))),
    },
    tickets: { submit: (...given) => handoff().then(({ tickets }) => tickets.submit(...given), later) },
    uploads: {
      put: (...given) => handoff().then(({ uploads }) => uploads.put(...given), refused),
      url: (...given) => handoff().then(({ uploads }) => uploads.url(...given), nothing),
    },
  }
}

// What there is to say where the part for the way to a person could not be fetched.
const later = () => ({ t: 'retry', code: 'unavailable' }) as const
const refused = () => ({ refused: 'unavailable' }) as const
const nothing = () => null
