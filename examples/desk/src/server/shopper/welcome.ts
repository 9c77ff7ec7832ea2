import { type Hello, type Page, PROTOCOL, type Refused, type Verdict, type Welcome } from '@shopbell/core'
import { pageOfNone } from '@shopbell/core/desk'
import { crashPoint } from '../crash-points.js'
import type { DeskParts } from '../desk-parts.js'
import { type Conversation, findConversation } from '../log/conversation.js'
import { pageAfter, pageBefore } from '../log/read-log.js'
import { asId, asInteger, asList, fieldsOf, Malformed } from '../parse.js'
import { authenticate, type Caller, opens, parseClaim, refusalOf } from './authenticate.js'
import { findVerdicts, readHead } from './submit.js'

/** Reads a hello. Throws `Malformed`, except for another version of the protocol: that has an answer. */
export function parseHello(value: unknown): Hello | Refused {
  const read = fieldsOf(value)
  if (read('v') !== PROTOCOL) return { t: 'refused', code: 'upgrade' }
  const sender = read('sender')
  return {
    v: PROTOCOL,
    sender: { ...parseClaim(sender), outbox: asId(fieldsOf(sender)('outbox')) },
    tab: asId(read('tab')),
    cursors: asList(read('cursors'), 50, parseCursor),
    pending: asList(read('pending'), 200, (item) => {
      const pending = fieldsOf(item)
      return { cmid: asId(pending('cmid')), n: asInteger(pending('n'), 1, 2_000_000_000) }
    }),
  }
}

function parseCursor(value: unknown) {
  const read = fieldsOf(value)
  return { conversation: asId(read('conversation')), epoch: asId(read('epoch')), seq: asInteger(read('seq'), 0, 2_000_000_000) }
}

/** Answers a hello: what became of the pending commands, which records were missed, and which number comes next. */
export async function welcome(parts: DeskParts, claim: Caller, value: unknown): Promise<Welcome | Refused> {
  const hello = parseHello(value)
  if ('t' in hello) return hello
  const { sender } = hello
  if (sender.site !== claim.site || sender.owner !== claim.owner || sender.secret !== claim.secret)
    return { t: 'refused', code: 'auth' }
  const { site, owner } = claim
  try {
    return await parts.database.transaction(async (queries): Promise<Welcome | Refused> => {
      const access = await authenticate(queries, claim, parts.now())
      if (typeof access === 'string') return refusalOf(access)
      const verdicts: Verdict[] = []
      const wanted = new Map(hello.cursors.map((cursor) => [cursor.conversation, cursor]))
      const fresh = (conversation: string) => wanted.get(conversation) ?? { conversation, epoch: '', seq: 0 }
      const decided = await findVerdicts(
        queries,
        site,
        owner,
        hello.pending.map(({ cmid }) => cmid),
      )
      for (const { cmid } of hello.pending) {
        const verdict = decided.get(cmid)
        if (!verdict || (verdict.t === 'committed' && !opens(access, verdict.conversation))) continue
        verdicts.push(verdict.t === 'committed' ? { ...verdict, dup: true } : verdict)
        if (verdict.t === 'committed') wanted.set(verdict.conversation, fresh(verdict.conversation))
      }
      const open = await queries.query<Conversation>(
        `select * from conversations where site_id = $1 and owner = $2 and status <> 'closed'`,
        [site, owner],
      )
      for (const { conversation } of open) wanted.set(conversation, fresh(conversation))
      const pages: Page[] = []
      for (const cursor of wanted.values()) {
        const conversation = await findConversation(queries, site, cursor.conversation)
        if (conversation?.owner !== owner || !opens(access, conversation.conversation)) {
          if (cursor.seq > 0) pages.push(pageOfNone(cursor))
          continue
        }
        // Who has nothing of it yet has nothing to throw away.
        const epoch = cursor.epoch === '' ? conversation.epoch : cursor.epoch
        pages.push(await pageAfter(queries, conversation, { epoch, seq: cursor.seq }))
      }
      const expectedN = (await readHead(queries, site, owner, sender.outbox)) + 1
      crashPoint('before-welcome')
      return { t: 'welcome', verdicts, pages, expectedN, now: parts.now() }
    })
  } catch (error) {
    if (error instanceof Malformed) throw error
    return { t: 'refused', code: 'unavailable', after: 2_000 }
  }
}

/** A page of the log, by cursor. Somebody else's conversation and none at all are the same answer. */
export async function readPage(parts: DeskParts, claim: Caller, value: unknown): Promise<Page | Refused> {
  const read = fieldsOf(value)
  const after = read('after')
  const cursor = parseCursor(after ?? read('before'))
  try {
    return await parts.database.transaction(async (queries): Promise<Page | Refused> => {
      const access = await authenticate(queries, claim, parts.now())
      if (typeof access === 'string') return refusalOf(access)
      const conversation = await findConversation(queries, claim.site, cursor.conversation)
      if (conversation?.owner !== claim.owner || !opens(access, conversation.conversation)) return pageOfNone(cursor)
      crashPoint('during-page')
      return after === undefined ? pageBefore(queries, conversation, cursor) : pageAfter(queries, conversation, cursor)
    })
  } catch {
    return { t: 'refused', code: 'unavailable', after: 2_000 }
  }
}
