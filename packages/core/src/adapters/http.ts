import type { Adapter, Faqs, Uploads } from '../adapter.js'
import { parseArticle, parseArticleHeads, parseTopics } from '../boundary/parse-article.js'
import { parseAvailability } from '../boundary/parse-availability.js'
import { parseOrder } from '../boundary/parse-order.js'
import { parseVerdict, parseWaiting } from '../boundary/parse-verdict.js'
import { name, reader } from '../boundary/read.js'
import type { Sender, Verdict } from '../delivery/protocol.js'

/** Where the backend is, and which shop asks. */
export interface HttpOptions {
  /** The backend's address, such as `https://desk.example.com`. Relative to the page where there is one. */
  readonly url: string
  /** The shop's public name. */
  readonly site: string
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
}

/** An adapter with everything that plain HTTP can do: all but the live desk. */
export interface HttpAdapter extends Required<Pick<Adapter, 'orders' | 'availability' | 'tickets' | 'uploads'>> {
  readonly faqs: Required<Faqs>
}

const PATIENCE = 10_000
const LONGEST_BODY = 2_000_000
const MOST_PICTURES = 50
const PICTURES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/**
 * Orders, articles, availability, tickets and pictures over the calls of docs/http-api.md. Reads that do not get a proper answer
 * throw; commands answer `retry`.
 *
 * @example
 * const adapter = httpAdapter({ url: 'https://desk.example.com', site: 'my-shop' })
 */
export function httpAdapter({ url, site, fetch = globalThis.fetch.bind(globalThis) }: HttpOptions): HttpAdapter {
  const ofSite = new URLSearchParams({ site })

  function call(path: string, signal: AbortSignal, init: RequestInit = {}, sender?: Sender): Promise<Response> {
    const headers = new Headers(init.headers)
    if (sender) {
      headers.set('Authorization', `Bearer ${sender.secret}`)
      headers.set('Shopbell-Owner', sender.owner)
      headers.set('Shopbell-Site', sender.site)
    }
    return fetch(`${url.replace(/\/+$/, '')}/v1/${path}`, { ...init, headers, signal, credentials: 'omit', redirect: 'error' })
  }

  const post = (body: unknown, more: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...more },
    body: JSON.stringify(body),
  })

  /** A proper answer's body as a reader of its fields; throws for everything else. */
  async function ask(path: string, signal: AbortSignal, init?: RequestInit, sender?: Sender) {
    return withinPatience(signal, async (patient) => {
      const response = await call(path, patient, init, sender)
      if (!response.ok) throw new Error(`The shop's server answered ${response.status}.`)
      return fieldsOf(await bodyOf(response))
    })
  }

  /** What is there, or `null` where the server says so; a body without the field is no answer. */
  function valueOrNull<Value>(value: unknown, parse: (value: unknown) => Value | null): Value | null {
    if (value === null) return null
    return expected(parse(value))
  }

  const faqs: Required<Faqs> = {
    topics: async (signal) => parseTopics(listed((await ask(`faqs/topics?${ofSite}`, signal))('topics'))),
    async search(query, signal) {
      const asked = new URLSearchParams({ site, q: query })
      return parseArticleHeads(listed((await ask(`faqs?${asked}`, signal))('articles')))
    },
    async read(article, signal) {
      return valueOrNull((await ask(`faqs/${encodeURIComponent(article)}?${ofSite}`, signal))('article'), parseArticle)
    },
    rate: (article, helped, missing, signal, sender) =>
      withinPatience(signal, async (patient) => {
        const body = missing === undefined ? { helped } : { helped, missing }
        const response = await call(`faqs/${encodeURIComponent(article)}/ratings`, patient, post(body), sender)
        if (!response.ok) throw new Error(`The shop's server answered ${response.status}.`)
      }),
  }

  return {
    faqs,
    orders: {
      find: async (query, signal, sender) => {
        const asked = post({ number: query.number, email: query.email })
        return valueOrNull((await ask('orders/find', signal, asked, sender))('order'), parseOrder)
      },
    },
    availability: {
      async get(signal) {
        return withinPatience(signal, async (patient) => {
          const response = await call(`availability?${ofSite}`, patient)
          if (!response.ok) throw new Error(`The shop's server answered ${response.status}.`)
          return expected(parseAvailability(await bodyOf(response)))
        })
      },
    },
    tickets: {
      async submit(command, sender, signal): Promise<Verdict> {
        const asked = post({ outbox: command.outbox, command }, { 'Idempotency-Key': command.cmid })
        try {
          return await withinPatience(signal, async (patient) => {
            const response = await call('commands', patient, asked, sender)
            return response.ok ? parseVerdict(await bodyOf(response)) : notNow(response)
          })
        } catch {
          return { t: 'retry', code: 'timeout' }
        }
      },
    },
    uploads: uploadsOver(call),
  }
}

function uploadsOver(
  call: (path: string, signal: AbortSignal, init?: RequestInit, sender?: Sender) => Promise<Response>,
): Uploads {
  // A picture is asked for with the secret in a header, which an address in an `img` cannot carry; so the page gets it as a blob.
  // Named by owner, too: on a shared device the next person must not see it.
  const pictures = new Map<string, string>()

  function remember(picture: string, address: string): void {
    pictures.set(picture, address)
    for (const [oldest, stale] of pictures) {
      if (pictures.size <= MOST_PICTURES) return
      pictures.delete(oldest)
      URL.revokeObjectURL(stale)
    }
  }

  return {
    async put({ name: fileName, type, bytes }, sender, signal) {
      const headers = { 'Content-Type': type, 'Shopbell-Name': encodeURIComponent(fileName) }
      try {
        return await withinPatience(signal, async (patient) => {
          const response = await call('uploads', patient, { method: 'POST', headers, body: new Uint8Array(bytes) }, sender)
          if (response.status === 413) return { refused: 'too_big' }
          if (response.status === 415) return { refused: 'not_an_image' }
          const upload = response.ok ? name(fieldsOf(await bodyOf(response))('upload')) : null
          return upload === null ? { refused: 'unavailable' } : { upload }
        })
      } catch {
        return { refused: 'unavailable' }
      }
    },
    async url(upload, sender) {
      const picture = JSON.stringify([sender.site, sender.owner, upload])
      const known = pictures.get(picture)
      if (known !== undefined) return known
      try {
        return await withinPatience(new AbortController().signal, async (patient) => {
          const response = await call(`uploads/${encodeURIComponent(upload)}`, patient, {}, sender)
          const type = mediaTypeOf(response)
          if (!response.ok || !PICTURES.includes(type)) return null
          const address = URL.createObjectURL(new Blob([await response.arrayBuffer()], { type }))
          remember(picture, address)
          return address
        })
      } catch {
        return null
      }
    },
  }
}

/** Runs `work` with a signal that aborts with the caller's, and after ten seconds. */
async function withinPatience<Result>(signal: AbortSignal, work: (patient: AbortSignal) => Promise<Result>): Promise<Result> {
  signal.throwIfAborted()
  const own = new AbortController()
  const late = AbortSignal.timeout(PATIENCE)
  const abort = () => own.abort()
  signal.addEventListener('abort', abort)
  late.addEventListener('abort', abort)
  try {
    return await work(own.signal)
  } finally {
    signal.removeEventListener('abort', abort)
    late.removeEventListener('abort', abort)
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (mediaTypeOf(response) !== 'application/json') throw new Error("The shop's server answered with something else than JSON.")
  const text = await response.text()
  if (text.length > LONGEST_BODY) throw new Error("The shop's server answered with too much.")
  return JSON.parse(text)
}

function mediaTypeOf(response: Response): string {
  return (response.headers.get('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function fieldsOf(body: unknown) {
  return expected(reader(body))
}

function listed(value: unknown): unknown {
  return expected(Array.isArray(value) ? value : null)
}

function expected<Value>(value: Value | null): Value {
  if (value === null) throw new Error("The shop's server answered with something else than was asked for.")
  return value
}

/** A refusal for now. `Retry-After` is seconds or a date; what is neither is no wait. */
function notNow(response: Response): Verdict {
  const said = response.headers.get('Retry-After') ?? ''
  const served = Date.parse(response.headers.get('Date') ?? '')
  const milliseconds = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - served
  const after = parseWaiting(milliseconds)
  const code = response.status === 429 ? 'rate_limited' : 'unavailable'
  return after === null ? { t: 'retry', code } : { t: 'retry', code, after }
}
