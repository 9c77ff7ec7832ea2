import type { Flow } from '@shopbell/core'
import { type CheckOptions, type CheckResult, checkFlow, type Finding } from '@shopbell/core/check'
import type { Command } from '../command.js'
import { Complaint, MISUSE } from '../complaint.js'
import { type FlowRead, LoadComplaint, parseFlowFile, placeOf } from '../read-flow.js'
import {
  languagesOf,
  mistypedKeys,
  placeInWords,
  readTranslations,
  type TranslationFinding,
  type Translations,
  unspoken,
} from '../read-translations.js'
import type { Terminal } from '../terminal.js'

const PAINTS = { proved: 'green', fault: 'red', bounded: 'yellow' } as const
const EXIT: Readonly<Record<CheckResult['verdict'], number>> = { proved: 0, fault: 1, bounded: 2 }

// More ways than these nobody reads in a terminal.
const MOST_MISSED = 20

const NOTHING = { covered: 0, total: 0, missed: [] }
/** What comes of something that is no flow. */
const NO_FLOW: CheckResult = {
  verdict: 'fault',
  findings: [],
  states: 0,
  transitions: 0,
  frontier: 0,
  graph: { steps: 0, edges: 0 },
  coverage: { edges: NOTHING, events: NOTHING },
}

/** `shopbell check` */
export const check: Command = {
  name: 'check',
  takes: '<flow…>',
  about: 'Proves that no shopper can get lost in a flow, or shows the shortest conversation in which one does.',
  options: {
    budget: { value: 'places', about: 'How many places to look at, at most. Defaults to 100,000.' },
    language: { value: 'tag=file', many: true, about: 'Its words in another language, as the shop gives them. Once for each.' },
    json: { about: 'Print everything as JSON.' },
  },
  examples: [
    'shopbell check storefront',
    'shopbell check my-flow.json another.js',
    'shopbell check my-flow.json --language de=german.json --language fr=french.json',
  ],
  least: 1,
  most: Number.POSITIVE_INFINITY,
  async run({ given, has, value, values }, terminal) {
    const budget = readBudget(value('budget'))
    const translations = await readTranslations(values('language'))
    for (const tag of unspoken(translations))
      terminal.note(`Shopbell does not speak "${tag}", so whatever the flow says needs words of its own there.`)
    const results: Record<string, CheckResult> = {}
    for (const written of given) {
      terminal.note(terminal.paint('dim', `Looking at ${written} …`))
      const read = await readOrFind(written)
      const unread = [...('findings' in read ? read.findings : []), ...translations.findings]
      const result: CheckResult =
        'flow' in read && unread.length === 0
          ? await checkWith(read.flow, budget, translations)
          : { ...NO_FLOW, findings: unread }
      results[written] = result
      if (!has('json')) {
        tell(written, result, read.place, terminal)
        if ('flow' in read && result.graph.steps > 0) tellWithoutDesk(read.flow, terminal)
      }
    }
    if (has('json')) terminal.out(JSON.stringify(given.length === 1 ? results[given[0] ?? ''] : results, null, 2))
    if (Object.values(results).some(({ findings }) => findings.some(({ code }) => code === 'unreadable'))) return MISUSE
    // A fault outweighs a flow that was too large to look through.
    const codes = Object.values(results).map(({ verdict }) => EXIT[verdict])
    return codes.includes(1) ? 1 : Math.max(...codes)
  },
}

/** A file that cannot be read is a finding like every other, so that those beside it are looked at, too. */
async function readOrFind(written: string): Promise<FlowRead> {
  try {
    return await parseFlowFile(written)
  } catch (error) {
    if (!(error instanceof Complaint)) throw error
    const [code, path] = error instanceof LoadComplaint ? (['shape', error.path] as const) : (['unreadable', ''] as const)
    return { findings: [{ code, path, says: error.message, conversation: [] }] }
  }
}

/** The verdict on a flow, and on its words in other languages. */
async function checkWith(flow: Flow, options: CheckOptions, translations: Translations): Promise<CheckResult> {
  const result = checkFlow(flow, { ...options, languages: await languagesOf(flow, translations) })
  const findings = [
    ...result.findings.map((finding) => placeInWords(finding, translations)),
    ...(await mistypedKeys(flow, translations)),
  ]
  return { ...result, findings, verdict: findings.length > 0 ? 'fault' : result.verdict }
}

function readBudget(written: string | undefined): CheckOptions {
  if (written === undefined) return {}
  if (!/^[1-9]\d{0,7}$/.test(written)) throw new Complaint('--budget is a number of places, such as --budget 200000.')
  return { budget: Number(written) }
}

function tell(written: string, result: CheckResult, place: FlowRead['place'], { out, note, paint }: Terminal): void {
  const { verdict, findings, states, frontier, graph, coverage } = result
  for (const finding of findings) {
    const { code, path, says, conversation } = finding
    if (code === 'unreadable') {
      note(says)
      continue
    }
    const at = isOfTranslation(finding) ? placeOf(finding.file, path, placedAt(finding)) : placeOf(written, path, place)
    out(`${at}: ${paint('red', code)}: ${says}`)
    for (const line of collapsed(conversation)) out(paint('dim', `    ${line}`))
  }
  const word = paint(PAINTS[verdict], verdict)
  if (graph.steps === 0) {
    out(`${word} ${written}: ${findings.length === 1 ? 'one place' : `${findings.length} places`} to mend first`)
    return
  }
  out(`${word} ${written}: ${graph.steps} steps, ${graph.edges} ways between them, ${states} places, frontier ${frontier}`)
  const { edges, events } = coverage
  out(paint('dim', `  walked: ${edges.covered} of ${edges.total} ways, ${events.covered} of ${events.total} kinds of events`))
  // Whoever wrote them should know that no proof speaks of them.
  for (const path of edges.missed.slice(0, MOST_MISSED)) out(paint('dim', `  never walked: ${path}`))
  const more = edges.missed.length - MOST_MISSED
  if (more > 0) out(paint('dim', `  never walked: ${more} more; --json lists them all`))
}

/** A shop with a mail address only should not wonder where half of its menu is. */
function tellWithoutDesk({ greeting, texts }: Flow, { out, paint }: Terminal): void {
  const left = greeting.options.filter(({ needs }) => needs === 'person').map(({ label }) => texts[label] ?? label)
  if (left.length > 0) out(paint('dim', `  Without a desk these are left out: ${left.join(', ')}`))
}

const isOfTranslation = (finding: Finding): finding is TranslationFinding => 'file' in finding
const placedAt = (finding: TranslationFinding) => ('line' in finding ? () => finding : undefined)

/** A conversation that goes round in a circle says the same a hundred times. */
function collapsed(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, index) => {
    if (line === lines[index - 1]) return []
    const next = lines.findIndex((other, later) => later > index && other !== line)
    const times = (next < 0 ? lines.length : next) - index
    return times === 1 ? [line] : [`${line} (${times} times)`]
  })
}
