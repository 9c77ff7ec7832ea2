import { execFile, type SpawnOptions, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../demo-desk.js'

/** A PostgreSQL server to throw away. */
export interface OwnPostgres {
  readonly url: string
  stop(): Promise<void>
}

const run = promisify(execFile)

/** Where `initdb` and `postgres` are, if they are installed. */
function programs(): string | null {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort().reverse() : []
  const folders = [...versions.map((version) => `/usr/lib/postgresql/${version}/bin`), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
}

/**
 * Starts a PostgreSQL server of this test's own, with its data in a temporary folder, or answers `null` where none is installed. It
 * keeps what it commits as in earnest (`fsync`), and refuses to run as root, so root hands it to the user `postgres`.
 */
export async function startOwnPostgres(): Promise<OwnPostgres | null> {
  const bin = programs()
  if (bin === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-postgres-'))
  const other = process.getuid?.() === 0 ? await idsOf('postgres') : null
  if (process.getuid?.() === 0 && other === null) return null
  if (other) chownSync(folder, other.uid, other.gid)
  const as: SpawnOptions = { cwd: folder, ...other }
  const data = join(folder, 'data')
  await run(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8'], as as object)
  const port = await freePort()
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: '100' }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      // Fast, not smart: nobody is worth waiting for.
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function idsOf(user: string): Promise<{ readonly uid: number; readonly gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, user])).stdout)))
    return uid === undefined || gid === undefined ? null : { uid, gid }
  } catch {
    return null
  }
}
