import type { Desk } from '../../adapter.js'
import { parseFrame, parsePage, parseWelcome } from '../../boundary/parse-frame.js'
import { parseVerdict } from '../../boundary/parse-verdict.js'
import { reader } from '../../boundary/read.js'
import type { Chance } from './chance.js'
import { type Clock, createLife, type Life } from './clock.js'
import type { DeskEnd, DeskProcess, Question } from './desk-process.js'
import type { Weather } from './faults.js'

/** A browser's end of the network. */
export interface Caller {
  readonly name: string
  readonly life: Life
}

/** The network between tabs and processes. What goes through it is text, and comes out as the adapters' parsers read it. */
export interface Network {
  /** The live wire of one tab: a connection at a time, ordered within itself. */
  socket(caller: Caller): Desk
  /** The other way in: each command is a request of its own. */
  requests(caller: Caller): Pick<Desk, 'submit'>
  /** Ends the connections of a tab, as a browser does that freezes or leaves a page. */
  cut(caller: Caller): void
  /** How a tab's attempts went: those under way, when they began, and how many connections it has. */
  attempts(caller: Caller): Attempts
}

export interface Attempts {
  underWay: number
  /** In milliseconds; whoever comes after a shopper who has left begins anew. */
  began: number[]
  owner: string
  open: number
}

export interface NetworkParts {
  readonly clock: Clock
  readonly chance: Chance
  readonly weather: Weather
  processes(): readonly DeskProcess[]
}

const REQUEST_PATIENCE = 10_000
/** A process forgets a connection that it cannot reach after so long. */
const FORGOTTEN = 60_000

/** A network in fair weather takes 5 to 60 milliseconds. */
export function createNetwork({ clock, chance, weather, processes }: NetworkParts): Network {
  const wireLife = createLife('wire')
  const wires = new Map<Caller, Set<{ cut(): void }>>()
  const tries = new Map<Caller, Attempts>()

  const attempts = (caller: Caller): Attempts => {
    const known = tries.get(caller) ?? { underWay: 0, began: [], owner: '', open: 0 }
    tries.set(caller, known)
    return known
  }
  const up = () => chance.pick(processes().filter((process) => !process.life().gone))

  /** A line in one direction at least: how long its next message takes, or `null` where it is lost. */
  function journey(direction: 'up' | 'down'): number | null {
    if (weather.strikes('one-way', direction) || weather.strikes('drop')) return null
    let ms = chance.between(5, 60)
    if (weather.strikes('delay')) ms += chance.between(200, 3_000)
    if (weather.strikes('slow')) ms += chance.between(5_000, 20_000)
    return ms
  }

  /** Carries a message over; `arrive` gets what is left of it, twice if the network feels like it. */
  function carry(text: string, direction: 'up' | 'down', life: Life, after: number, arrive: (text: string) => void): number {
    const ms = journey(direction)
    if (ms === null) return after
    const left = weather.strikes('truncate') ? text.slice(0, chance.below(text.length)) : text
    const due = Math.max(after, clock.elapsed() + ms)
    const what = direction === 'up' ? 'is asked' : 'is told'
    clock.at(due - clock.elapsed(), what, life, () => arrive(left))
    if (weather.strikes('duplicate')) {
      clock.at(due - clock.elapsed() + chance.between(0, 12_000), `${what} again`, life, () => arrive(text))
    }
    return due
  }

  const answerText = (message: unknown) => {
    const isAnswer = reader(message)?.('t') === 'answer'
    return isAnswer && weather.strikes('html') ? '<html><body>502 Bad Gateway</body></html>' : JSON.stringify(message)
  }

  function socket(caller: Caller): Desk {
    let current: ReturnType<typeof connect> | null = null

    function connect(sink: (frame: unknown) => void, signal: AbortSignal) {
      const process = up()
      const asked = new Map<number, (answer: unknown) => void>()
      // Other connections overtake this one.
      const delayed = weather.strikes('reorder') ? chance.between(2_000, 15_000) : 0
      const late = () => (weather.isFair() ? 0 : delayed)
      let lastUp = 0
      let lastDown = 0
      let made = 0
      let mine = true
      let theirs = true
      let dead = false
      const own = {
        /** The browser ends it; the page hears of that when it runs, if it ever does. */
        cut(): void {
          if (!open.delete(own)) return
          attempts(caller).open = open.size
          clock.at(dead ? FORGOTTEN : chance.between(5, 60), 'is left', process?.life() ?? wireLife, forget)
          clock.at(0, 'is hung up on', caller.life, closed)
        },
      }
      const end: DeskEnd = {
        sender: null,
        send(message) {
          if (!theirs) return
          if (weather.strikes('half-open')) dead = true
          if (dead) return
          const from = Math.max(lastDown, clock.elapsed() + late())
          lastDown = carry(answerText(message), 'down', caller.life, from, hear)
        },
        end() {
          if (!theirs) return
          theirs = false
          if (!dead) clock.at(chance.between(5, 60), 'is hung up on', caller.life, closed)
        },
      }
      const open = wires.get(caller) ?? new Set()
      wires.set(caller, open.add(own))
      attempts(caller).open = open.size
      signal.addEventListener('abort', leave, { once: true })

      function hear(text: string): void {
        const read = reader(decode(text))
        if (!mine || !read) return
        if (read('t') === 'frame') return sink(read('frame'))
        const ask = read('ask')
        const waits = typeof ask === 'number' ? asked.get(ask) : undefined
        if (typeof ask === 'number') asked.delete(ask)
        waits?.(read('answer'))
      }

      function forget(): void {
        if (!theirs) return
        theirs = false
        process?.left(end)
      }

      /** The browser's end goes; the process hears of it, now or when it notices. */
      function leave(): void {
        if (!open.delete(own)) return
        attempts(caller).open = open.size
        signal.removeEventListener('abort', leave)
        const ms = dead ? FORGOTTEN : Math.max(0, lastUp - clock.elapsed()) + chance.between(5, 60)
        clock.at(ms, 'is left', process?.life() ?? wireLife, forget)
        closed()
      }

      /** The wire is gone, as far as the browser knows. */
      function closed(): void {
        leave()
        const tell = mine
        mine = false
        const waiting = [...asked.values()]
        asked.clear()
        for (const waits of waiting) waits(null)
        if (tell && !signal.aborted) sink(null)
      }

      return {
        refused: !process || weather.strikes('refuse'),
        isOpen: () => mine,
        ask(question: Record<string, unknown>): Promise<unknown> {
          return new Promise((resolve) => {
            if (!mine || !process) return resolve(null)
            const ask = ++made
            asked.set(ask, resolve)
            if (weather.strikes('half-open')) dead = true
            if (dead) return
            const text = JSON.stringify({ ...question, ask })
            const from = Math.max(lastUp, clock.elapsed() + late())
            lastUp = carry(text, 'up', process.life(), from, (left) => {
              if (!theirs) return
              const decoded = decode(left)
              // What cannot be read ends the connection, as a parser's error does.
              if (decoded === null) return end.end()
              process.receive(end, decoded as Question)
            })
          })
        },
        leave,
      }
    }

    return {
      guarantee: 'exact',
      async open(hello, sink, signal) {
        if (signal.aborted) return parseWelcome(null)
        const tried = attempts(caller)
        if (tried.owner !== hello.sender.owner) tried.began = []
        tried.owner = hello.sender.owner
        tried.underWay++
        tried.began.push(clock.elapsed())
        try {
          let over = false
          let welcomed = false
          const wire = connect((value) => {
            if (over) return
            if (value === null) {
              over = true
              if (welcomed) sink({ t: 'down' })
              return
            }
            const frame = parseFrame(value)
            if (frame) sink(frame)
          }, signal)
          current = wire
          if (wire.refused) {
            over = true
            await new Promise<void>((resolve) => {
              clock.at(chance.between(1, 80), 'is refused', caller.life, resolve)
              signal.addEventListener('abort', () => resolve(), { once: true })
            })
            wire.leave()
            return parseWelcome(null)
          }
          const welcome = parseWelcome(await wire.ask({ t: 'hello', hello }))
          welcomed = welcome.t === 'welcome'
          if (!welcomed) {
            over = true
            wire.leave()
          }
          return welcome
        } finally {
          tried.underWay--
        }
      },
      async submit(command, sender, signal) {
        return parseVerdict(await asking(current, { t: 'submit', command, sender }, signal))
      },
      async page(from, sender, signal) {
        return parsePage(await asking(current, { t: 'page', after: 'after' in from ? from.after : from.before, sender }, signal))
      },
      hint: () => undefined,
    }
  }

  function requests(caller: Caller): Pick<Desk, 'submit'> {
    return {
      submit: (command, sender, signal) =>
        new Promise((resolve) => {
          const process = up()
          let over = false
          const finish = (text: string | null) => {
            if (over) return
            over = true
            cancel()
            signal.removeEventListener('abort', giveUp)
            resolve(text === null ? { t: 'retry', code: 'timeout' } : parseVerdict(reader(decode(text))?.('answer')))
          }
          const giveUp = () => finish(null)
          const cancel = clock.at(REQUEST_PATIENCE, 'gives a request up', caller.life, giveUp)
          signal.addEventListener('abort', giveUp)
          if (signal.aborted) return giveUp()
          if (!process || weather.strikes('refuse')) {
            clock.at(chance.between(1, 80), 'is refused', caller.life, giveUp)
            return
          }
          const end: DeskEnd = {
            sender: null,
            send: (message) => void carry(answerText(message), 'down', caller.life, 0, finish),
            end: () => undefined,
          }
          const text = JSON.stringify({ t: 'submit', ask: 1, command, sender })
          const late = weather.strikes('reorder') ? clock.elapsed() + chance.between(2_000, 15_000) : 0
          carry(text, 'up', process.life(), late, (left) => {
            const decoded = decode(left)
            if (decoded !== null) process.receive(end, decoded as Question)
          })
        }),
    }
  }

  return {
    socket,
    requests,
    attempts,
    cut(caller) {
      for (const wire of [...(wires.get(caller) ?? [])]) wire.cut()
    },
  }
}

/** Asks on a wire, as long as `signal` lets. */
function asking(
  wire: { isOpen(): boolean; ask(question: Record<string, unknown>): Promise<unknown> } | null,
  question: Record<string, unknown>,
  signal: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve) => {
    if (!wire?.isOpen() || signal.aborted) return resolve(null)
    const giveUp = () => resolve(null)
    signal.addEventListener('abort', giveUp, { once: true })
    wire.ask(question).then((answer) => {
      signal.removeEventListener('abort', giveUp)
      resolve(answer)
    }, giveUp)
  })
}

/** A message as it came; `null` where it cannot be read. */
function decode(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return null
  }
}
