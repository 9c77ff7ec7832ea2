import type { Row } from './database.js'
import type { Reply } from './node-agent.js'
import type { NodeShopper } from './node-shopper.js'

/** What must not happen, and what was seen of it. */
export interface Verdicts {
  /** Shown as sent, and not in the database. */
  readonly falseSent: readonly string[]
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  readonly disorder: readonly string[]
  /** A screen that contradicts itself or the log. */
  readonly untrue: readonly string[]
}

export type Finding = keyof Verdicts

/** Nothing was found. */
export const NONE: Verdicts = { falseSent: [], lost: [], twice: [], disorder: [], untrue: [] }

/** How many findings there are, of all kinds. */
export const countOf = (verdicts: Verdicts): number => Object.values(verdicts).reduce((sum, list) => sum + list.length, 0)

/** Two judgements as one. */
export function together(one: Verdicts, other: Verdicts): Verdicts {
  return {
    falseSent: [...one.falseSent, ...other.falseSent],
    lost: [...one.lost, ...other.lost],
    twice: [...one.twice, ...other.twice],
    disorder: [...one.disorder, ...other.disorder],
    untrue: [...one.untrue, ...other.untrue],
  }
}

/** Compares what shoppers meant, what the database has and what every screen shows. `delivered`: all had time to arrive. */
export async function judge(
  shoppers: readonly NodeShopper[],
  replies: readonly Reply[],
  rows: readonly Row[],
  delivered: boolean,
): Promise<Verdicts> {
  const found: Record<Finding, string[]> = { falseSent: [], lost: [], twice: [], disorder: [], untrue: [] }
  const byOwner = grouped(rows, 'owner')
  for (const shopper of shoppers) {
    const own = byOwner.get(await shopper.owner()) ?? []
    judgeShopper(shopper, own, delivered, found)
  }
  for (const log of grouped(rows, 'conversation').values()) judgeLog(log, found)
  judgeReplies(replies, rows, found)
  return found
}

function judgeShopper(shopper: NodeShopper, own: readonly Row[], delivered: boolean, found: Record<Finding, string[]>): void {
  const texts = own.flatMap(({ author, fact }) => (author === 'shopper' && fact.kind === 'text' ? [fact.text ?? ''] : []))
  const has = new Set(texts)
  const failed = new Set(shopper.failed())
  found.falseSent.push(...[...shopper.sent].filter((text) => !has.has(text)))
  found.untrue.push(...shopper.contradictions.map((what) => `${shopper.name} ${what}`))
  if (has.size < texts.length) found.twice.push(...texts.filter((text, at) => texts.indexOf(text) !== at))
  const meant = shopper.said.filter((text) => has.has(text))
  if (meant.join('\n') !== [...has].join('\n')) found.disorder.push(`${shopper.name}: ${firstDifference(meant, [...has])}`)
  const openings = own.filter(({ author, fact }) => author === 'shopper' && fact.kind === 'opened').length
  if (openings > 1) found.twice.push(`${shopper.name} opened ${openings} times`)
  if (!delivered) return

  const files = own.filter(({ fact }) => fact.kind === 'file').length
  if (files < shopper.attached) found.lost.push(`${shopper.name}: ${shopper.attached - files} pictures`)
  if (files > shopper.attached) found.twice.push(`${shopper.name}: ${files - shopper.attached} pictures too many`)
  found.lost.push(...shopper.said.filter((text) => !has.has(text) && !failed.has(text)))
  if (!shopper.isDone()) found.untrue.push(`${shopper.name} still shows something as waiting`)
  const logged = own.flatMap(({ author, fact }) =>
    fact.kind === 'text' && (author === 'shopper' || author === 'agent') ? [fact.text ?? ''] : [],
  )
  // A device keeps the end of a long log; what it shows of it must be that end.
  const shown = shopper.shown().map(({ text }) => text)
  const visible = shown.filter((text) => !failed.has(text))
  const end = logged.slice(-Math.max(visible.length, 1))
  if (visible.length < Math.min(logged.length, 100) || visible.join('\n') !== end.join('\n'))
    found.untrue.push(`${shopper.name} does not show the log: ${firstDifference(end, visible)}`)
}

function judgeLog(log: readonly Row[], found: Record<Finding, string[]>): void {
  const [first] = log
  if (!first) return
  const gap = log.findIndex(({ seq }, at) => seq !== at + 1)
  if (gap !== -1) found.disorder.push(`${first.conversation} has no record ${gap + 1}`)
  if (log.length !== first.last_seq) found.lost.push(`${first.conversation} counts ${first.last_seq} and has ${log.length}`)
}

function judgeReplies(replies: readonly Reply[], rows: readonly Row[], found: Record<Finding, string[]>): void {
  const texts = rows.flatMap(({ author, fact }) => (author === 'agent' && fact.kind === 'text' ? [fact.text ?? ''] : []))
  const has = new Set(texts)
  found.lost.push(...replies.filter(({ taken, text }) => taken && !has.has(text)).map(({ text }) => text))
  if (has.size < texts.length) found.twice.push(...texts.filter((text, at) => texts.indexOf(text) !== at))
}

function firstDifference(wanted: readonly string[], got: readonly string[]): string {
  const at = wanted.findIndex((text, index) => got[index] !== text)
  const place = at === -1 ? wanted.length : at
  return `line ${place + 1} of ${wanted.length} is ${quoted(got[place])} instead of ${quoted(wanted[place])}`
}

const quoted = (text: string | undefined) => (text === undefined ? 'nothing' : `"${text}"`)

function grouped(rows: readonly Row[], by: 'owner' | 'conversation'): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row[by])
    if (group) group.push(row)
    else groups.set(row[by], [row])
  }
  return groups
}
