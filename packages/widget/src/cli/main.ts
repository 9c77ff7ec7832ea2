import { readCall } from './command.js'
import { commands } from './commands.js'
import { Complaint, MISUSE, messageOf } from './complaint.js'
import { helpFor, overview } from './help.js'
import { ownVersion } from './own-version.js'
import type { Terminal } from './terminal.js'

/** Runs the command line and answers with the exit code. Nothing is thrown, and no stack is shown unless `--debug` asks for it. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const debug = args.includes('--debug')
  try {
    return await run(
      args.filter((one) => one !== '--debug'),
      terminal,
    )
  } catch (error) {
    terminal.note(`shopbell: ${messageOf(error)}`)
    if (debug && error instanceof Error) terminal.note(error.stack ?? '')
    else if (!(error instanceof Complaint)) terminal.note('Once more with --debug shows where that comes from.')
    return error instanceof Complaint ? error.exitCode : MISUSE
  }
}

async function run([name, ...args]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === '--version' || name === '-v') {
    terminal.out(await ownVersion())
    return 0
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(args[0] === undefined ? overview(commands, terminal) : helpFor(commandOf(args[0]), terminal))
    return 0
  }
  const command = commandOf(name)
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(helpFor(command, terminal))
    return 0
  }
  return command.run(readCall(command, args), terminal)
}

function commandOf(name: string) {
  const command = commands.find((one) => one.name === name)
  if (!command)
    throw new Complaint(`There is no command "${name}". There is ${commands.map((one) => one.name).join(', ')} and help.`)
  return command
}
