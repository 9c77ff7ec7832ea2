import { randomBytes } from 'node:crypto'
import type { Command, Frame, Op, Packet, Page, Refused, Verdict, Welcome } from '@shopbell/core'
import { blankPacket } from '@shopbell/core/testing'
import { io, type Socket } from 'socket.io-client'
import { createDesk, type DeskOptions, type RunningDesk } from './index.js'

/** A desk for tests: a shop of its own, on PGlite in memory or, with DATABASE_URL, on PostgreSQL. */
export interface Stand {
  readonly desk: RunningDesk
  readonly url: string
  readonly site: string
  /** Moves the desk's clock, in milliseconds. */
  pass(ms: number): void
  shopper(): Shopper
  agent(name: string): Promise<Agent>
  close(): Promise<void>
}

/** The next event of that name. */
export function next(socket: Socket, event: string): Promise<unknown> {
  return new Promise((resolve) => {
    // Its own events are typed apart from the server's; both come the same way.
    socket.once(event as 'connect', ((value: unknown) => resolve(value)) as () => void)
  })
}

export const newName = () => randomBytes(16).toString('base64url')

/** A Wednesday at ten in London. */
export const WEDNESDAY_AT_TEN = Date.UTC(2026, 10, 18, 10)

/** What a stand's agents sign in with. */
export const PASSWORD = 'a-good-one'

export async function openStand(options: DeskOptions = {}): Promise<Stand> {
  let at = WEDNESDAY_AT_TEN
  const site = `test-${newName()}`
  const desk = await createDesk({
    port: 0,
    dataDir: 'memory',
    databaseUrl: process.env.DATABASE_URL,
    blank: process.env.SHOPBELL_BLANK_DATABASE,
    site,
    now: () => at,
    origins: ['https://shop.example'],
    agentPassword: PASSWORD,
    seed: true,
    ...options,
  })
  const closers: (() => void)[] = []
  return {
    desk,
    url: desk.url,
    site,
    pass: (ms) => {
      at += ms
    },
    shopper: () => new Shopper(desk.url, site, closers),
    agent: (name) => Agent.signIn(desk.url, name, closers),
    async close() {
      for (const close of closers) close()
      await desk.close()
    },
  }
}

/** A shopper's browser, as far as the desk can tell. */
export class Shopper {
  readonly owner = newName()
  readonly secret = randomBytes(32).toString('base64url')
  readonly outbox = newName()
  n = 0
  readonly frames: Frame[] = []

  constructor(
    readonly url: string,
    readonly site: string,
    readonly closers: (() => void)[],
  ) {}

  get headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.secret}`, 'Shopbell-Owner': this.owner, 'Shopbell-Site': this.site }
  }

  get claim() {
    return { v: 1, site: this.site, owner: this.owner, secret: this.secret }
  }

  get sender() {
    return { site: this.site, owner: this.owner, secret: this.secret, outbox: this.outbox }
  }

  command(op: Op, conversation: string, over: Partial<Command> = {}): Command {
    this.n += 1
    return { ...op, cmid: newName(), conversation, outbox: this.outbox, n: this.n, at: 0, ...over } as Command
  }

  opening(want: 'live' | 'ticket' = 'live', over: Partial<Packet> = {}): Command {
    const cmid = newName()
    return this.command({ op: 'open', want, packet: packetOf(cmid, over) }, cmid, { cmid })
  }

  message(conversation: string, text: string, over: Partial<Command> = {}): Command {
    return this.command({ op: 'message', content: { kind: 'text', text } }, conversation, over)
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.url + path, { ...init, headers: { ...this.headers, ...(init.headers as Record<string, string>) } })
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
  }

  async submit(command: Command): Promise<Verdict> {
    const response = await this.post('/v1/commands', { outbox: command.outbox, command }, { 'Idempotency-Key': command.cmid })
    return (await response.json()) as Verdict
  }

  /** Opens a conversation and answers its name. */
  async open(want: 'live' | 'ticket' = 'live', over: Partial<Packet> = {}): Promise<string> {
    const verdict = await this.submit(this.opening(want, over))
    if (verdict.t !== 'committed') throw new Error(JSON.stringify(verdict))
    return verdict.conversation
  }

  async records(conversation: string) {
    const response = await this.fetch(`/v1/conversations/${conversation}/records?after=0`)
    return ((await response.json()) as Page).records
  }

  hello(over: object = {}) {
    return { v: 1, sender: this.sender, tab: newName(), cursors: [], pending: [], ...over }
  }

  async connect(
    over: object = {},
    extraHeaders: Record<string, string> = {},
  ): Promise<{ socket: Socket; welcome: Welcome | Refused }> {
    const socket = io(`${this.url}/shopper`, {
      auth: this.claim,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders,
    })
    this.closers.push(() => socket.disconnect())
    socket.on('frame', (frame: Frame) => this.frames.push(frame))
    const refused = next(socket, 'connect_error').then((error) => Promise.reject(error as Error))
    await Promise.race([next(socket, 'connect'), refused])
    refused.catch(() => undefined)
    return { socket, welcome: (await socket.timeout(5_000).emitWithAck('hello', this.hello(over))) as Welcome | Refused }
  }
}

/** An agent at the inbox. */
export class Agent {
  readonly heard: { readonly event: string; readonly value: unknown }[] = []

  private constructor(
    readonly url: string,
    readonly cookie: string,
    readonly closers: (() => void)[],
  ) {}

  static async signIn(url: string, name: string, closers: (() => void)[]): Promise<Agent> {
    const response = await fetch(`${url}/agent/login`, {
      method: 'POST',
      body: JSON.stringify({ name, password: PASSWORD }),
      headers: { 'Content-Type': 'application/json' },
    })
    if (!response.ok) throw new Error(`login: ${response.status}`)
    return new Agent(url, response.headers.get('set-cookie')?.split(';')[0] ?? '', closers)
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.url}/agent/${path}`, { headers: { Cookie: this.cookie } })
  }

  post(path: string, body: unknown = {}): Promise<Response> {
    return fetch(`${this.url}/agent/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { Cookie: this.cookie, 'Content-Type': 'application/json' },
    })
  }

  async sitDown(): Promise<Socket> {
    const socket = io(`${this.url}/agent`, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { Cookie: this.cookie },
    })
    this.closers.push(() => socket.disconnect())
    socket.onAny((event: string, value: unknown) => this.heard.push({ event, value }))
    const refused = next(socket, 'connect_error').then((error) => Promise.reject(error as Error))
    await Promise.race([next(socket, 'connect'), refused])
    refused.catch(() => undefined)
    return socket
  }
}

/** The smallest packet that a stand's shopper hands over. */
export function packetOf(conversation: string, over: Partial<Packet> = {}): Packet {
  return {
    ...blankPacket(conversation),
    reason: { code: 'asked', because: 'tapped Talk to an Agent' },
    summary: 'Where is my order?',
    zone: 'Europe/London',
    opened: WEDNESDAY_AT_TEN,
    ...over,
  }
}
