import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'

/** A line of the inbox, as far as an agent here looks at it. */
export interface InboxRow {
  readonly id: string
  readonly status: string
  /** Who it is from: the shopper's e-mail. */
  readonly who: string
  readonly unread: number
}

/** A text in the desk's log. */
export interface LoggedText {
  readonly by: string
  readonly text: string
  /** When the desk took it, milliseconds since 1970. */
  readonly at: number
}

/** A reply that an agent wrote, and whether the desk has said that it has it. */
export interface Reply {
  readonly conversation: string
  readonly text: string
  taken: boolean
}

/** An agent who answers by the inbox's own calls, and repeats a call with the same name until it is answered. */
export interface NodeAgent {
  readonly replies: readonly Reply[]
  list(view: 'queue' | 'mine' | 'tickets'): Promise<readonly InboxRow[]>
  /** The texts of a conversation, as the desk shows them. */
  texts(conversation: string): Promise<readonly LoggedText[]>
  /** Writes into a conversation. Resolves once the desk has it, or refuses it for good. */
  reply(conversation: string, signal: AbortSignal): Promise<void>
  /** Is there, as an open inbox is. */
  sitDown(): Promise<void>
  leave(): void
}

interface Detail {
  readonly records: readonly {
    readonly seq: number
    readonly at: number
    readonly by: string
    readonly fact: { kind: string; text?: string }
  }[]
}

/** An agent at the desk of `url`. Keeps trying until the desk lets them in. */
export async function createNodeAgent(url: string, name: string): Promise<NodeAgent> {
  const replies: Reply[] = []
  const cookie = await signIn(url, name)
  let socket: Socket | null = null

  async function call(path: string, body?: object): Promise<Response> {
    const init: RequestInit = body
      ? { method: 'POST', body: JSON.stringify(body), headers: { cookie, 'content-type': 'application/json' } }
      : { headers: { cookie } }
    return fetch(`${url}/agent/${path}`, { ...init, signal: AbortSignal.timeout(10_000) })
  }

  async function read<Body>(path: string): Promise<Body> {
    const response = await call(path)
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return (await response.json()) as Body
  }

  return {
    replies,
    async list(view) {
      return (await read<{ rows: readonly InboxRow[] }>(`conversations?view=${view}`)).rows
    },
    async texts(conversation) {
      const { records } = await read<Detail>(`conversations/${conversation}`)
      return records.flatMap(({ at, by, fact }) => (fact.kind === 'text' ? [{ at, by, text: fact.text ?? '' }] : []))
    },
    async reply(conversation, signal) {
      const id = randomBytes(16).toString('base64url')
      const reply: Reply = { conversation, text: `${name} replies ${replies.length + 1}`, taken: false }
      replies.push(reply)
      while (!signal.aborted) {
        const answer = await attempt(async () => {
          const { records } = await read<Detail>(`conversations/${conversation}`)
          return call(`conversations/${conversation}/reply`, { id, text: reply.text, base: records.at(-1)?.seq ?? 0 })
        })
        if (answer?.ok) {
          reply.taken = true
          return
        }
        // Somebody else's, or closed: not to be said here. What has moved on is read again.
        if (answer?.status === 409 && (await attempt(() => answer.json() as Promise<{ error: string }>))?.error !== 'moved')
          return
        await pause(50)
      }
    },
    async sitDown() {
      const own = io(`${url}/agent`, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } })
      socket = own
      await new Promise<void>((resolve) => {
        own.once('connect', () => resolve())
      })
    },
    leave: () => void socket?.disconnect(),
  }
}

async function signIn(url: string, name: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const response = await attempt(() =>
      fetch(`${url}/agent/login`, {
        method: 'POST',
        body: JSON.stringify({ name, password: 'a-good-one' }),
        headers: { 'content-type': 'application/json' },
        signal: AbortSignal.timeout(10_000),
      }),
    )
    const cookie = response?.ok ? response.headers.get('set-cookie')?.split(';')[0] : undefined
    if (cookie) return cookie
    await pause(100)
  }
  throw new Error(`the desk did not let ${name} in`)
}

/** What `work` answers, or nothing where the desk was away. */
async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
