import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.js'

const MAIN = join(root, 'examples/desk/dist/server/main.js')

const ALL_DAY = [{ from: '00:00', to: '24:00' }]
const WEEK = { mon: ALL_DAY, tue: ALL_DAY, wed: ALL_DAY, thu: ALL_DAY, fri: ALL_DAY, sat: ALL_DAY, sun: ALL_DAY }

/** How a desk is started. */
export interface DeskStart {
  readonly port: number
  /** Where its data is: `DATABASE_URL` or `SHOPBELL_DATA`. */
  readonly environment: Readonly<Record<string, string>>
  /** A named place at which it kills itself, `after-commit` or `after-commit:3`. */
  readonly crashAt?: string
  /** Whether people are there. Defaults to yes, whatever day the test runs on. */
  readonly open?: boolean
}

/** The real desk as a program, in a process of its own. */
export interface DeskProcess {
  readonly url: string
  readonly pid: number
  /** Resolves with the signal or code that ended it. */
  readonly ended: Promise<string>
  readonly isRunning: () => boolean
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/** Starts the desk and waits until its doors are open. */
export async function startDesk({ port, environment, crashAt, open = true }: DeskStart): Promise<DeskProcess> {
  const { DATABASE_URL: _, AGENT_PASSWORD: __, ...own } = process.env
  const hours = JSON.stringify({ zone: 'UTC', week: open ? WEEK : {} })
  const child = spawn(process.execPath, [MAIN], {
    env: { ...own, PORT: String(port), SHOPBELL_HOURS: hours, SHOPBELL_CRASH_AT: crashAt ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? String(code)))
  })
  await opened(child, ended)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async kill(signal) {
      child.kill(signal)
      await ended
    },
  }
}

async function opened(child: ChildProcess, ended: Promise<string>): Promise<void> {
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += String(chunk)
  })
  const open = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('The shop is open.')) resolve()
    })
  })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('late'), 120_000)
  })
  const first = await Promise.race([open, ended, late])
  clearTimeout(timer)
  if (first === undefined) return
  child.kill('SIGKILL')
  throw new Error(`the desk did not open (${first}): ${said}`)
}
