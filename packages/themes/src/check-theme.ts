import type { Rule } from './check/rule.js'
import { rules } from './check/rules.js'
import { type Flaw, readDocument } from './read-document.js'
import { resolveTheme } from './resolve-theme.js'
import type { Finding } from './theme.js'

/** Nobody mends more at a time, and a file full of wrong names must not take minutes to judge. */
const mostFindings = 100

/** What these rules say of a theme. `checkTheme` asks all there are. */
export function judgeTheme(theme: unknown, hosts: readonly string[], asked: readonly Rule[]): readonly Finding[] {
  let flaw: Flaw | undefined
  const written = readDocument(theme, (found) => {
    flaw = found
  })
  const dropped: string[] = []
  const settled = resolveTheme(written, (path) => dropped.push(path), hosts)
  const subject = { written, flaw, settled, dropped, hosts }
  const findings: Finding[] = []
  for (const { judge } of asked) {
    findings.push(...judge(subject))
    // What is no theme at all has no names or colours to judge.
    if (flaw && findings.length > 0) return findings
  }
  if (findings.length <= mostFindings) return findings
  const more: Finding = { rule: 'more', path: '', problem: 'There are more findings', mend: 'Mend these first.' }
  return [...findings.slice(0, mostFindings - 1), more]
}

/**
 * Judges a theme, an object or the text of a JSON file, as a shopper would meet it, with the base theme behind it: names, values,
 * pictures, and whether every pair of colours can be read in every state, light and dark. No finding means that it can be published.
 * Never throws; for tools and tests, not for shoppers' downloads.
 *
 * @param hosts from which the shop allows pictures, such as `cdn.shop.example`.
 * @example
 * checkTheme({ name: 'fog', description: 'Grey on grey', light: { text: '#999' } })[0]
 * // { rule: 'contrast', path: 'light.text', state: 'rest',
 * //   problem: 'has a contrast of 2.66:1 on surface, and needs 4.5:1',
 * //   mend: 'The nearest that can be read: light.text #6b6b6b.', nearest: { 'light.text': '#6b6b6b' } }
 */
export const checkTheme = (theme: unknown, hosts: readonly string[] = []): readonly Finding[] => judgeTheme(theme, hosts, rules)
