import type { Readable, Writable } from 'node:stream'

/** What can be made stand out. */
export type Paint = 'bold' | 'dim' | 'red' | 'green' | 'yellow'

const CODES: Readonly<Record<Paint, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 }

/** Where a command reads and writes. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean }
  /** The result: a line to standard output. */
  out(line: string): void
  /** What accompanies it: a line to standard error, so that a pipe gets results only. */
  note(line: string): void
  /** Coloured where somebody looks at it and has not asked for none. */
  paint(paint: Paint, text: string): string
}

type Process = Pick<NodeJS.Process, 'env'> & {
  readonly stdin: Terminal['input']
  readonly stdout: Terminal['output']
  readonly stderr: Writable
}

/** The terminal of a process. `NO_COLOR` and a pipe keep it plain. */
export function terminalOf({ stdin, stdout, stderr, env }: Process): Terminal {
  const coloured = stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return {
    input: stdin,
    output: stdout,
    out: (line) => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    paint: (paint, text) => (coloured ? `\u001b[${CODES[paint]}m${text}\u001b[0m` : text),
  }
}
