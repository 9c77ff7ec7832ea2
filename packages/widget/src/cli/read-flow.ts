import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Flow, FlowInChapters } from '@shopbell/core'
import { type Finding, parseFlow } from '@shopbell/core/check'
import { shippedFlows, wholeFlow } from '@shopbell/core/testing'
import { Complaint, messageOf } from './complaint.js'
import type { Place, Reader } from './json-text.js'
import { readJsonFile } from './read-json-file.js'

/** What is looked for in a module: its `flow`, or what it exports by default. */
const NAMES = ['flow', 'default'] as const
/** Nobody mends more at a time. */
const MOST_PLACES = 10

/** Reads a flow out of JSON. */
export const flowReader: Reader<{ readonly flow: Flow }> = {
  parse: parseFlow,
  tooLarge: 'Split the flow into several.',
  tooDeep: 'A flow has all its steps side by side.',
}

/** A flow that was read, or what keeps a file from being one. */
export type FlowRead = ({ readonly flow: Flow } | { readonly findings: readonly Finding[] }) & {
  /** Where in the file a path of the flow is, for files that have lines. */
  readonly place?: (path: string) => Place
}

/**
 * The flow that was meant, or what keeps it from being one: a `.json`, `.js` or `.mjs` file, or one of the shipped ones by its name.
 * Throws a `Complaint` where there is nothing to read.
 */
export async function parseFlowFile(written: string): Promise<FlowRead> {
  const shipped = Object.hasOwn(shippedFlows, written) ? shippedFlows[written] : undefined
  if (shipped) return { flow: shipped }
  if (/\.json$/i.test(written)) return readJsonFile(written, flowReader)
  if (/\.m?js$/i.test(written)) {
    const value = await readExport(written, NAMES, 'flow')
    return parseFlow(hasChapters(value) ? await wholeFlow(value) : value)
  }
  const known = Object.keys(shippedFlows).filter((name) => !name.includes(' '))
  throw new Complaint(`"${written}" is neither a .json, .js or .mjs file nor one of ${known.join(', ')}.`)
}

/** The flow that was meant. Throws a `Complaint` that says where it is none, and how to mend it. */
export async function readFlow(written: string): Promise<Flow> {
  const read = await parseFlowFile(written)
  if ('flow' in read) return read.flow
  const places = read.findings.map(({ path, says }) => `\n  ${placeOf(written, path, read.place)}: ${says}`)
  throw new Complaint(`${written} is no flow:${places.slice(0, MOST_PLACES).join('')}`)
}

/** A place of a flow to click on in an editor's terminal: `flow.json:12:3 steps/order-ask/next`. */
export function placeOf(written: string, path: string, place: FlowRead['place']): string {
  const at = place?.(path)
  return `${written}${at ? `:${at.line}:${at.column}` : ''}${path === '' ? '' : ` ${path}`}`
}

/** What a module exports under the first of these names that it has. */
export async function readExport(path: string, names: readonly string[], what: string): Promise<unknown> {
  const module = await importFile(path)
  const name = names.find((one) => Object.hasOwn(module, one))
  if (name === undefined) throw new Complaint(`${path} exports no ${what}: export it as \`${what}\` or by default.`)
  return module[name]
}

/** A file whose flow could not be composed, and where in the flow the fault is. */
export class LoadComplaint extends Complaint {
  constructor(
    message: string,
    readonly path: string,
  ) {
    super(message)
  }
}

const pathOf = (error: Error): string => ('path' in error && typeof error.path === 'string' ? error.path : '')

async function importFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as Readonly<Record<string, unknown>>
  } catch (error) {
    // Composed of what does not fit together. The class itself may be another copy's.
    if (error instanceof Error && error.name === 'CompositionError') throw new LoadComplaint(error.message, pathOf(error))
    throw new Complaint(whyNotLoaded(path, error))
  }
}

/** "Cannot find package 'x' imported from <path>" and "Cannot find module './x' imported from <path>" name this file too, as the one that asks. */
function whyNotLoaded(path: string, error: unknown): string {
  const said = messageOf(error)
  if (/import statement outside a module|Unexpected token 'export'/.test(said))
    return `${path} is a module: call it ${path.replace(/\.js$/i, '.mjs')}, or write "type": "module" into package.json.`
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'))
    return `${path} cannot be loaded: ${said}`
  const wanted = /^Cannot find package '([^']+)'/.exec(said)?.[1]
  if (wanted !== undefined) {
    const whole = /^(?:@[^/]+\/)?[^/]+/.exec(wanted)?.[0] ?? wanted
    const here = whole.startsWith('@shopbell/') ? ' In a clone, docs/themes.md says how it gets there.' : ''
    return `${path} needs ${whole}, which is not installed here: npm install ${whole}.${here}`
  }
  const missing = /^Cannot find module '([^']+)'/.exec(said)?.[1]
  const own = resolve(path)
  const isItself = missing === own || missing === pathToFileURL(own).href
  return isItself ? `${path} cannot be read: it is not there.` : `${path} cannot be loaded: ${said}`
}

/** A module may give its flow in chapters. What is in them is looked at when they are here. */
function hasChapters(value: unknown): value is FlowInChapters {
  return typeof value === 'object' && value !== null && 'chapters' in value && 'steps' in value && 'texts' in value
}
