import type { Namespace, Socket } from 'socket.io'
import { markRead } from '../agent/answer.js'
import { type AgentSession, findAlive, findSession } from '../agent/session.js'
import type { DeskParts } from '../desk-parts.js'
import { readHours } from '../hours/availability.js'
import { findConversation } from '../log/conversation.js'
import { asId, asInteger, fieldsOf } from '../parse.js'
import { answerEvents } from './answer-events.js'
import type { ShopperSockets } from './shopper-sockets.js'

/** What others may say to the inboxes. */
export interface AgentSockets {
  typing(site: string, conversation: string): void
  changed(site: string, conversation: string): void
  hoursChanged(site: string): void
  /** Closes the sockets of a session that has ended. */
  signedOut(tokenHash: string): void
  /** Has every inbox come anew and read everything again. */
  startAgain(): void
  stop(): void
}

/** How often an inbox is asked whether it is there, and how long it may take to say so, in milliseconds. */
const ASK_EVERY = 10_000
const ANSWERS_WITHIN = 8_000

/**
 * Closes a socket whose inbox answered once and does no longer: a laptop that was shut says nothing for as long as the transport's own
 * pings need to find out, and a shopper would wait with it.
 */
function askWhetherThere(socket: Socket): () => void {
  let answers = false
  const asking = setInterval(() => {
    socket.timeout(ANSWERS_WITHIN).emit('beat', (silence: unknown) => {
      if (!silence) answers = true
      else if (answers) socket.disconnect(true)
    })
  }, ASK_EVERY)
  asking.unref()
  return () => clearInterval(asking)
}

/** The inboxes' namespace. Rooms are per site; internal notes are announced here as `changed` and nowhere else. */
export function serveAgents(
  namespace: Namespace,
  parts: DeskParts,
  toShoppers: Pick<ShopperSockets, 'hint' | 'announceQueue'>,
  lookEvery: number,
): AgentSockets {
  const sessionOf = (socket: Socket) => socket.data.session as AgentSession
  const toSite = (site: string, event: string, value: object) => {
    // Before every word, so that a session which is over hears none of it, however quiet the timer was.
    closeWhere(({ expires }) => expires <= parts.now())
    namespace.to(site).emit(event, value)
  }
  const closeWhere = (isOver: (session: AgentSession) => boolean) => {
    for (const socket of namespace.sockets.values()) if (isOver(sessionOf(socket))) socket.disconnect(true)
  }

  // A session ends in the database: by time, by a sign-out in another process, or by one that crossed with this socket's coming.
  const look = async () => {
    const sessions = [...namespace.sockets.values()].map(sessionOf)
    if (sessions.length === 0) return
    const hashes = sessions.map(({ tokenHash }) => tokenHash)
    const alive = await findAlive(parts.database, hashes, parts.now())
    // Only those that were asked about: who came meanwhile is looked at next time.
    const over = new Set(hashes.filter((hash) => !alive.has(hash)))
    closeWhere(({ tokenHash }) => over.has(tokenHash))
  }
  const looking = setInterval(() => void look().catch(() => undefined), lookEvery)
  looking.unref()

  namespace.use((socket, next) => {
    const { origin, host, cookie } = socket.handshake.headers
    const refuse = () => next(Object.assign(new Error('signed-out'), { data: { error: 'signed-out' } }))
    // A page of another origin on this machine would bring the cookie along; only the desk's own pages may.
    if (!parts.sites.isOwn(origin, host)) return refuse()
    const admit = async () => {
      const session = await findSession(parts.database, cookie, parts.now())
      if (!session) return refuse()
      socket.data.session = session
      // Written before they hear that they are in: who sits at the desk opens it.
      await parts.presence.agentSeen(parts.database, session.site, session.agent)
      next()
    }
    admit().catch(refuse)
  })

  namespace.on('connection', (socket) => {
    const session = sessionOf(socket)
    const { site, agent, name } = session
    void socket.join(site)
    parts.presence.agentCame(site, agent)
    toShoppers.announceQueue(site)
    const stopAsking = askWhetherThere(socket)
    socket.on('disconnect', () => {
      stopAsking()
      parts.presence.agentLeft(site, agent)
    })
    const events = {
      typing: async (value: unknown) => {
        const id = asId(fieldsOf(value)('conversation'))
        if (parts.hints.take(socket.id) > 0) return
        const conversation = await findConversation(parts.database, site, id)
        if (conversation?.agent !== agent || conversation.status !== 'live') return
        toShoppers.hint(site, conversation.owner, { type: 'typing', conversation: id, by: 'agent', name })
      },
      read: async (value: unknown) => {
        const read = fieldsOf(value)
        const id = asId(read('conversation'))
        const seq = asInteger(read('seq'), 0, 2_000_000_000)
        const marked = await markRead(parts, session, id, seq)
        if (!marked) return
        toShoppers.hint(site, marked.owner, { type: 'read', conversation: id, by: 'agent', seq: marked.seq })
        changed(site, id)
        parts.bus.say({ t: 'changed', site, conversation: id })
      },
    }
    answerEvents(socket, events, {
      wait: () => {
        closeWhere(({ expires }) => expires <= parts.now())
        return socket.connected ? parts.allowance.event(socket.id) : 1
      },
      mayStay: () => parts.allowance.patience(socket.id) === 0,
    })
  })

  const changed = (site: string, conversation: string) => toSite(site, 'changed', { conversation })
  const off = parts.news.listen({
    cares: ({ site }) => namespace.adapter.rooms.has(site),
    told({ site, conversation }, records) {
      for (const record of records) toSite(site, 'record', { conversation, record })
      changed(site, conversation)
    },
  })

  return {
    typing: (site, conversation) => toSite(site, 'typing', { conversation }),
    changed,
    hoursChanged: (site) =>
      void readHours(parts, site)
        .then((hours) => toSite(site, 'hours', hours))
        .catch(() => undefined),
    signedOut(tokenHash) {
      closeWhere((session) => session.tokenHash === tokenHash)
    },
    startAgain: () => closeWhere(() => true),
    stop() {
      off()
      clearInterval(looking)
    },
  }
}
