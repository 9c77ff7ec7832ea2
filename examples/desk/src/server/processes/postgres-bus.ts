import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { fieldsOf } from '../parse.js'
import { newId } from '../secrets.js'
import type { Bus, Word } from './bus.js'

const CHANNEL = 'shopbell_desk'
/** PostgreSQL carries less than 8,000 bytes at once. */
const MOST_BYTES = 7_500
const MOST_WAITING = 2_000
/** Milliseconds between two tries to listen again. */
const AGAIN = 500

/**
 * Words over PostgreSQL's own LISTEN and NOTIFY, by the database that the processes share anyway. They are said after the commit and
 * on a connection of their own: a NOTIFY inside a transaction would make all commits wait for each other. A process that dies in
 * between has told nobody, and nothing is lost: the others' shoppers find out with the next `head`.
 *
 * Who only listens does not notice that the way has fallen silent: every `patience` milliseconds the server is asked whether it is
 * there, and has as long to say so.
 */
export async function openPostgresBus(
  url: string,
  onTrouble: (what: string, error: unknown) => void,
  patience = 10_000,
): Promise<Bus> {
  const self = newId()
  let heard: (word: Word) => void = () => undefined
  let missed: () => void = () => undefined
  let closed = false
  let client: pg.Client | null = null
  let drop: (error: unknown) => void = () => undefined
  let timer: NodeJS.Timeout | undefined
  let waiting: string[] = []
  let speaking: Promise<void> | null = null

  const open = async () => {
    const own = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: patience, keepAlive: true })
    const lost = (error?: unknown) => {
      own.removeAllListeners('notification')
      own.end().catch(() => undefined)
      if (client !== own) return
      client = null
      if (!closed) onTrouble('The other processes are not heard; listening again.', error ?? new Error('connection ended'))
      again()
    }
    own.on('error', lost)
    own.on('end', () => lost())
    own.on('notification', ({ payload }) => {
      for (const word of wordsOf(payload, self)) heard(word)
    })
    try {
      await own.connect()
      await own.query(`listen ${CHANNEL}`)
    } catch (error) {
      own.end().catch(() => undefined)
      throw error
    }
    if (closed) return void own.end().catch(() => undefined)
    client = own
    drop = lost
  }

  const again = () => {
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = undefined
      open().then(
        () => {
          // What was said meanwhile was not heard here.
          if (!closed) missed()
          speak()
        },
        () => again(),
      )
    }, AGAIN)
    timer.unref()
  }

  const speak = () => {
    speaking ??= sayAll().finally(() => {
      speaking = null
    })
  }

  /** One call at a time; what is said meanwhile goes out together with the next. */
  const sayAll = async () => {
    while (client && waiting.length > 0) {
      const [payload, rest] = fill(self, waiting)
      waiting = rest
      try {
        await client.query('select pg_notify($1, $2)', [CHANNEL, payload])
      } catch (error) {
        // Lost with the connection; the next `head` says the same.
        drop(error)
      }
    }
  }

  await open()
  const asking = setInterval(() => client?.query('select 1').catch(drop), patience)
  asking.unref()
  return {
    say(word) {
      waiting.push(JSON.stringify(word))
      // With nobody to carry them, the oldest are old news by now.
      if (waiting.length > MOST_WAITING) waiting = waiting.slice(-MOST_WAITING / 2)
      speak()
    },
    hear(onWord, onMissed) {
      heard = onWord
      missed = onMissed
    },
    async close() {
      closed = true
      clearTimeout(timer)
      clearInterval(asking)
      await speaking
      await sayAll()
      await Promise.race([client?.end().catch(() => undefined), pause(patience, undefined, { ref: false })])
    },
  }
}

/** As many words as fit, and the others. A word that fits nowhere is left out. */
function fill(self: string, words: readonly string[]): [string, string[]] {
  let length = self.length + 20
  let count = 0
  for (const word of words) {
    const bytes = Buffer.byteLength(word) + 1
    if (count > 0 && length + bytes > MOST_BYTES) break
    length += bytes
    count += 1
  }
  const said = words.slice(0, count).filter((word) => Buffer.byteLength(word) + self.length + 20 <= MOST_BYTES)
  return [`{"from":"${self}","words":[${said.join(',')}]}`, words.slice(count)]
}

/** What another process has said. The channel is the database's own: who may write to it may write to the log. */
function wordsOf(payload: string | undefined, self: string): readonly Word[] {
  try {
    const read = fieldsOf(JSON.parse(payload ?? ''))
    const words = read('words')
    return read('from') !== self && Array.isArray(words) ? (words as Word[]) : []
  } catch {
    return []
  }
}
