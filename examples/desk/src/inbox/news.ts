import type { Id, LogRecord } from '@shopbell/core'
import { io } from 'socket.io-client'
import { type Hours, hoursOf, recordOf } from './wire/conversation.js'
import { idOf, objectOf, own } from './wire/outside.js'

/** What the inbox wants to hear of. `connected` is also said after each return from an outage, so that all is fetched again. */
export interface NewsListener {
  connected(): void
  disconnected(): void
  /** The desk answered and said no, as it does when the session has ended. */
  refused(): void
  changed(conversation: Id): void
  recorded(conversation: Id, record: LogRecord): void
  typing(conversation: Id): void
  hours(hours: Hours): void
}

/** The desk's news, and the two things that the inbox tells it. */
export interface News {
  connect(listener: NewsListener): void
  typing(conversation: Id): void
  read(conversation: Id, seq: number): void
  disconnect(): void
}

/** How long after a refusal by the desk the socket tries again, in milliseconds: socket.io leaves that case to us. */
const AGAIN = 3_000

/** News over socket.io on the namespace `/agent`; the session's cookie says who listens. */
export function createNews(connecting: typeof io = io): News {
  let socket: ReturnType<typeof io> | null = null
  let again: ReturnType<typeof setTimeout> | undefined

  return {
    connect(listener) {
      if (socket) return
      const opened = connecting('/agent', {
        transports: ['websocket'],
        reconnectionDelayMax: 8_000,
      })
      socket = opened
      const retry = () => {
        clearTimeout(again)
        again = setTimeout(() => opened.connect(), AGAIN)
      }
      opened.on('connect', () => listener.connected())
      opened.on('disconnect', (reason: string) => {
        listener.disconnected()
        if (reason === 'io server disconnect') retry()
      })
      opened.on('connect_error', () => {
        listener.disconnected()
        // `active` says that socket.io tries again by itself; a refusal by the namespace is not such a case.
        if (opened.active) return
        listener.refused()
        retry()
      })
      opened.on('changed', (said: unknown) => {
        const conversation = conversationOf(said)
        if (conversation) listener.changed(conversation)
      })
      opened.on('record', (said: unknown) => {
        const conversation = conversationOf(said)
        const record = recordOf(own(objectOf(said), 'record'))
        if (conversation && record) listener.recorded(conversation, record)
      })
      opened.on('typing', (said: unknown) => {
        const conversation = conversationOf(said)
        if (conversation) listener.typing(conversation)
      })
      // The desk asks whether somebody is there; a connection that has died in silence does not say so by itself.
      opened.on('beat', (acknowledge: unknown) => {
        if (typeof acknowledge === 'function') acknowledge()
      })
      opened.on('hours', (said: unknown) => {
        const hours = hoursOf(said)
        if (hours) listener.hours(hours)
      })
    },
    typing: (conversation) => socket?.volatile.emit('typing', { conversation }),
    read: (conversation, seq) => socket?.volatile.emit('read', { conversation, seq }),
    disconnect() {
      clearTimeout(again)
      socket?.removeAllListeners()
      socket?.disconnect()
      socket = null
    },
  }
}

function conversationOf(said: unknown): Id {
  return idOf(own(objectOf(said), 'conversation'))
}
