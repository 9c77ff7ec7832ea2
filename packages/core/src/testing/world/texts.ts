import type { Commit } from '../../conversation/commit.js'
import type { Content, Entry } from '../../conversation/entry.js'
import type { Command, LogFact, LogRecord } from '../../delivery/protocol.js'

const ofRecord = new WeakMap<LogRecord, readonly string[]>()
const ofCommand = new WeakMap<Command, readonly string[]>()
const ofEntries = new WeakMap<readonly Entry[], ReadonlySet<string>>()
const ofCommit = new WeakMap<Commit, ReadonlySet<string>>()

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
export function textsOfCommit(commit: Commit): ReadonlySet<string> {
  const known = ofCommit.get(commit) ?? gather(commit)
  ofCommit.set(commit, known)
  return known
}

/** A text as it is drawn. */
export function textOfContent(content: Content): string | null {
  return content.kind === 'text' ? content.text : null
}

function gather(commit: Commit): ReadonlySet<string> {
  const all = new Set(textsOfEntries(commit.entries))
  for (const command of [...commit.commands, ...commit.failed]) for (const text of textsOfCommand(command)) all.add(text)
  for (const record of commit.records) for (const text of textsOfRecord(record)) all.add(text)
  return all
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
