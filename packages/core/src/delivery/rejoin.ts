import type { Commit, Waiting } from '../conversation/commit.js'
import { applyPage, archiveLog, lineId, NO_EPOCH } from './log.js'
import { withoutApplied } from './outbox.js'
import type { Command } from './protocol.js'

/**
 * What the store holds and what a tab has kept apart from it, because the store did not answer for a while: one commit that follows
 * both. Nothing that was said is lost and nothing stands there twice; whose conversation goes on goes first, and the other's
 * lines come behind. What waits is counted anew behind what waits there. What was sent stays what it is, with its number, until a log
 * shows it or the desk has answered for it once more: that a line was sent is never taken back here, and that it is still at the desk
 * nobody can know here, since a restore may have come before either had read its log. Where the conversation that goes on is its own,
 * the log is asked (`withoutLost`); where it is not, the line itself goes again (`nextCommand`), and the desk, which knows by its name
 * whether it has it, takes it once.
 */
export function rejoin(held: Commit, apart: Commit): Commit {
  const [first, second] = standing(apart, held) > standing(held, apart) ? [apart, held] : [held, apart]
  const isSame = isSameLog(first, second)
  const hasMore = isSame
    ? (second.cursor?.seq ?? 0) > (first.cursor?.seq ?? 0)
    : !first.cursor && second.cursor !== null && second.cursor.conversation === first.state.conversation
  const { cursor, records, state } = hasMore ? second : first
  const other = isSame || hasMore ? second : leftBehind(second, first)
  // The log's lines, which must not come again as what waits, or as the story of one that had left this conversation already.
  const said = new Set(records.map((record) => lineId(record, cursor?.conversation ?? '')))
  const names = new Set([...said, ...[...first.commands, ...first.failed].map(({ cmid }) => cmid)])
  const isNew = ({ cmid }: Command) => !names.has(cmid)
  // Said in a conversation that one has read and left, which the other has never read: it is part of the story, and waits no more.
  const told = new Set([...first.entries, ...other.entries].map(({ id }) => id))
  const isOver = ({ cmid, conversation }: Waiting, { cursor: own }: Commit) =>
    told.has(cmid) && conversation !== own?.conversation
  const isHere = ({ conversation }: Waiting) => conversation === state.conversation
  // An `open` that waits may join what goes on, and what follows it comes along: its end is not meant for that.
  const opens = new Set(other.commands.map(({ cmid, seq }) => (seq === undefined ? cmid : '')))
  const isAside = ({ op, conversation }: Waiting) => (op === 'close' || op === 'defer') && opens.has(conversation)
  let { n } = first
  const waiting = other.commands
    .filter((command) => isNew(command) && (isHere(command) || !(isAside(command) || isOver(command, second))))
    .map((command) =>
      command.seq === undefined
        ? { ...command, outbox: first.outbox, n: n++, ...(told.has(command.cmid) && { seq: 0 }) }
        : command,
    )
  // That a line was sent is not forgotten, where it is known of the log that both read.
  const sent = new Map(isSame || hasMore || !second.cursor ? second.commands.map(({ cmid, seq }) => [cmid, seq]) : [])
  const waits = first.commands.filter((command) => command.seq !== undefined || !isOver(command, first))
  const known = waits.map((command) => {
    // What is part of the other's story was sent, though not as what: only the desk can say.
    const seq = command.seq ?? sent.get(command.cmid) ?? (told.has(command.cmid) ? 0 : undefined)
    return seq === undefined ? command : { ...command, seq }
  })
  const all = [...known, ...waiting]
  // Of a long log only the end is kept: what was sent before that was read, and no page will show it again.
  const isRead = ({ seq, conversation }: Waiting) =>
    isSame && seq && cursor?.conversation === conversation && seq <= cursor.seq && !records.some((record) => record.seq === seq)
  const commands = cursor ? withoutApplied(all, said).filter((command) => !isRead(command)) : all
  const failed = [...first.failed, ...other.failed.filter(isNew)].filter(({ cmid }) => !said.has(cmid))
  const elsewhere = new Set([...said, ...[...commands, ...failed].map(({ cmid }) => cmid)])
  const entries = [...first.entries, ...other.entries].filter(({ id }) => !elsewhere.has(id) && elsewhere.add(id))
  return {
    ...first,
    state,
    // Newer than either, so that the tab takes it for news.
    rev: Math.max(held.rev, apart.rev) + 1,
    n,
    entries,
    commands,
    failed,
    cursor,
    records,
    seen: isSame ? Math.max(first.seen, second.seen) : (hasMore ? second : first).seen,
  }
}

/**
 * A conversation that goes on before one that is over, and that before none; of two that go on, the one that the desk has told of. Of
 * two that it has told of, the one that it opened last: an owner has one open conversation, so the other is over, and nobody has
 * heard of it there. Times of two epochs do not say which was last, since a restore may lie between them.
 */
function standing({ state, cursor, records }: Commit, other: Commit): number {
  if (state.conversation === null) return 0
  if (state.log === 'closed') return 1
  if (!cursor) return 2
  return cursor.epoch === other.cursor?.epoch ? (records[0]?.at ?? 3) : 3
}

function isSameLog({ cursor: one }: Commit, { cursor: other }: Commit): boolean {
  return one !== null && one.conversation === other?.conversation && one.epoch === other.epoch
}

/**
 * The commit once it has left its log for that of `first`: its lines become part of the story. Where a restore may lie between the
 * two logs, the desk may have lost what was said in it: it is queued again, and the desk knows by its name what it has.
 */
function leftBehind(second: Commit, { cursor, state }: Commit): Commit {
  const archived = archiveLog(second)
  const { conversation } = state
  if (!second.cursor || !conversation || second.cursor.epoch === cursor?.epoch) return archived
  if (second.state.log === 'closed' || state.log === 'closed') return archived
  const page = { conversation: second.cursor.conversation, epoch: cursor?.epoch ?? NO_EPOCH, records: [], head: 0, reset: true }
  const { commands } = applyPage(second, page, second.outbox).commit
  const again = page.conversation === conversation ? commands : commands.filter(({ op }) => op === 'message')
  const left = archived.commands.filter((command) => !again.some(({ cmid }) => cmid === command.cmid))
  return { ...archived, commands: [...left, ...again.map((command) => ({ ...command, conversation }))] }
}
