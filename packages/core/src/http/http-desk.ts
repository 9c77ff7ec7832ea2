import type { Desk } from '../adapter.js'
import { parsePage, parseWelcome } from '../boundary/parse-frame.js'
import { parseWaiting } from '../boundary/parse-verdict.js'
import { NO_EPOCH } from '../delivery/log.js'
import type { Cursor, Frame, Page, Refused, Sender } from '../delivery/protocol.js'
import { submitOver, waitingOf } from './http-handoff.js'
import { bodyOf, callTo, type HttpCall, LONGEST_PATIENCE, post, withinPatience } from './http-wire.js'

/** Where the desk is. */
export interface HttpDeskOptions {
  /** The desk's address, such as `https://desk.example.com`. Relative to the page where there is one. */
  readonly url: string
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
}

/** A poll that has nothing new is answered after 25 s; this is for the way there and back as well. */
const POLL_PATIENCE = 35_000
/** A desk that answers polls at once with nothing is not asked more often than this. */
const LEAST_BETWEEN_POLLS = 1_000
/** A shopper has one conversation that goes on; a second one ends while the first begins. */
const MOST_FOLLOWED = 2

const NO_DESK: Refused = { t: 'refused', code: 'unavailable' }

/**
 * A live desk over plain HTTP: records come by long polls, commands go as requests. The same verdicts as over socket.io, so that the
 * two can be exchanged in the middle of a queue. There are no hints on this wire: no typing, no place in the queue.
 *
 * @example
 * const adapter: Adapter = { ...httpAdapter({ url, site }), desk: httpDesk({ url }) }
 */
export function httpDesk({ url, fetch = globalThis.fetch.bind(globalThis) }: HttpDeskOptions): Desk {
  const call = callTo(url, fetch)
  const submit = submitOver(call)
  let follow: (conversation: string) => void = () => {}

  return {
    guarantee: 'exact',
    async open(hello, sink, signal) {
      const answer = await greet(call, 'hello', post(hello), hello.sender, signal)
      const welcome = answer instanceof Response ? await bodyOf(answer).then(parseWelcome, () => NO_DESK) : answer
      if (welcome.t === 'refused' || signal.aborted) return welcome.t === 'refused' ? welcome : NO_DESK
      const known = new Map(hello.cursors.map((cursor) => [cursor.conversation, cursor]))
      const wire = createPolls(call, hello.sender, sink, signal)
      follow = wire.follow
      // What is not there yet is followed once something of it was committed.
      for (const page of welcome.pages)
        if (page.head > 0) wire.follow(page.conversation, cursorAfter(page, known.get(page.conversation)))
      return welcome
    },
    async submit(command, sender, signal) {
      const verdict = await submit(command, sender, signal)
      if (verdict.t === 'committed') follow(verdict.conversation)
      return verdict
    },
    async page(from, sender, signal) {
      const [name, cursor] = 'after' in from ? (['after', from.after] as const) : (['before', from.before] as const)
      return read(call, `${pathOf(cursor)}?${name}=${cursor.seq}&epoch=${cursor.epoch}&wait=0`, sender, signal)
    },
  }
}

/** Follows conversations, each with one poll after the other, until `signal` aborts or a poll gets no answer. */
function createPolls(call: HttpCall, sender: Sender, sink: (frame: Frame) => void, signal: AbortSignal) {
  const followed = new Set<string>()
  const own = new AbortController()
  signal.addEventListener('abort', () => own.abort(), { once: true })

  function end(frame: Frame): void {
    if (own.signal.aborted) return
    own.abort()
    sink(frame)
  }

  async function poll(start: Cursor): Promise<void> {
    let cursor = start
    while (!own.signal.aborted) {
      const pause = AbortSignal.timeout(LEAST_BETWEEN_POLLS)
      const epoch = cursor.epoch === NO_EPOCH ? '' : `&epoch=${cursor.epoch}`
      const page = await read(call, `${pathOf(cursor)}?after=${cursor.seq}${epoch}`, sender, own.signal, POLL_PATIENCE)
      if (own.signal.aborted) return
      if ('t' in page) return end(page.after === undefined ? { t: 'down' } : { t: 'going-away', after: page.after })
      tell(page)
      // Nothing is there any more, or nothing yet: until something of it is committed.
      if (page.head === 0) return void followed.delete(cursor.conversation)
      cursor = cursorAfter(page, cursor)
      // Only who rests listens: polls that bring news follow each other faster than pauses end.
      if (page.records.length === 0) await rest(pause, own.signal)
    }
  }

  function tell({ conversation, epoch, records, head, reset }: Page): void {
    // Another log, told from its start: whoever has the old one asks for a page.
    if (reset || records.length === 0) return sink({ t: 'head', conversation, epoch, seq: head })
    for (const record of records) sink({ t: 'record', conversation, epoch, record })
  }

  return {
    follow(conversation: string, from: Cursor = { conversation, epoch: NO_EPOCH, seq: 0 }): void {
      if (followed.has(conversation) || followed.size >= MOST_FOLLOWED) return
      followed.add(conversation)
      void poll(from)
    },
  }
}

/** Asks for records; what is no page is a desk that is not there, with the time to wait if it named one. */
async function read(
  call: HttpCall,
  path: string,
  sender: Sender,
  signal: AbortSignal,
  patience = LONGEST_PATIENCE,
): Promise<Page | Refused> {
  const answer = await greet(call, path, {}, sender, signal, patience)
  return answer instanceof Response ? bodyOf(answer).then(parsePage, () => NO_DESK) : answer
}

/** A proper answer, or why there is none. */
async function greet(
  call: HttpCall,
  path: string,
  init: RequestInit,
  sender: Sender,
  signal: AbortSignal,
  patience = LONGEST_PATIENCE,
): Promise<Response | Refused> {
  try {
    return await withinPatience(
      signal,
      async (patient) => {
        const response = await call(path, patient, init, sender)
        if (!response.ok) return refusalOf(response, response.status === 401 ? await bodyOf(response).catch(() => null) : null)
        // Read to its end while there is patience left.
        return new Response(await response.text(), { headers: response.headers })
      },
      patience,
    )
  } catch {
    return NO_DESK
  }
}

/** A 401 in the desk's own words is about the secret; one without them is somebody's in between. */
function refusalOf(response: Response, body: unknown): Refused {
  const after = parseWaiting(waitingOf(response))
  const code = { 401: 'auth', 403: 'origin', 404: 'invalid', 422: 'invalid', 429: 'busy' }[response.status] ?? 'unavailable'
  return {
    t: 'refused',
    code: code as Refused['code'],
    ...(after === null ? {} : { after }),
    ...(Object(body).error === 'auth' && { why: 'required' as const }),
  }
}

function pathOf({ conversation }: Cursor): string {
  return `conversations/${encodeURIComponent(conversation)}/records`
}

function cursorAfter({ conversation, epoch, records }: Page, before: Cursor | undefined): Cursor {
  const reached = before?.epoch === epoch ? before.seq : 0
  return { conversation, epoch, seq: records.at(-1)?.seq ?? reached }
}

/** Resolves when a pause is over, or there is nothing to wait for any more. */
function rest(...reasons: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const own = new AbortController()
    const end = () => {
      // Lets go of all, however often this is done with one signal.
      own.abort()
      resolve()
    }
    for (const reason of reasons) reason.addEventListener('abort', end, { signal: own.signal })
    if (reasons.some(({ aborted }) => aborted)) end()
  })
}
