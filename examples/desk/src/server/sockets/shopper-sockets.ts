import { setTimeout as pause } from 'node:timers/promises'
import { type Frame, type Hint, PROTOCOL, type Refused, type Verdict } from '@shopbell/core'
import type { Namespace, Socket } from 'socket.io'
import type { DeskParts } from '../desk-parts.js'
import { readSettings } from '../hours/settings.js'
import { networkOf } from '../http/address.js'
import type { Weather } from '../http/demo-routes.js'
import { findConversation } from '../log/conversation.js'
import { expectedWait, readQueue } from '../log/queue.js'
import { asId, asInteger, asOneOf, fieldsOf } from '../parse.js'
import { type Access, authenticate, type Caller, type Claim, opens, parseClaim, refusalOf } from '../shopper/authenticate.js'
import { useLinkSessions } from '../shopper/link-session.js'
import { submit } from '../shopper/submit.js'
import { readPage, welcome } from '../shopper/welcome.js'
import { answerEvents } from './answer-events.js'
import { callerOf, createShopperRooms } from './shopper-rooms.js'

/** What the inboxes hear of shoppers. */
export interface ShopperNews {
  typing(site: string, conversation: string): void
}

/** The shopper's namespace: hello, submit, page and hint; frames in the other direction. */
export function serveShoppers(
  namespace: Namespace,
  parts: DeskParts,
  weather: Weather,
  inboxes: ShopperNews,
  headEvery: number,
  proxies: number,
): ShopperSockets {
  const rooms = createShopperRooms(namespace, parts)

  namespace.use((socket, next) => {
    admit(parts, weather, socket, proxies).then(
      (claim) => {
        if ('t' in claim) return next(Object.assign(new Error(claim.code), { data: claim }))
        socket.data.claim = claim
        next()
      },
      () =>
        next(
          Object.assign(new Error('unavailable'), {
            data: { t: 'refused', code: 'unavailable', after: 2_000 } satisfies Refused,
          }),
        ),
    )
  })

  namespace.on('connection', (socket) => {
    const claim = callerOf(socket)
    rooms.enter(socket)
    const events = {
      hello: async (value: unknown) => {
        // Joined before the log is read: what is committed in between arrives as a frame.
        await rooms.join(socket)
        // Written before they hear that they are welcome: a ticket that is taken on goes live if its shopper is there.
        await parts.presence.written()
        const answer = await welcome(parts, claim, value)
        if (answer.t === 'welcome') setImmediate(() => announceQueue(claim.site))
        return answer
      },
      submit: (value: unknown) => submit(parts, claim, value),
      page: (value: unknown) => readPage(parts, claim, value),
      hint: (value: unknown) => hear(socket, value),
    }
    answerEvents(socket, events, {
      wait: (event) =>
        (parts.closing.aborted ? 2_000 : 0) ||
        parts.allowance.event(socket.id) ||
        (event === 'hello' || event === 'page' ? parts.allowance.look(socket.id, claim.network) : 0),
      mayStay: () => parts.allowance.patience(socket.id) === 0,
      busy: (event, after) =>
        event === 'submit'
          ? ({ t: 'retry', code: parts.closing.aborted ? 'unavailable' : 'rate_limited', after } satisfies Verdict)
          : ({ t: 'refused', code: 'busy', after } satisfies Refused),
      slow: async () => {
        if (weather.slow > 0) await pause(weather.slow)
      },
    })
  })

  const hear = async (socket: Socket, value: unknown): Promise<void> => {
    const { site, owner, only } = callerOf(socket)
    const read = fieldsOf(value)
    const type = asOneOf(read('type'), ['typing', 'read'])
    const id = asId(read('conversation'))
    const seq = type === 'read' ? asInteger(read('seq'), 0, 2_000_000_000) : 0
    if (parts.hints.take(socket.id) > 0) return
    const conversation = await findConversation(parts.database, site, id)
    if (conversation?.owner !== owner || !opens({ only }, id)) return
    if (type === 'typing') return inboxes.typing(site, id)
    await parts.database.query(
      `update conversations set shopper_read = greatest(shopper_read, least($3::integer, last_seq)) where site_id = $1 and conversation = $2`,
      [site, id, seq],
    )
  }

  const offNews = parts.news.listen({
    cares: ({ site, owner }) => rooms.has(site, owner),
    told({ site, owner, conversation, epoch }, records) {
      for (const record of records) rooms.tell(site, owner, { t: 'record', conversation, epoch, record })
    },
  })
  const offMoved = parts.news.onMoved((site) => announceQueue(site))

  /** Tells everybody in the queue where they stand. One round at a time; what changes meanwhile is told in the next. */
  const announcing = new Map<string, { again: boolean }>()
  const announceQueue = (site: string): void => {
    if (parts.presence.shoppersHere(site).length > 0) void announce(site)
  }
  const announce = async (site: string): Promise<void> => {
    const running = announcing.get(site)
    if (running) {
      running.again = true
      return
    }
    const round = { again: false }
    announcing.set(site, round)
    try {
      do {
        round.again = false
        const { usualWait } = await readSettings(parts.database, site)
        const wait =
          (await parts.presence.agentsOnline(parts.database, site)) > 0
            ? await expectedWait(parts.database, site, parts.now(), usualWait)
            : null
        for (const { owner, conversation, position } of await readQueue(parts.database, site, parts.now())) {
          rooms.tell(site, owner, { t: 'hint', hint: { type: 'queue', conversation, position, wait } })
        }
      } while (round.again)
    } catch {
      // Hints may be lost; the next change brings new ones.
    } finally {
      announcing.delete(site)
    }
  }

  // A link that sends but no longer receives is found by the head that does not come, or is ahead.
  const tellHeads = async () => {
    const here = new Set([...namespace.sockets.values()].map((socket) => callerOf(socket).site))
    for (const site of here) {
      const rows = await parts.database.query<{ conversation: string; owner: string; epoch: string; last_seq: number }>(
        `select conversation, owner, epoch, last_seq from conversations
         where site_id = $1 and status <> 'closed' and owner in (select json_array_elements_text($2::json))`,
        [site, JSON.stringify(parts.presence.shoppersHere(site))],
      )
      for (const { conversation, owner, epoch, last_seq } of rows)
        rooms.tell(site, owner, { t: 'head', conversation, epoch, seq: last_seq })
    }
  }
  const look = () => Promise.all([tellHeads(), rooms.closeEnded()])
  const heads = setInterval(() => void look().catch(() => undefined), headEvery)
  heads.unref()

  return {
    hint(site, owner, hint) {
      rooms.tell(site, owner, { t: 'hint', hint })
    },
    announceQueue,
    tellHeads,
    drop: () => namespace.disconnectSockets(true),
    stop(after) {
      offNews()
      offMoved()
      clearInterval(heads)
      for (const socket of namespace.sockets.values()) socket.emit('frame', { t: 'going-away', after: after() } satisfies Frame)
    },
  }
}

/** What others may say to shoppers. */
export interface ShopperSockets {
  hint(site: string, owner: string, hint: Hint): void
  /** Tells the waiting shoppers of this process where they stand. */
  announceQueue(site: string): void
  /** Tells every shopper of this process where their log stands. */
  tellHeads(): Promise<void>
  /** Cuts every shopper's socket, as an outage would. */
  drop(): void
  /** Says goodbye; `after` is how many milliseconds to wait before coming back. */
  stop(after: () => number): void
}

/** Who a socket is, from its handshake, and whether its page may speak for that shop. */
async function admit(parts: DeskParts, weather: Weather, socket: Socket, proxies: number): Promise<(Caller & Access) | Refused> {
  if (weather.down) return { t: 'refused', code: 'unavailable' }
  const { origin, host } = socket.handshake.headers
  let claim: Claim
  try {
    const read = fieldsOf(socket.handshake.auth)
    if (read('v') !== PROTOCOL) return { t: 'refused', code: 'upgrade' }
    claim = parseClaim(socket.handshake.auth)
  } catch {
    return { t: 'refused', code: 'invalid' }
  }
  if (!parts.sites.allows(origin, host, claim.site)) return { t: 'refused', code: 'origin' }
  const caller = { ...claim, network: networkOf(socket.request, proxies) }
  const access = await authenticate(parts.database, caller, parts.now())
  if (typeof access === 'string') return refusalOf(access)
  if (access.only) await useLinkSessions(parts.database, [claim], parts.now())
  return { ...caller, ...access }
}
