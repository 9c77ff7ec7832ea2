/** Whoever things happen to: a tab, a process, a database. What is due while it is frozen waits; what is due after its end is void. */
export interface Life {
  readonly name: string
  gone: boolean
  /** What waits for it to thaw; `null` while it runs. */
  held: Event[] | null
  /** Looks at each event of this life just before it happens; `false` means that it does not happen any more. */
  before?: (() => boolean) | undefined
}

interface Event {
  due: number
  order: number
  readonly what: string
  readonly life: Life
  readonly work: () => void
  void: boolean
}

/** Time that passes only from one event to the next. */
export interface Clock {
  /** Milliseconds since the world began. */
  elapsed(): number
  /** Lets `work` happen after `ms`; the answer takes it back. */
  at(ms: number, what: string, life: Life, work: () => void): () => void
  /** Lets the next event happen, if one is due by `until`; says what it was. */
  next(until: number): string | null
  /** Time passes without an event. */
  pass(until: number): void
  thaw(life: Life): void
  /** How many events wait for a life. */
  waiting(life: Life): number
}

/** A life that has just begun. */
export function createLife(name: string): Life {
  return { name, gone: false, held: null }
}

/** A clock at zero. Events of the same moment happen in the order in which they were arranged. */
export function createClock(): Clock {
  const heap: Event[] = []
  let elapsed = 0
  let made = 0

  const earlier = (one: Event, other: Event) => one.due < other.due || (one.due === other.due && one.order < other.order)

  function push(event: Event): void {
    let child = heap.push(event) - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      const above = heap[parent]
      if (!above || !earlier(event, above)) break
      heap[child] = above
      child = parent
    }
    heap[child] = event
  }

  function pop(): void {
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let parent = 0
    for (;;) {
      let child = 2 * parent + 1
      const right = heap[child + 1]
      const left = heap[child]
      if (!left) break
      let least = left
      if (right && earlier(right, left)) {
        least = right
        child++
      }
      if (!earlier(least, last)) break
      heap[parent] = least
      parent = child
    }
    heap[parent] = last
  }

  function at(ms: number, what: string, life: Life, work: () => void): () => void {
    const event: Event = { due: elapsed + Math.max(0, ms), order: made++, what, life, work, void: false }
    push(event)
    return () => {
      event.void = true
    }
  }

  return {
    elapsed: () => elapsed,
    at,
    next(until) {
      for (let event = heap[0]; event && event.due <= until; event = heap[0]) {
        pop()
        if (event.void || event.life.gone) continue
        if (event.life.held) {
          event.life.held.push(event)
          continue
        }
        elapsed = Math.max(elapsed, event.due)
        event.void = true
        if (event.life.before?.() === false) return `${event.life.name} ended before ${event.what}`
        event.work()
        return `${event.life.name} ${event.what}`
      }
      return null
    },
    pass(until) {
      elapsed = Math.max(elapsed, until)
    },
    thaw(life) {
      const held = life.held ?? []
      life.held = null
      for (const event of held) {
        if (event.void) continue
        // The same event, so that it can still be taken back.
        event.due = elapsed
        event.order = made++
        push(event)
      }
    },
    waiting: (life) =>
      heap.reduce((count, event) => count + (event.life === life && !event.void ? 1 : 0), 0) +
      (life.held?.filter((event) => !event.void).length ?? 0),
  }
}
