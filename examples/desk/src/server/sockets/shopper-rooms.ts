import type { Frame, Id } from '@shopbell/core'
import type { Namespace, Socket } from 'socket.io'
import type { DeskParts } from '../desk-parts.js'
import { type Access, authenticate, type Caller, opens } from '../shopper/authenticate.js'
import { useLinkSessions } from '../shopper/link-session.js'

/** A frame about one conversation. */
export type Told = Extract<Frame, { t: 'record' | 'head' | 'hint' }>

/** Who hears what: a shopper's own sockets everything of theirs, one that came by a mailed link its own conversations and nothing else. */
export interface ShopperRooms {
  /** Counts a socket among who is there. Call once, when it has come. */
  enter(socket: Socket): void
  /** From now on, the socket hears what is told. */
  join(socket: Socket): Promise<void>
  /** Whether anybody in this process might hear of a shopper's conversations. */
  has(site: string, owner: Id): boolean
  tell(site: string, owner: Id, frame: Told): void
  /** Closes the sockets whose mailed link's session has ended; the others' are in use. */
  closeEnded(): Promise<void>
}

/** Whom a socket speaks for, and what it opens. */
export function callerOf(socket: Socket): Caller & Access {
  return socket.data.claim as Caller & Access
}

// Made from the session, never from what a client asks for.
const ownRoom = (site: string, owner: Id) => `${site}/${owner}`
const linkRoom = (site: string, owner: Id) => `${site}/${owner}/link`

export function createShopperRooms(namespace: Namespace, parts: Pick<DeskParts, 'database' | 'now' | 'presence'>): ShopperRooms {
  const { presence } = parts

  /**
   * Says whether a mailed link's session opens a conversation that it did not know of when it came: it may have begun it since, by any
   * wire and at any process. That is decided in the transaction that begins a conversation, so one answer holds for good.
   */
  const look = async (socket: Socket, conversation: Id): Promise<boolean> => {
    const known = callerOf(socket)
    const access = await authenticate(parts.database, known, parts.now())
    if (typeof access === 'string') {
      socket.disconnect(true)
      return false
    }
    // Another look may have ended meanwhile.
    const only = callerOf(socket).only ?? new Set<Id>()
    const fresh = [...(access.only ?? [])].filter((id) => !only.has(id))
    socket.data.claim = { ...known, only: new Set([...only, ...fresh]) }
    if (socket.connected) for (const id of fresh) presence.shopperCame(known.site, known.owner, id)
    return opens(access, conversation)
  }

  /** What is told while that is being asked waits for the answer, in its order. */
  const waiting = new WeakMap<Socket, Map<Id, Told[]>>()
  const strange = new WeakMap<Socket, Set<Id>>()
  const tellByLink = (socket: Socket, conversation: Id, frame: Told): void => {
    const asked = waiting.get(socket) ?? new Map<Id, Told[]>()
    waiting.set(socket, asked)
    const frames = asked.get(conversation)
    if (frames) return void frames.push(frame)
    if (opens(callerOf(socket), conversation)) return void socket.emit('frame', frame)
    const closed = strange.get(socket) ?? new Set<Id>()
    strange.set(socket, closed)
    if (closed.has(conversation)) return
    const held = [frame]
    asked.set(conversation, held)
    look(socket, conversation).then(
      (isOpen) => {
        asked.delete(conversation)
        if (isOpen) for (const each of held) socket.emit('frame', each)
        else closed.add(conversation)
      },
      // The next frame asks again; what was held comes with the next `head`.
      () => asked.delete(conversation),
    )
  }

  const byLink = () => [...namespace.sockets.values()].filter((socket) => callerOf(socket).only !== null)

  return {
    enter(socket) {
      const { site, owner, only } = callerOf(socket)
      if (only) for (const id of only) presence.shopperCame(site, owner, id)
      else presence.shopperCame(site, owner)
      socket.on('disconnect', () => {
        const left = callerOf(socket).only
        if (left) for (const id of left) presence.shopperLeft(site, owner, id)
        else presence.shopperLeft(site, owner)
      })
    },
    async join(socket) {
      const { site, owner, only } = callerOf(socket)
      await socket.join(only ? linkRoom(site, owner) : ownRoom(site, owner))
    },
    has: (site, owner) => [ownRoom, linkRoom].some((room) => namespace.adapter.rooms.has(room(site, owner))),
    tell(site, owner, frame) {
      namespace.to(ownRoom(site, owner)).emit('frame', frame)
      const conversation = frame.t === 'hint' ? frame.hint.conversation : frame.conversation
      for (const id of namespace.adapter.rooms.get(linkRoom(site, owner)) ?? []) {
        const socket = namespace.sockets.get(id)
        if (socket) tellByLink(socket, conversation, frame)
      }
    },
    async closeEnded() {
      // Who comes meanwhile is looked at next time.
      const asked = byLink().map((socket) => ({ socket, session: callerOf(socket) }))
      const alive = await useLinkSessions(
        parts.database,
        asked.map(({ session }) => session),
        parts.now(),
      )
      for (const { socket, session } of asked) if (!alive.has(session)) socket.disconnect(true)
    },
  }
}
