// The name of the built version, which stands in the names of all its files but the first one's.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

const compressed = promisify(brotliCompress)

/** Stands in the files' names until all of them are there. */
export const VERSION = 'VERSION0'

/** Letters of a version's name, of sixteen each: two versions share one once in sixteen million times. */
const NAME_LENGTH = 6

/**
 * Puts the hash of all files into their names and wherever they name each other. One for all: whatever changes, the first file says
 * other names then and the others import that, so that each would get a new name anyway; and names by chance do not compress.
 */
export async function nameVersion(folder) {
  const files = readdirSync(folder).sort()
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  const version = await shortest(files, texts)
  for (const [index, file] of files.entries()) {
    writeFileSync(`${folder}/${file}`, texts[index].replaceAll(VERSION, version))
    renameSync(`${folder}/${file}`, `${folder}/${file.replace(VERSION, version)}`)
  }
  return version
}

/**
 * How small a name makes the files is chance, so there are some for every content: that is taken which makes the files that most visits
 * fetch smallest. In letters that are frequent in code, which compress better.
 */
async function shortest(files, texts) {
  const hash = createHash('sha256').update(JSON.stringify(texts)).digest('hex')
  const letters = hash.replace(/./g, (digit) => 'etaoinsrhldcumfp'[Number.parseInt(digit, 16)])
  const names = Array.from({ length: letters.length - NAME_LENGTH }, (_, at) => letters.slice(at, at + NAME_LENGTH))
  const often = texts.filter((_, index) => /^(shopbell|widget|answer)\b/.test(files[index]))
  const weight = async (name) => {
    const sizes = await Promise.all(often.map(async (text) => (await compressed(text.replaceAll(VERSION, name))).length))
    return { name, bytes: sizes.reduce((sum, bytes) => sum + bytes) }
  }
  const weighed = await Promise.all(names.map(weight))
  return weighed.sort((a, b) => a.bytes - b.bytes)[0].name
}
