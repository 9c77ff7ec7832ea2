import { parseArgs } from 'node:util'
import { Complaint, messageOf } from './complaint.js'
import type { Terminal } from './terminal.js'

/** An option of a command. `value` names what stands behind it; without one it is a switch. */
export interface CommandOption {
  readonly value?: string
  /** Whether it may be said more than once. */
  readonly many?: true
  readonly about: string
}

/** One command of the command line. */
export interface Command {
  readonly name: string
  /** What stands behind the name, such as `<flow> [script]`. */
  readonly takes: string
  readonly about: string
  readonly options: Readonly<Record<string, CommandOption>>
  /** Something to try. */
  readonly examples: readonly string[]
  /** How many arguments there may be. */
  readonly least: number
  readonly most: number
  /** Answers with the exit code. */
  run(call: Call, terminal: Terminal): Promise<number>
}

/** What a command was called with. */
export interface Call {
  readonly given: readonly string[]
  /** What stands behind an option, if it was given. */
  value(option: string): string | undefined
  /** All that stands behind an option that may be said more than once. */
  values(option: string): readonly string[]
  /** Whether a switch was given. */
  has(option: string): boolean
}

/** Reads the arguments of a command. Throws a `Complaint` that says how it is called. */
export function readCall(command: Command, args: readonly string[]): Call {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value, many = false }]) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', multiple: many } as const,
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (positionals.length < command.least || positionals.length > command.most) {
      throw new Error(positionals.length < command.least ? 'Something is missing.' : 'That is more than it takes.')
    }
    return {
      given: positionals,
      value(option) {
        const value = values[option]
        return typeof value === 'string' ? value : undefined
      },
      values(option) {
        const value = values[option]
        return Array.isArray(value) ? value.map(String) : []
      },
      has: (option) => values[option] === true,
    }
  } catch (error) {
    const [first = ''] = messageOf(error).split(/(?<=\.)\s/)
    throw new Complaint(
      `${first}\nIt is called as: shopbell ${command.name} ${command.takes}\n"shopbell help ${command.name}" says more.`,
    )
  }
}
