import { type Commit, initialState, type State } from '@shopbell/core'
import { unpackLines } from './unpack-lines.js'

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const version: Check = (value) => value === 1
const list: Check = Array.isArray

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

/** An object whose fields pass these checks; it may have more. */
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(fields).every(([name, check]) => check((value as Readonly<Record<string, unknown>>)[name]))

const object = shape({})
const kind = shape({ kind: text })
const command = shape({ op: text, cmid: text, conversation: text, outbox: text, n: count })

const isFact = shape({ value: text, source: text, at: count })

const isState = shape({
  v: version,
  flow: text,
  phase: (value) => ['idle', 'bot', 'calling', 'review', 'handed'].includes(value as string),
  step: orNull(text),
  conversation: orNull(text),
  prompt: orNull(object),
  facts: object,
  tries: object,
  articles: list,
  tried: list,
})

/** Whose it is, and how far the outbox is: without these nothing else is of use. */
const isOwned = shape({ v: version, rev: count, owner: text, secret: text, outbox: text, n: count, seen: count, state: object })

const isSender = shape({ owner: text, secret: text })

const isEntry = shape({ id: text, turn: text, at: count, by: text, content: kind })
const isRecord = shape({ seq: count, at: count, by: text, fact: kind })
const isCursor = shape({ conversation: text, epoch: text, seq: count })

/** The items that can be read: what waits to be sent is not lost over a line that is broken. */
const readable = (items: unknown, check: Check) => (Array.isArray(items) ? items.filter((item) => check(item)) : [])

/**
 * What a browser's storage gave back, if it is a commit of this version; else `null`. Any script of the page can write there,
 * and so can an older or a newer Shopbell. Where only the machine's state cannot be read, the story and what is known are kept,
 * and the conversation goes on at the menu, or with the person who has it. Of lists, what can be read is kept; a copy of the desk's
 * log with a hole in it is fetched anew.
 */
export function readCommit(stored: unknown): Commit | null {
  if (!isOwned(stored)) return null
  const { sender, ...commit } = stored as Commit
  const records = unpackLines(commit.records)
  const whole = isCursor(commit.cursor) && listOf(isRecord)(records)
  return {
    ...commit,
    ...(isSender(sender) && { sender }),
    state: isState(commit.state) ? commit.state : restarted(commit.state),
    entries: readable(unpackLines(commit.entries), isEntry),
    commands: readable(commit.commands, command),
    failed: readable(commit.failed, command),
    cursor: whole ? commit.cursor : null,
    records: whole ? (records as Commit['records']) : [],
  }
}

function restarted({ facts, conversation, phase }: Partial<State>): State {
  const handed = phase === 'handed' && typeof conversation === 'string'
  // No flow has this name, so the machine restarts at the menu of the one that is here.
  const state: State = { ...initialState({ id: '', version: 0 }), phase: 'bot', facts: {} }
  const known = Object.fromEntries(Object.entries(facts ?? {}).filter(([, fact]) => isFact(fact)))
  return { ...state, facts: known, ...(handed ? { phase, conversation } : {}) }
}
