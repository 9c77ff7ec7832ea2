import type { Socket } from 'node:net'
import type { Toxics } from './proxy.js'

/** More waiting than this, and the sender is asked to wait, as a full window does. */
const MOST_HELD = 256 * 1024

/** Bytes, or the end of a connection, and when they are due. */
interface Held {
  readonly bytes: Buffer | 'end' | 'gone'
  readonly due: number
}

/** One direction of one connection, as its toxics will have it. */
export interface Pipe {
  /** The toxics are others now. */
  changed(): void
}

/** Hands on what `from` says to `to`, late, slowly, in pieces or never. */
export function pipe(from: Socket, to: Socket, toxics: () => Toxics, random: () => number): Pipe {
  const queue: Held[] = []
  let held = 0
  let lastDue = 0
  let passed = 0
  let timer: NodeJS.Timeout | undefined

  from.on('data', (chunk: Buffer) => {
    for (const piece of piecesOf(chunk, toxics().slice)) hold(piece, piece.length)
    if (held > MOST_HELD) from.pause()
  })
  from.on('end', () => hold('end', 0))
  // Reset, or a desk that could not be reached: the other side is to hear of it too, when news pass.
  from.on('close', () => hold('gone', 0))
  to.on('close', () => {
    clearTimeout(timer)
    queue.length = 0
    // Nobody is there to read what is still to come.
    from.resume()
  })

  function hold(bytes: Held['bytes'], size: number): void {
    const { latency, jitter, bandwidth, sliceGap, slice, slowClose } = toxics()
    const late = latency + jitter * (2 * random() - 1) + (size === 0 ? slowClose : 0)
    const travel = (bandwidth > 0 ? (size / bandwidth) * 1_000 : 0) + (slice > 0 && size > 0 ? sliceGap : 0)
    lastDue = Math.max(lastDue, performance.now() + Math.max(0, late)) + travel
    queue.push({ bytes, due: lastDue })
    held += size
    if (timer === undefined) pass()
  }

  function pass(): void {
    timer = undefined
    while (!toxics().blackhole) {
      const next = queue[0]
      if (!next) return
      const wait = next.due - performance.now()
      if (wait > 0) {
        timer = setTimeout(pass, Math.ceil(wait))
        return
      }
      queue.shift()
      if (next.bytes === 'gone') return void to.destroy()
      if (next.bytes === 'end') to.end()
      else deliver(next.bytes)
    }
  }

  function deliver(bytes: Buffer): void {
    held -= bytes.length
    if (held <= MOST_HELD && from.isPaused()) from.resume()
    const room = toxics().limit - passed
    passed += bytes.length
    if (to.destroyed || !to.writable) return
    if (bytes.length < room) return void to.write(bytes)
    to.write(bytes.subarray(0, Math.max(0, room)), () => {
      for (const end of [from, to]) end.resetAndDestroy()
    })
  }

  return {
    changed() {
      passed = 0
      clearTimeout(timer)
      pass()
    },
  }
}

function piecesOf(chunk: Buffer, size: number): readonly Buffer[] {
  if (size <= 0) return [chunk]
  const pieces: Buffer[] = []
  for (let at = 0; at < chunk.length; at += size) pieces.push(chunk.subarray(at, at + size))
  return pieces
}
