import { checkTheme, type Finding } from '@shopbell/themes'
import type { Call } from '../command.js'
import { jsonFault } from '../json-text.js'
import { readTheme } from '../read-theme.js'
import type { Terminal } from '../terminal.js'

/** The hosts that `--hosts` names. */
export const hostsOf = ({ value }: Call): readonly string[] =>
  value('hosts')
    ?.toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean) ?? []

/** Says what is wrong with each theme. Answers 1 where something is, 0 where nothing is. */
export async function checkThemes(given: readonly string[], call: Call, terminal: Terminal): Promise<number> {
  const results: Record<string, readonly Finding[]> = {}
  for (const file of given) {
    const read = await readTheme(file)
    const findings = checkTheme(read, hostsOf(call)).map((finding) => placed(finding, read))
    results[file] = findings
    if (!call.has('json')) tellFindings(file, findings, terminal)
  }
  if (call.has('json')) terminal.out(JSON.stringify(given.length === 1 ? results[given[0] ?? ''] : results, null, 2))
  return Object.values(results).some(({ length }) => length > 0) ? 1 : 0
}

/** A text that is no JSON has a place where it is none. */
export function placed(finding: Finding, read: unknown): Finding {
  const fault = finding.rule === 'json' && typeof read === 'string' && jsonFault(read)
  if (!fault) return finding
  return {
    ...finding,
    problem: `The file is not JSON on line ${fault.line}, column ${fault.column}`,
    mend: fault.mend.replace(/^./, (first) => first.toUpperCase()),
  }
}

/** A finding a line, then the verdict. */
export function tellFindings(file: string, findings: readonly Finding[], { out, paint }: Terminal): void {
  for (const { rule, path, problem, mend } of findings) {
    const where = path === '' ? '' : ` ${path}`
    out(`${file}${where}: ${paint('red', rule)}: ${problem}. ${mend}`)
  }
  const count = findings.length === 1 ? 'one thing to mend' : `${findings.length} things to mend`
  out(findings.length === 0 ? `${paint('green', 'fine')} ${file}` : `${paint('red', 'fault')} ${file}: ${count}`)
}
