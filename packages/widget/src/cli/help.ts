import type { Command } from './command.js'
import type { Terminal } from './terminal.js'

/** All commands, a line each. */
export function overview(commands: readonly Command[], { paint }: Pick<Terminal, 'paint'>): string {
  return [
    'Tools for the flows and themes of a Shopbell chat.',
    '',
    ...aligned(commands.map(({ name, takes, about }) => [`shopbell ${name} ${takes}`.trim(), about])),
    '',
    `A ${paint('bold', 'flow')} is a .json, .js or .mjs file, ${paint('bold', 'storefront')}, or the name of a shipped module.`,
    '"shopbell help <command>" says more, "shopbell --version" which version this is.',
  ].join('\n')
}

/** One command in full. */
export function helpFor({ name, takes, about, options, examples }: Command, { paint }: Pick<Terminal, 'paint'>): string {
  const listed = Object.entries(options).map(
    ([option, { value, about: what }]) => [`--${option}${value === undefined ? '' : ` <${value}>`}`, what] as const,
  )
  return [
    `${paint('bold', `shopbell ${name} ${takes}`)}`,
    about,
    '',
    ...aligned([...listed, ['--debug', 'Show where an error comes from.']]),
    '',
    ...examples.map((example) => paint('dim', `  ${example}`)),
  ].join('\n')
}

function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
