import type { Id } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import type { Sites } from '../sites.js'
import { LINK_HERE } from './queue-mail.js'
import { LINK_LASTS, readLinkKey, signResume } from './resume-link.js'

/** A mail as it leaves: plain text to one address. `id` is the same at every try, so that a copy can be told. */
export interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A mail as the database has it. */
export interface MailRow {
  readonly site_id: string
  readonly mail: Id
  readonly conversation: Id
  readonly page: string | null
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly at: number
  readonly tries: number
}

/** Writes out a mail, with its link. `home` is where the shop is, for who was on no page of it. */
export async function mailOf(queries: Queries, sites: Sites, home: string, row: MailRow): Promise<Mail> {
  const link = await linkOf(queries, sites, home, row)
  const text = row.body.replace(LINK_HERE, () => `Read it and write back here, once, within 14 days:\n${link}`)
  return { id: `${row.mail}@${new URL(home).hostname}`, to: row.recipient, subject: row.subject, text }
}

/** In the fragment, which browsers send to no server and name to no other page. */
async function linkOf(queries: Queries, sites: Sites, home: string, row: MailRow): Promise<string> {
  const key = await readLinkKey(queries, row.site_id)
  const expires = row.at + LINK_LASTS
  const token = signResume(key, row.site_id, { conversation: row.conversation, nonce: row.mail, expires })
  return `${pageOf(sites, home, row)}#shopbell-resume=${token}`
}

/** The page where the shopper asked, if it is one of the shop's: what their browser said of it is only their word. */
function pageOf(sites: Sites, home: string, { site_id, page }: MailRow): string {
  try {
    const url = new URL(page ?? '')
    if (sites.allows(url.origin, undefined, site_id)) return url.origin + url.pathname
  } catch {
    // No page, or none that is one.
  }
  return home
}
