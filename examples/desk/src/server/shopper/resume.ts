import type { Id } from '@shopbell/core'
import type { DeskParts } from '../desk-parts.js'
import { notFound, Refusal } from '../http/refusal.js'
import { findConversation } from '../log/conversation.js'
import { readLinkKey, verifyResume } from '../mail/resume-link.js'
import { asText, fieldsOf } from '../parse.js'
import { newSecret, sha256 } from '../secrets.js'

/** What a resume link is exchanged for: a session of its own that opens this one conversation and those that follow from it. */
export interface Resumed {
  readonly owner: Id
  readonly secret: string
  readonly conversation: Id
}

/**
 * Exchanges the token of a mailed link, once and within its time. A forged one, one of another site and one for something that is
 * not there are the same answer; what was good once says why it is not any more.
 */
export async function resume(
  { database, now }: Pick<DeskParts, 'database' | 'now'>,
  site: string,
  value: unknown,
): Promise<Resumed> {
  const token = asText(fieldsOf(value)('token'), 300)
  return database.transaction(async (queries) => {
    const said = verifyResume(await readLinkKey(queries, site), site, token)
    if (!said) throw notFound()
    const conversation = await findConversation(queries, site, said.conversation)
    if (!conversation) throw notFound()
    if (said.expires <= now()) throw new Refusal(410, { error: 'expired' })
    const secret = newSecret()
    // The first one writes the line; the second, at the same moment even, finds it there.
    const rows = await queries.query(
      `insert into resumed (site_id, nonce, owner, secret_hash, conversations, at, used) values ($1, $2, $3, $4, $5, $6, $6)
       on conflict (site_id, nonce) do nothing returning nonce`,
      [site, said.nonce, conversation.owner, sha256(secret), JSON.stringify([conversation.conversation]), now()],
    )
    if (rows.length === 0) throw new Refusal(410, { error: 'used' })
    return { owner: conversation.owner, secret, conversation: conversation.conversation }
  })
}
