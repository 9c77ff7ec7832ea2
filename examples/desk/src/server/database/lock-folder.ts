import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const held = new Set<string>()

/** The folder is in use by another process. */
export class FolderInUse extends Error {
  constructor(folder: string, owner: string) {
    super(`The data folder ${folder} is in use by process ${owner}. Stop that one, or set SHOPBELL_DATA to another folder.`)
  }
}

/**
 * Makes this process the only one that writes to `folder`; PGlite itself does not lock, and two writers would ruin the data. The
 * answer gives the folder free again. A lock whose process is gone (a crash, a container that starts again with the same number)
 * is taken over.
 */
export function lockFolder(folder: string): () => void {
  const path = join(resolve(folder), 'lock')
  if (held.has(path)) throw new FolderInUse(folder, String(process.pid))
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch {
    const owner = readFileSync(path, 'utf8').trim()
    if (isAlive(Number(owner))) throw new FolderInUse(folder, owner)
    rmSync(path, { force: true })
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  }
  held.add(path)
  return () => {
    held.delete(path)
    rmSync(path, { force: true })
  }
}

function isAlive(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ <= 0 || process_ === process.pid) return false
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
