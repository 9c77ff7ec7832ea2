import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Server } from 'socket.io'
import type { ChatSink, Write } from './sinks.js'

/** A desk in the hands of somebody who wants to reach the shopper's page. Whatever it says is hostile; the wire is a real one. */
export interface HostileDesk {
  readonly url: string
  /** Writes into the log of the conversation, as one that a shopper has opened. */
  write(...records: readonly { readonly by: string; readonly name?: string; readonly fact: unknown }[]): void
  hint(hint: object): void
  stop(): Promise<void>
}

interface Command {
  readonly op: string
  readonly cmid: string
  readonly conversation: string
  readonly content?: unknown
  readonly want?: string
  readonly packet?: unknown
}

/** Answers every question of the shopper's side with what `write` has for it, and an article has all `texts`, too. */
export async function startHostileDesk(write: Write<ChatSink>, texts: readonly string[]): Promise<HostileDesk> {
  const http = createServer((request, response) => void answer(request, response))
  const io = new Server(http, { cors: { origin: '*' }, maxHttpBufferSize: 1e7 })
  const desk = io.of('/shopper')
  let seq = 0
  let conversation = ''
  const record = (more: object) => {
    seq++
    desk.emit('frame', { t: 'record', conversation, epoch: 'epoch-of-this-log-1234', record: { seq, at: Date.now(), ...more } })
  }
  const commit = (command: Command) => {
    conversation ||= command.conversation
    const fact = command.op === 'open' ? { kind: 'opened', want: command.want, packet: command.packet } : command.content
    const verdict = { t: 'committed', cmid: command.cmid, conversation, seq: seq + 1, at: Date.now(), dup: false }
    if (fact) record({ cmid: command.cmid, by: 'shopper', fact })
    return verdict
  }
  desk.on('connection', (socket) => {
    socket.on('hello', (_, said) => said({ t: 'welcome', verdicts: [], pages: [], expectedN: 1, now: Date.now() }))
    socket.on('submit', (command: Command, said) => said(commit(command)))
    socket.on('page', (_, said) => said({ conversation, epoch: 'epoch-of-this-log-1234', records: [], head: seq }))
  })

  const heads = Array.from({ length: 20 }, (_, index) => ({
    id: `article-${index}`,
    title: write('articleTitle', 190),
    teaser: write('articleTeaser', 390),
  }))
  const body = () =>
    [
      write('articleBody', 2_000),
      `**${write('articleBold', 490)}**`,
      `- ${write('articleItem', 2_000)}`,
      `## [${write('articleLink', 290)}](${write('articleAddress', 990)})`,
      ...texts,
    ].join('\n\n')
  const answers: readonly (readonly [RegExp, (body: string) => unknown])[] = [
    [/availability/, () => ({ open: true, wait: null, opens: null, closes: null, reply: null, note: texts[0] })],
    [
      /orders\/find/,
      () => ({
        order: {
          number: write('orderNumber', 190),
          placed: Date.now(),
          city: write('orderCity', 80),
          carrier: texts[1],
          url: texts[2],
          parcels: [{ reached: { ordered: Date.now(), shipped: Date.now() }, promised: texts[3], carrier: texts[4] }],
        },
      }),
    ],
    [
      /faqs\/topics/,
      () => ({
        topics: Array.from({ length: 6 }, (_, index) => ({
          id: `topic-${index}`,
          title: write('topicTitle', 190),
          articles: heads.slice(index * 3, index * 3 + 3),
        })),
      }),
    ],
    [/faqs\/article/, () => ({ article: { ...heads[0], body: body() } })],
    [/faqs\?/, () => ({ articles: heads })],
    [/commands/, (body) => commit((JSON.parse(body) as { command: Command }).command)],
  ]

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'content-type': 'application/json' }
    if (request.method === 'OPTIONS')
      return void response
        .writeHead(204, {
          ...cors,
          'access-control-allow-methods': '*',
          'access-control-allow-headers': 'authorization,content-type,idempotency-key,shopbell-owner,shopbell-site,shopbell-name',
        })
        .end()
    let body = ''
    for await (const piece of request) body += piece
    const found = answers.find(([path]) => path.test(request.url ?? ''))
    response.writeHead(found ? 200 : 404, cors).end(JSON.stringify(found?.[1](body) ?? {}))
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    write: (...records) => records.forEach(record),
    hint: (hint) => desk.emit('frame', { t: 'hint', hint: { conversation, ...hint } }),
    stop: () => new Promise((resolve) => void io.close(() => resolve())),
  }
}
