import { reader, text } from '../boundary/read.js'
import type { Route } from '../triage/route.js'
import { triage } from '../triage/triage.js'

/** What a text is for: `faq` is everything that the bot can answer but for the state of an order. */
export type Destination = 'order' | 'faq' | 'person'

/** One opening of a conversation, and where it should have gone. */
export interface EvaluationRow {
  readonly text: string
  readonly to: Destination
  /** Why it should go there, in the file's own words. */
  readonly reason: string
  /** Where it comes from. What follows a `#` or a bracket is left out. */
  readonly source: string
  readonly lang: string
  /** The line that it stands on in its file. */
  readonly line?: number
}

/** A text that was placed elsewhere than it belongs; `ask` where the shopper is asked again with the buttons. */
export interface Misplaced {
  readonly row: EvaluationRow
  readonly placed: Destination | 'ask'
}

/** Figures of one group of rows. Shares are from 0 to 1. */
export interface EvaluationGroup {
  readonly name: string
  readonly rows: number
  readonly accuracy: number
  readonly askedAgain: number
}

/** How triage did. A text that is asked about again counts as wrong: the shopper has to tap once more. */
export interface Evaluation extends Omit<EvaluationGroup, 'name'> {
  /** Of those who were sent to a person, how many should have been; and of those who should have been, how many were. */
  readonly person: { readonly precision: number; readonly recall: number }
  /** What share of all texts the bot keeps, and how much of that is its own. */
  readonly bot: { readonly kept: number; readonly purity: number }
  readonly reasons: readonly EvaluationGroup[]
  readonly sources: readonly EvaluationGroup[]
  /** Every text that was not placed right. */
  readonly misplaced: readonly Misplaced[]
}

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  order: 'order',
  order_status: 'order',
  faq: 'faq',
  smalltalk: 'faq',
  return: 'faq',
  cancel: 'faq',
  person: 'person',
  human: 'person',
  presale: 'person',
  damaged: 'person',
  safety: 'person',
}

// A file of examples is read whole.
const MOST_ROWS = 100_000

/**
 * Reads a file with one JSON object a line: `text` and `route` (`order_status`, `faq`, `human`, or ours), and where known `reason`,
 * `source` and `lang`. What cannot be read is named with its line and left out.
 */
export function readEvaluationRows(file: string): {
  readonly rows: readonly EvaluationRow[]
  readonly faults: readonly string[]
} {
  const rows: EvaluationRow[] = []
  const faults: string[] = []
  for (const [index, line] of file.split('\n').entries()) {
    if (line.trim() === '') continue
    if (rows.length >= MOST_ROWS) {
      faults.push(`line ${index + 1}: only the first ${MOST_ROWS} rows are read`)
      break
    }
    const row = readRow(line)
    if (typeof row === 'string') faults.push(`line ${index + 1}: ${row}`)
    else rows.push({ ...row, line: index + 1 })
  }
  return { rows, faults }
}

function readRow(line: string): EvaluationRow | string {
  let read: ReturnType<typeof reader>
  try {
    read = reader(JSON.parse(line))
  } catch {
    return 'is not JSON; write one object a line'
  }
  const said = text(read?.('text'), 10_000)
  const route = text(read?.('route'), 80) ?? ''
  const to = Object.hasOwn(DESTINATIONS, route) ? DESTINATIONS[route] : undefined
  if (!read || said === null) return 'has no `text`'
  if (!to) return `\`route\` is none of ${Object.keys(DESTINATIONS).join(', ')}`
  const word = (field: string, otherwise: string): string => text(read(field), 80) ?? otherwise
  const source = word('source', 'unknown').replace(/[#(].*$/, '')
  return { text: said, to, reason: word('reason', to), source, lang: word('lang', 'en') }
}

/**
 * Measures triage on texts of which it is known where they belong. `place` is what is measured; by default the rules alone.
 *
 * @example
 * const { rows } = readEvaluationRows(file)
 * console.log(drawEvaluation(evaluateTriage(rows)))
 */
export function evaluateTriage(
  rows: readonly EvaluationRow[],
  place: (text: string, row: EvaluationRow) => Route = (words) => triage(words),
): Evaluation {
  const placed = rows.map((row) => ({ row, to: DESTINATIONS[place(row.text, row).to] ?? ('ask' as const) }))
  const isRight = ({ row, to }: (typeof placed)[number]): boolean => row.to === to
  const called = placed.filter(({ to }) => to === 'person')
  const due = placed.filter(({ row }) => row.to === 'person')
  const kept = placed.filter(({ to }) => to === 'order' || to === 'faq')
  const group = (name: string, members: typeof placed): EvaluationGroup => ({
    name,
    rows: members.length,
    accuracy: share(members.filter(isRight).length, members.length),
    askedAgain: share(members.filter(({ to }) => to === 'ask').length, members.length),
  })
  const by = (key: 'reason' | 'source'): readonly EvaluationGroup[] =>
    [...new Set(rows.map((row) => row[key]))]
      .map((name) =>
        group(
          name,
          placed.filter(({ row }) => row[key] === name),
        ),
      )
      .sort((one, other) => other.rows - one.rows)
  const { name: _, ...all } = group('all', placed)
  return {
    ...all,
    person: {
      precision: share(called.filter(isRight).length, called.length),
      recall: share(due.filter(isRight).length, due.length),
    },
    bot: { kept: share(kept.length, placed.length), purity: share(kept.filter(isRight).length, kept.length) },
    reasons: by('reason'),
    sources: by('source'),
    misplaced: placed.filter((one) => !isRight(one)).map(({ row, to }) => ({ row, placed: to })),
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

// More than these nobody reads in a terminal.
const MOST_SHOWN = 10

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`

/** The figures as a table to read in a terminal. */
export function drawEvaluation(evaluation: Evaluation): string {
  const { rows, accuracy, askedAgain, person, bot, reasons, sources, misplaced } = evaluation
  const facts: readonly (readonly [string, string])[] = [
    ['texts', String(rows)],
    ['placed right', percent(accuracy)],
    ['asked again with the buttons', percent(askedAgain)],
    ['person: right when called', percent(person.precision)],
    ['person: called when needed', percent(person.recall)],
    ['bot keeps', percent(bot.kept)],
    ['of that, the bot’s own', percent(bot.purity)],
  ]
  const width = Math.max(...facts.map(([what]) => what.length), ...[...reasons, ...sources].map(({ name }) => name.length))
  const lines = facts.map(([what, value]) => `${what.padEnd(width)}  ${value.padStart(8)}`)
  const table = (title: string, groups: readonly EvaluationGroup[]): readonly string[] => [
    '',
    `${title.padEnd(width)}  ${'texts'.padStart(8)}  ${'right'.padStart(8)}  ${'again'.padStart(8)}`,
    ...groups.map(({ name, rows, accuracy, askedAgain }) =>
      [name.padEnd(width), String(rows).padStart(8), percent(accuracy).padStart(8), percent(askedAgain).padStart(8)].join('  '),
    ),
  ]
  const wrong = misplaced.slice(0, MOST_SHOWN).map(({ row: { line, text, to }, placed }) => {
    const words = text.length > 80 ? `${text.slice(0, 79)}…` : text
    return `${line === undefined ? '' : `line ${line}: `}${JSON.stringify(words)} ${to} → ${placed}`
  })
  const more = misplaced.length - wrong.length
  const told = [...wrong, ...(more > 0 ? [`and ${more} more; --json lists them all`] : [])]
  return [
    ...lines,
    ...table('by reason', reasons),
    ...table('by source', sources),
    ...(told.length > 0 ? ['', 'misplaced', ...told] : []),
  ].join('\n')
}
