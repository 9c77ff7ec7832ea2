import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Flow, FlowInChapters } from '@shopbell/core'
import { shippedFlows, wholeFlow } from '@shopbell/core/testing'
import { Complaint, messageOf } from './complaint.js'
import { readJson } from './files.js'

/** What is looked for in a module: its `flow`, or what it exports by default. */
const NAMES = ['flow', 'default'] as const

/**
 * The flow that was meant: a `.json`, `.js` or `.mjs` file, or one of the shipped ones by its name. Throws a `Complaint` that says
 * how to mend what was written.
 */
export async function readFlow(written: string): Promise<Flow> {
  if (Object.hasOwn(shippedFlows, written)) return shippedFlows[written] as Flow
  const value = await readValue(written)
  if (!looksLikeFlow(value)) {
    throw new Complaint(`${written} is no flow: it needs at least "id", "version", "menu", "greeting" and "steps".`)
  }
  return wholeFlow(value)
}

async function readValue(written: string): Promise<unknown> {
  if (/\.json$/i.test(written)) return readJson(written)
  if (/\.m?js$/i.test(written)) return readExport(written, NAMES, 'flow')
  const known = Object.keys(shippedFlows).filter((name) => !name.includes(' '))
  throw new Complaint(`"${written}" is neither a .json, .js or .mjs file nor one of ${known.join(', ')}.`)
}

/** What a module exports under the first of these names that it has. */
export async function readExport(path: string, names: readonly string[], what: string): Promise<unknown> {
  const module = await importFile(path)
  const name = names.find((one) => Object.hasOwn(module, one))
  if (name === undefined) throw new Complaint(`${path} exports no ${what}: export it as \`${what}\` or by default.`)
  return module[name]
}

async function importFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as Readonly<Record<string, unknown>>
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    const itself = missing && messageOf(error).includes(resolve(path))
    throw new Complaint(itself ? `${path} cannot be read: it is not there.` : `${path} cannot be loaded: ${messageOf(error)}`)
  }
}

function looksLikeFlow(value: unknown): value is FlowInChapters {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['id', 'version', 'menu', 'greeting', 'steps'].every((name) => Object.hasOwn(value, name))
  )
}
