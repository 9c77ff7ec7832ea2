import type { Id, RejectCode, Verdict } from '@shopbell/core'
import { crashPoint } from '../crash-points.js'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import type { Change } from '../log/news.js'
import { type Accepted, acceptOp } from './accept-op.js'
import { authenticate, BUSY_FOR, type Caller, type Claim, opens } from './authenticate.js'
import { useLinkSessions } from './link-session.js'
import { type Envelope, parseEnvelope, parseOp } from './parse-command.js'

/** What a transaction decided: the answer, and what to tell others once it is committed. */
interface Decision {
  readonly verdict: Verdict
  readonly change?: Change
}

/** A verdict that says *try again* and must leave nothing behind: it rolls the transaction back. */
class Later extends Error {
  constructor(readonly verdict: Verdict) {
    super('later')
  }
}

/**
 * The eight rules for a command, in one database transaction and in this order. Both wires come here, so they can be exchanged in
 * the middle of a queue. Throws `Malformed` only where the command's label cannot be read.
 *
 * The owner's row is locked first: commands of one shopper are decided one after the other, whichever tab or wire brought them.
 */
export async function submit(parts: DeskParts, claim: Caller, value: unknown): Promise<Verdict> {
  const verdict = await answer(parts, claim, value)
  parts.metrics.count('commands', verdict.t)
  return verdict
}

async function answer(parts: DeskParts, claim: Caller, value: unknown): Promise<Verdict> {
  const envelope = parseEnvelope(value)
  let decision: Decision
  try {
    crashPoint('before-transaction')
    decision = await parts.database.transaction(async (queries) => {
      const decided = await decide(parts, queries, claim, envelope, value)
      crashPoint('before-commit')
      return decided
    })
    crashPoint('after-commit')
  } catch (error) {
    if (error instanceof Later) return error.verdict
    // Whatever the database's trouble is, nothing was stored, and the same command may come again.
    return { t: 'retry', code: 'unavailable', after: 2_000 }
  }
  // Rule 6: only now, after COMMIT, does anybody hear of it.
  if (decision.change) parts.news.committed(decision.change)
  crashPoint('before-answer')
  return decision.verdict
}

async function decide(parts: DeskParts, queries: Queries, claim: Caller, envelope: Envelope, value: unknown): Promise<Decision> {
  const { site, owner } = claim
  const { cmid, outbox, n, hash } = envelope

  // Rule 1: who is it?
  const access = await authenticate(queries, claim, parts.now(), true)
  if (access === 'busy') return { verdict: { t: 'retry', code: 'rate_limited', after: BUSY_FOR } }
  if (access === 'required') return { verdict: { t: 'auth', code: access } }

  if (access.only) await useLinkSessions(queries, [claim], parts.now())

  // Rule 2: decided before? Keyed by owner, never by session: sessions end, verdicts stay.
  const known = await findVerdict(queries, site, owner, cmid)
  if (known) {
    // Said by the shopper elsewhere: nothing is told of it to who came by a mailed link.
    if (known.verdict.t === 'committed' && !opens(access, known.verdict.conversation))
      return { verdict: { t: 'rejected', cmid, code: 'forbidden' } }
    if (known.hash === DISCARDED) return { verdict: { t: 'rejected', cmid, code: 'stale' } }
    if (known.hash !== hash) return { verdict: { t: 'rejected', cmid, code: 'conflict' } }
    // Known from another outbox: its number in this one is used up all the same, or what follows would wait for it.
    if (n === (await readHead(queries, site, owner, outbox)) + 1) await moveHead(queries, claim, envelope)
    return { verdict: known.verdict.t === 'committed' ? { ...known.verdict, dup: true } : known.verdict }
  }

  // Rule 3: is it this one's turn?
  const head = await readHead(queries, site, owner, outbox)
  if (n > head + 1) return { verdict: { t: 'retry', code: 'gap', expectedN: head + 1 } }
  if (n <= head) return { verdict: { t: 'rejected', cmid, code: 'stale' } }

  // Before anything is looked into or written: what will be refused costs as much as what will be taken.
  const wait = parts.messages.take(`${site}/${owner}`)
  if (wait > 0) return { verdict: { t: 'retry', code: 'rate_limited', after: wait } }

  // Rule 4: a refusal for good takes its number, so that the next command goes on.
  const refuse = async (code: RejectCode): Promise<Decision> => {
    const verdict: Verdict = { t: 'rejected', cmid, code }
    await settle(parts, queries, claim, envelope, verdict, null)
    return { verdict }
  }
  const parsed = parseOp(value, envelope)
  if ('refused' in parsed) return refuse(parsed.refused)

  // `skip` (rule 7): the number is used up, and a late copy of what was discarded finds a stone in its place.
  if (parsed.op.op === 'skip') {
    const skipped = await findVerdict(queries, site, owner, parsed.op.skips)
    if (skipped?.verdict.t === 'committed') return refuse('stale')
    await storeVerdict(
      parts,
      queries,
      claim,
      parsed.op.skips,
      DISCARDED,
      { t: 'rejected', cmid: parsed.op.skips, code: 'stale' },
      null,
    )
    const verdict: Verdict = { t: 'committed', cmid, conversation: envelope.conversation, seq: 0, at: parts.now(), dup: false }
    await settle(parts, queries, claim, envelope, verdict, null)
    return { verdict }
  }

  // Rule 5: accept.
  const accepted: Accepted = await acceptOp(parts, queries, { ...claim, ...access }, envelope, parsed.op)
  if ('refused' in accepted) return refuse(accepted.refused)
  if ('later' in accepted) throw new Later({ t: 'retry', code: 'rate_limited', after: accepted.later })
  const verdict: Verdict = {
    t: 'committed',
    cmid,
    conversation: accepted.change.conversation,
    seq: accepted.seq,
    at: parts.now(),
    dup: false,
  }
  await settle(parts, queries, claim, envelope, verdict, accepted.change.conversation)
  return { verdict, change: accepted.change }
}

/** In place of a payload's hash: whatever the payload was, its shopper has thrown it away. */
const DISCARDED = 'discarded'

async function settle(
  parts: DeskParts,
  queries: Queries,
  claim: Claim,
  envelope: Envelope,
  verdict: Verdict,
  conversation: Id | null,
) {
  await moveHead(queries, claim, envelope)
  await storeVerdict(parts, queries, claim, envelope.cmid, envelope.hash, verdict, conversation)
}

async function moveHead(queries: Queries, { site, owner }: Claim, { outbox, n }: Envelope): Promise<void> {
  await queries.query('update outboxes set head = $4 where site_id = $1 and owner = $2 and outbox = $3', [site, owner, outbox, n])
}

async function storeVerdict(
  parts: DeskParts,
  queries: Queries,
  { site, owner }: Claim,
  cmid: Id,
  hash: string,
  verdict: Verdict,
  conversation: Id | null,
): Promise<void> {
  await queries.query(
    `insert into verdicts (site_id, owner, cmid, hash, verdict, conversation, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (site_id, owner, cmid) do update set hash = $4, verdict = $5`,
    [site, owner, cmid, hash, JSON.stringify(verdict), conversation, parts.now()],
  )
}

/** The verdict on a command that was decided before. */
async function findVerdict(
  queries: Queries,
  site: string,
  owner: Id,
  cmid: Id,
): Promise<{ readonly hash: string; readonly verdict: Verdict } | undefined> {
  const [row] = await queries.query<{ hash: string; verdict: string }>(
    'select hash, verdict from verdicts where site_id = $1 and owner = $2 and cmid = $3',
    [site, owner, cmid],
  )
  return row && { hash: row.hash, verdict: JSON.parse(row.verdict) as Verdict }
}

/** The verdicts on those of many commands that were decided before, in one look. */
export async function findVerdicts(
  queries: Queries,
  site: string,
  owner: Id,
  cmids: readonly Id[],
): Promise<ReadonlyMap<Id, Verdict>> {
  if (cmids.length === 0) return new Map()
  const rows = await queries.query<{ cmid: Id; verdict: string }>(
    `select cmid, verdict from verdicts
     where site_id = $1 and owner = $2 and cmid in (select json_array_elements_text($3::json))`,
    [site, owner, JSON.stringify(cmids)],
  )
  return new Map(rows.map(({ cmid, verdict }) => [cmid, JSON.parse(verdict) as Verdict]))
}

/** The number of the last command of an outbox that was decided. */
export async function readHead(queries: Queries, site: string, owner: Id, outbox: Id): Promise<number> {
  await queries.query('insert into outboxes (site_id, owner, outbox) values ($1, $2, $3) on conflict do nothing', [
    site,
    owner,
    outbox,
  ])
  const [row] = await queries.query<{ head: number }>(
    'select head from outboxes where site_id = $1 and owner = $2 and outbox = $3',
    [site, owner, outbox],
  )
  return row?.head ?? 0
}
