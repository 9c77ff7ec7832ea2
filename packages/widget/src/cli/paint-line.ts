import type { Paint, Terminal } from './terminal.js'

const BY: Readonly<Record<string, Paint>> = { shopper: 'bold', agent: 'green', shop: 'dim', desk: 'dim', page: 'dim' }

/** A line of a conversation as a terminal shows it. */
export function paintLine(line: string, { paint }: Pick<Terminal, 'paint'>): string {
  if (line.startsWith('  ')) return paint('dim', line)
  const who = BY[line.slice(0, line.indexOf(':'))]
  return who ? paint(who, line) : line
}
