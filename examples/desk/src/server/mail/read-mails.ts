import type { DeskParts } from '../desk-parts.js'
import { type Mail, type MailRow, mailOf } from './mail.js'

/** The latest mails as they would leave, for a demo whose letter box is a page. */
export async function readMails(
  { database, sites }: Pick<DeskParts, 'database' | 'sites'>,
  site: string,
  home: string,
): Promise<readonly Mail[]> {
  const rows = await database.query<MailRow>('select * from mails where site_id = $1 order by at desc, mail limit 50', [site])
  return Promise.all(rows.map((row) => mailOf(database, sites, home, row)))
}
