import type { Commit } from '@shopbell/core'

type Unknown = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isTextOrNull = (value: unknown) => value === null || isText(value)

const listOf = (value: unknown, check: (item: Unknown) => boolean) =>
  Array.isArray(value) && value.every((item) => isRecord(item) && check(item))

const isEntry = (entry: Unknown) =>
  isText(entry.id) &&
  isText(entry.turn) &&
  isCount(entry.at) &&
  isText(entry.by) &&
  isRecord(entry.content) &&
  isText(entry.content.kind)

const isCommand = (command: Unknown) =>
  isText(command.op) && isText(command.cmid) && isText(command.conversation) && isText(command.outbox) && isCount(command.n)

const isLogRecord = (record: Unknown) =>
  isCount(record.seq) && isCount(record.at) && isText(record.by) && isRecord(record.fact) && isText(record.fact.kind)

const isState = (state: unknown) =>
  isRecord(state) &&
  state.v === 1 &&
  isText(state.flow) &&
  isText(state.phase) &&
  isTextOrNull(state.step) &&
  isTextOrNull(state.conversation) &&
  (state.prompt === null || isRecord(state.prompt)) &&
  isRecord(state.facts) &&
  isRecord(state.tries) &&
  Array.isArray(state.articles) &&
  Array.isArray(state.tried)

const isCursor = (cursor: unknown) =>
  cursor === null || (isRecord(cursor) && isText(cursor.conversation) && isText(cursor.epoch) && isCount(cursor.seq))

/**
 * What a browser's storage gave back, if it is a commit of this version; else `null`. Any script of the page can write there,
 * and so can an older or a newer Shopbell.
 */
export function readCommit(stored: unknown): Commit | null {
  const fits =
    isRecord(stored) &&
    stored.v === 1 &&
    isCount(stored.rev) &&
    isText(stored.owner) &&
    isText(stored.secret) &&
    isText(stored.outbox) &&
    isCount(stored.n) &&
    isCount(stored.seen) &&
    isState(stored.state) &&
    isCursor(stored.cursor) &&
    listOf(stored.entries, isEntry) &&
    listOf(stored.commands, isCommand) &&
    listOf(stored.failed, isCommand) &&
    listOf(stored.records, isLogRecord)
  return fits ? (stored as unknown as Commit) : null
}
