import type { DeskParts } from '../desk-parts.js'
import { type Mail, type MailRow, mailOf } from './mail.js'

/** Takes a mail to where it goes. Throws where it did not; `forGood` where trying again is no use. */
export type SendMail = (mail: Mail) => Promise<void>

/** The server of the recipient said no, and will say so again. */
export class RefusedForGood extends Error {}

/** How long a process has for one mail before another may take it up, in milliseconds. */
const LEASE = 120_000
/** Milliseconds until the next try, by how often it was tried: half a minute, two, eight … at most six hours. */
const waitAfter = (tries: number, random: number) => Math.min(6 * 60 * 60_000, 30_000 * 4 ** (tries - 1)) * (0.75 + random / 2)
const MOST_TRIES = 12

/**
 * Sends one mail that is due, whichever of the processes looks: it is taken by one of them (`skip locked`) for as long as sending may
 * last, and nobody else's before that is over. Answers whether there was one.
 */
export async function sendDueMail(
  { database, metrics, now, sites }: Pick<DeskParts, 'database' | 'metrics' | 'now' | 'sites'>,
  home: string,
  send: SendMail,
  onTrouble: (what: string, error: unknown) => void,
): Promise<boolean> {
  const [row] = await database.transaction((queries) =>
    queries.query<MailRow>(
      `update mails set due = $1::double precision + $2, tries = tries + 1
       where (site_id, mail) in (
         select site_id, mail from mails where sent is null and given_up is null and due <= $1
         order by due limit 1 for update skip locked)
       returning *`,
      [now(), LEASE],
    ),
  )
  if (!row) return false
  const settle = (column: 'sent' | 'given_up' | 'due', at: number) =>
    database.query(`update mails set ${column} = $3 where site_id = $1 and mail = $2`, [row.site_id, row.mail, at])
  try {
    await send(await mailOf(database, sites, home, row))
  } catch (error) {
    const isOver = error instanceof RefusedForGood || row.tries >= MOST_TRIES
    metrics.count('mails', isOver ? 'given_up' : 'later')
    onTrouble(isOver ? 'A mail could not be delivered and is given up.' : 'A mail could not be sent; it is tried again.', error)
    await settle(isOver ? 'given_up' : 'due', now() + (isOver ? 0 : waitAfter(row.tries, Math.random())))
    return true
  }
  metrics.count('mails', 'sent')
  // It has left, and a connection that was cut just now is not worth a copy of it.
  await settle('sent', now()).catch(() => settle('sent', now()))
  return true
}

/** Looks for mails every few seconds, and at once when told. */
export interface Postman {
  look(): void
  /** Finishes the mail in hand. */
  stop(): Promise<void>
}

const LOOK_EVERY = 5_000

export function createPostman(
  parts: Pick<DeskParts, 'database' | 'metrics' | 'now' | 'sites'>,
  home: string,
  send: SendMail,
  onTrouble: (what: string, error: unknown) => void,
): Postman {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  const sendAll = async () => {
    do {
      again = false
      while (!stopped && (await sendDueMail(parts, home, send, onTrouble)));
    } while (again && !stopped)
  }
  const look = () => {
    again = true
    if (stopped) return
    running ??= sendAll()
      .catch((error: unknown) => onTrouble('The mails could not be looked through.', error))
      .finally(() => {
        running = null
      })
  }
  const timer = setInterval(look, LOOK_EVERY)
  timer.unref()
  return {
    look,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
