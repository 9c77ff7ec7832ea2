import type { Commit } from '../../conversation/commit.js'
import type { Content, Entry } from '../../conversation/entry.js'
import type { Command, LogFact, LogRecord } from '../../delivery/protocol.js'

const ofRecord = new WeakMap<LogRecord, readonly string[]>()
const ofCommand = new WeakMap<Command, readonly string[]>()
const ofEntries = new WeakMap<readonly Entry[], ReadonlySet<string>>()

/** The shopper's own texts in a record, those of a packet's story included. */
export function textsOfRecord(record: LogRecord): readonly string[] {
  const known = ofRecord.get(record) ?? textsOfFact(record.fact, record.by === 'shopper')
  ofRecord.set(record, known)
  return known
}

/** The shopper's own texts in a command. */
export function textsOfCommand(command: Command): readonly string[] {
  const known = ofCommand.get(command) ?? textsOfOp(command)
  ofCommand.set(command, known)
  return known
}

/** The shopper's own texts in a story. */
export function textsOfEntries(entries: readonly Entry[]): ReadonlySet<string> {
  const known = ofEntries.get(entries) ?? new Set(entries.flatMap(textsOfEntry))
  ofEntries.set(entries, known)
  return known
}

/** Every own text that a commit holds, wherever. */
export function textsOfCommit({ entries, commands, failed, records }: Commit): ReadonlySet<string> {
  return new Set([
    ...textsOfEntries(entries),
    ...[...commands, ...failed].flatMap(textsOfCommand),
    ...records.flatMap(textsOfRecord),
  ])
}

/** Whether a commit holds an own text, wherever. What waits is looked at first: there it is, mostly. */
export function holdsText({ entries, commands, failed, records }: Commit, text: string): boolean {
  for (const command of commands) if (textsOfCommand(command).includes(text)) return true
  for (const command of failed) if (textsOfCommand(command).includes(text)) return true
  if (textsOfEntries(entries).has(text)) return true
  for (let last = records.length - 1; last >= 0; last--) {
    const record = records[last]
    if (record && textsOfRecord(record).includes(text)) return true
  }
  return false
}

/** A text as it is drawn. */
export function textOfContent(content: Content): string | null {
  return content.kind === 'text' ? content.text : null
}

function textsOfEntry({ by, content }: Entry): readonly string[] {
  const text = by === 'shopper' ? textOfContent(content) : null
  return text === null ? [] : [text]
}

function textsOfOp(command: Command): readonly string[] {
  if (command.op === 'open') return command.packet.story.flatMap(textsOfEntry)
  const text = command.op === 'message' ? textOfContent(command.content) : null
  return text === null ? [] : [text]
}

function textsOfFact(fact: LogFact, own: boolean): readonly string[] {
  if (fact.kind === 'opened') return fact.packet.story.flatMap(textsOfEntry)
  return own && fact.kind === 'text' ? [fact.text] : []
}
