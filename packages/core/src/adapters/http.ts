import type { Adapter, Faqs } from '../adapter.js'
import { parseAvailability } from '../boundary/parse-availability.js'
import type { HttpHandoff } from '../http/http-handoff.js'
import { bodyOf, callTo, expected, type HttpAsk, withinPatience } from '../http/http-wire.js'

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
  const call = callTo(url, fetch)

  /** A proper answer's body; throws for everything else. */
  const ask: HttpAsk = (path, signal, init, sender) =>
    withinPatience(signal, async (patient) => {
      const response = await call(path, patient, init, sender)
      if (!response.ok) throw new Error(`The shop's server answered ${response.status}.`)
      // Whoever was told something need not answer with anything.
      return response.status === 204 ? null : bodyOf(response)
    })

  // Each subject's part is here by the time that it is asked for, where the default flow asks.
  const faqs = async () => (await import('../http/http-faqs.js')).httpFaqs(ask, site)
  const orders = async () => (await import('../http/http-orders.js')).httpOrders(ask)
  let made: HttpHandoff | undefined
  const handoff = async () => {
    const { httpHandoff } = await import('../http/http-handoff.js')
    made ??= httpHandoff(call)
    return made
  }

  return {
    faqs: {
      topics: async (...given) => (await faqs()).topics(...given),
      search: async (...given) => (await faqs()).search(...given),
      read: async (...given) => (await faqs()).read(...given),
      rate: async (...given) => (await faqs()).rate(...given),
    },
    orders: { find: async (...given) => (await orders()).find(...given) },
    availability: {
      get: async (signal) => expected(parseAvailability(await ask(`availability?${new URLSearchParams({ site })}`, signal))),
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
