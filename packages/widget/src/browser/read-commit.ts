import { type Commit, initialState, type State } from '@shopbell/core'

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

const isCommit = shape({
  v: version,
  rev: count,
  owner: text,
  secret: text,
  outbox: text,
  n: count,
  seen: count,
  state: object,
  cursor: orNull(shape({ conversation: text, epoch: text, seq: count })),
  entries: listOf(shape({ id: text, turn: text, at: count, by: text, content: kind })),
  commands: listOf(command),
  failed: listOf(command),
  records: listOf(shape({ seq: count, at: count, by: text, fact: kind })),
})

/**
 * What a browser's storage gave back, if it is a commit of this version; else `null`. Any script of the page can write there,
 * and so can an older or a newer Shopbell. Where only the machine's state cannot be read, the story and what is known are kept,
 * and the conversation goes on at the menu, or with the person who has it.
 */
export function readCommit(stored: unknown): Commit | null {
  if (!isCommit(stored)) return null
  const commit = stored as Commit
  return isState(commit.state) ? commit : { ...commit, state: restarted(commit.state) }
}

function restarted({ facts, conversation, phase }: Partial<State>): State {
  const handed = phase === 'handed' && typeof conversation === 'string'
  // No flow has this name, so the machine restarts at the menu of the one that is here.
  const state: State = { ...initialState({ id: '', version: 0 }), phase: 'bot', facts: {} }
  const known = Object.fromEntries(Object.entries(facts ?? {}).filter(([, fact]) => isFact(fact)))
  return { ...state, facts: known, ...(handed ? { phase, conversation } : {}) }
}
