import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const main = join(root, 'examples/desk/dist/server/main.js')

/** The real program, as it is started by hand: built, in a process of its own. */
export interface DeskProgram {
  readonly child: ChildProcess
  readonly url: string
}

/** Builds what `launchDesk` starts. */
export async function buildDesk(): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  await promisify(execFile)(process.execPath, [tsc, '-b', 'examples/desk'], { cwd: root })
}

export function launchDesk(environment: Record<string, string>): ChildProcess {
  const { DATABASE_URL: _url, AGENT_PASSWORD: _password, ...rest } = process.env
  return spawn(process.execPath, [main], { env: { ...rest, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Starts a desk on a free port and waits until it is open. */
export async function startDesk(environment: Record<string, string>): Promise<DeskProgram> {
  const port = await freePort()
  const child = launchDesk({ PORT: String(port), ...environment })
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (said.includes('/inbox')) break
  }
  return { child, url: `http://127.0.0.1:${port}` }
}

/** A port that nobody has at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
