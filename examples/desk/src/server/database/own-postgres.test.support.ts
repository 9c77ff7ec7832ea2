import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { freePort } from '../desk-program.test.support.js'

/** A PostgreSQL server that a test may use: the one of DATABASE_URL, or one of its own that is thrown away. */
export interface OwnPostgres {
  readonly url: string
  stop(): Promise<void>
}

const run = promisify(execFile)

/** The server of DATABASE_URL, or one that was started for the test; `null` where there is none to be had, which is said. */
export async function openPostgres(): Promise<OwnPostgres | null> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => undefined }
  const own = await startOwnPostgres({ fsync: 'off' })
  if (own === null) console.info('PostgreSQL is left out: DATABASE_URL is not set, and no server is installed here.')
  return own
}

/**
 * Starts a PostgreSQL server of this test's own, with its data in a temporary folder, or answers `null` where none is installed.
 * With `fsync` on it keeps what it commits as in earnest.
 */
export async function startOwnPostgres({ fsync }: { readonly fsync: 'on' | 'off' }): Promise<OwnPostgres | null> {
  const bin = programs()
  // PostgreSQL refuses to run as root, so root hands it to the user that comes with it.
  const isRoot = process.getuid?.() === 0
  const user = isRoot ? await idsOf('postgres') : undefined
  if (bin === null || user === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  await run(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '-N'], { cwd: folder, ...user })
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, `fsync=${fsync}`, 'max_connections=200']
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])], {
    cwd: folder,
    ...user,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(server, 'exit')
  await saysReady(server)
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

/** What it goes on saying is read and dropped, so that it never waits for a reader. */
function saysReady({ stderr }: ChildProcessByStdio<null, null, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    stderr.on('data', (chunk) => {
      if (said.includes('ready to accept connections')) return
      said += String(chunk)
      if (said.includes('ready to accept connections')) resolve()
    })
    stderr.once('end', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
}

function programs(): string | null {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort().reverse() : []
  const folders = [...versions.map((version) => `/usr/lib/postgresql/${version}/bin`), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
}

async function idsOf(user: string): Promise<{ readonly uid: number; readonly gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, user])).stdout)))
    return uid === undefined || gid === undefined ? null : { uid, gid }
  } catch {
    return null
  }
}
