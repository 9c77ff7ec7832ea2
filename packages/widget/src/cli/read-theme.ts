import { Complaint, messageOf } from './complaint.js'
import { readTextOrSize } from './files.js'
import { readExport } from './read-flow.js'

/** What is looked for in a module: its `theme`, or what it exports by default. */
const NAMES = ['theme', 'default'] as const
/** Characters: no theme has as many. */
const MORE_THAN_A_THEME = 1_000_000
/** Older ones cannot read a file in TypeScript. */
const STRIPS_TYPES = [22, 18] as const

/** What a theme's file holds, to be judged: the text of a `.json`, or what a module exports. */
export async function readTheme(path: string): Promise<unknown> {
  if (/\.json$/i.test(path)) {
    const text = await readTextOrSize(path)
    // Whatever is in it: blanks are judged in its place, and are too many, too.
    return typeof text === 'number' ? ' '.repeat(MORE_THAN_A_THEME) : text
  }
  if (/\.m?js$/i.test(path)) return readExport(path, NAMES, 'theme')
  if (/\.m?ts$/i.test(path)) return readTypescript(path)
  throw new Complaint(`"${path}" is neither a .js, .mjs, .ts nor .json file.`)
}

async function readTypescript(path: string): Promise<unknown> {
  try {
    return await readExport(path, NAMES, 'theme')
  } catch (error) {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
    const old = major < STRIPS_TYPES[0] || (major === STRIPS_TYPES[0] && minor < STRIPS_TYPES[1])
    if (!old) throw error
    throw new Complaint(
      `${path} is TypeScript, which Node ${process.versions.node} cannot read; ${STRIPS_TYPES.join('.')} can. ` +
        `Or name it .js: a theme has no types of its own. (${messageOf(error)})`,
    )
  }
}
