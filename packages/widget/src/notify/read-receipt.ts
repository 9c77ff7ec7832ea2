import type { Sender } from '@shopbell/core'
import { unpackLines } from '../browser/unpack-lines.js'
import { type StoredEntry, storedHere } from '../page/stored-here.js'

/** What is stored of a shopper: how much, never what. */
export interface Receipt {
  /** Lines of the conversation that this browser keeps, and messages that wait to be sent. */
  readonly lines: number
  readonly waiting: number
  /** Other entries of this browser. */
  readonly entries: readonly StoredEntry[]
  /** Something has gone to the desk. */
  readonly sent: boolean
  /** What proves to the desk whose it is; for deleting it there. */
  readonly sender: Sender | null
}

/** Looks at what this browser keeps for `site`. Looking leaves nothing behind. */
export async function readReceipt(site: string): Promise<Receipt> {
  const kept = await readKept(site).catch(() => null)
  const { entries, records, commands, owner, secret, outbox, state } = Object(kept)
  const count = (kept: unknown) => {
    const list = unpackLines(kept)
    return Array.isArray(list) ? list.length : 0
  }
  const known = [owner, secret, outbox].every((one) => typeof one === 'string')
  return {
    lines: count(entries) + count(records),
    waiting: count(commands),
    entries: storedHere(site),
    sent: Object(state).conversation != null || count(records) > 0,
    sender: known ? { site, owner, secret, outbox } : null,
  }
}

async function readKept(site: string): Promise<unknown> {
  const name = `shopbell:${site}`
  const known = await indexedDB.databases?.()
  if (known && !known.some((one) => one.name === name)) return null
  return new Promise((resolve) => {
    const opening = indexedDB.open(name)
    // It did not exist, and must not come to be by being looked for.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = () => resolve(null)
    opening.onsuccess = () => {
      const database = opening.result
      const request = database.transaction('conversation').objectStore('conversation').get('commit')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
      database.close()
    }
  })
}
