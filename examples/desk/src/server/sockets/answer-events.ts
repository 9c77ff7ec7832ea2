import type { Socket } from 'socket.io'
import { crashPoint } from '../crash-points.js'
import { Malformed, refuseDepth } from '../parse.js'

/** An acknowledgement, or nothing to acknowledge with. */
type Acknowledge = (answer: unknown) => void

/** What one event of a namespace does. It throws `Malformed` for what is no such event; the socket is then closed. */
export type Events = Readonly<Record<string, (value: unknown) => Promise<unknown>>>

/** What is asked before an event is looked at. */
export interface Guard {
  /** How many milliseconds a socket has to wait before it may send this event; 0 lets it in. */
  wait(event: string): number
  /** Whether a socket that was told to wait, and did not, may stay. */
  mayStay(): boolean
  /** What is acknowledged to one that has to wait; `undefined` where there is nothing to say. */
  busy?(event: string, after: number): unknown
  /** Holds every answer up: the demo's slow line. */
  slow?(): Promise<void>
}

/**
 * Answers the named events and closes the socket on everything else: another event, another number of arguments, a value that does
 * not parse, too many for too long. A trouble of our own closes it too, since the other side cannot know what became of its call; nothing ends the process.
 */
export function answerEvents(socket: Socket, events: Events, guard: Guard): void {
  socket.use(([name, ...rest], next) => {
    const last = rest.at(-1)
    const acknowledge: Acknowledge = typeof last === 'function' ? (last as Acknowledge) : () => undefined
    const values = typeof last === 'function' ? rest.slice(0, -1) : rest
    const handle = typeof name === 'string' && Object.hasOwn(events, name) ? events[name] : undefined
    if (!handle || values.length !== 1) return close(socket)
    const wait = guard.wait(name)
    if (wait > 0) {
      acknowledge(guard.busy?.(name, wait))
      if (!guard.mayStay()) close(socket)
      return
    }
    Promise.resolve(guard.slow?.())
      .then(() => {
        refuseDepth(values[0])
        return handle(values[0])
      })
      .then((answer) => {
        acknowledge(answer)
        crashPoint('after-answer')
      })
      .catch((error: unknown) => (error instanceof Malformed ? close(socket) : socket.disconnect()))
    // Handled here; what a listener would do is done.
    void next
  })
}

/** Closes the connection itself, not only the namespace. */
function close(socket: Socket): void {
  socket.disconnect(true)
}
