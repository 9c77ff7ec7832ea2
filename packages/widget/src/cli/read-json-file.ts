import type { Finding } from '@shopbell/core/check'
import { readTextOrSize } from './files.js'
import { type Place, placeFinder, type Reader, readJsonText, tooLarge } from './json-text.js'

/** What was read out of a file, or what keeps it from being that; and where in the file a path is. */
export type JsonFileRead<Read extends object> = (Read | { readonly findings: readonly Finding[] }) & {
  readonly place: (path: string) => Place
}

const TOP: Place = { line: 1, column: 1 }

/** Reads a file of JSON. What is wrong with it are findings, however large it is. Throws a `Complaint` where there is nothing to read. */
export async function readJsonFile<Read extends object>(file: string, reader: Reader<Read>): Promise<JsonFileRead<Read>> {
  const text = await readTextOrSize(file)
  if (typeof text === 'number') return { findings: [{ ...tooLarge(text, 'bytes', reader), ...TOP }], place: () => TOP }
  const read = readJsonText(text, reader)
  if (!('findings' in read)) return { ...read, place: placeFinder(text) }
  // Where it is no JSON, nothing but the finding knows its line.
  const places = new Map(read.findings.map(({ path, line, column }) => [path, { line, column }]))
  return { ...read, place: (path) => places.get(path) ?? TOP }
}
