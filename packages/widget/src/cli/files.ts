import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Complaint, messageOf } from './complaint.js'

/** No file that is read here is larger: ten megabytes. */
const LARGEST = 10_000_000

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}

/** The text of a file. Throws a `Complaint` that says why it cannot be read. */
export async function readText(path: string): Promise<string> {
  const text = await readTextOrSize(path)
  if (typeof text === 'number') throw new Complaint(`${path} is larger than ${LARGEST / 1_000_000} MB.`)
  return text
}

/** The text of a file, or how many bytes it has where these are too many to be read. Throws a `Complaint` as `readText` does. */
export async function readTextOrSize(path: string): Promise<string | number> {
  try {
    const { size } = await stat(path)
    return size > LARGEST ? size : await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Complaint(`${path} cannot be read: ${WHY[code] ?? messageOf(error)}.`)
  }
}

/** What a JSON file holds. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Complaint(`${path} is no JSON: ${messageOf(error)}`)
  }
}

/** Writes a file, its folder included. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (error) {
    throw new Complaint(`${path} cannot be written: ${messageOf(error)}`)
  }
}
