import type { Json } from '../json.js'
import { LIMITS } from '../limits.js'

/** One line of a script, understood. */
export type Command =
  /** Taps the option of these words, or else writes them. */
  | { readonly do: 'answer'; readonly text: string }
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'tap'; readonly option: string }
  | { readonly do: 'fill'; readonly values: Readonly<Record<string, string>> }
  | { readonly do: 'send'; readonly without: readonly string[] }
  | { readonly do: 'person' | 'back' | 'restart' | 'defer' | 'close' | 'reload' }
  | { readonly do: 'rate'; readonly score: number }
  | { readonly do: 'page'; readonly facts: Readonly<Record<string, string>> }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'call'; readonly name: string; readonly answer: Answer }
  | { readonly do: 'desk'; readonly is: 'open' | 'closed' | 'up' | 'down' }
  | { readonly do: 'agent'; readonly text: string }
  | { readonly do: 'agent-closes' }
  | { readonly do: 'expect'; readonly text: string }

/** What the shop answers when it is asked. */
export type Answer =
  | { readonly kind: 'as-it-is' | 'nothing' | 'fails' | 'hangs' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'value'; readonly value: Json }
  /** A word that the simulation looks up, such as the situation of an order. */
  | { readonly kind: 'word'; readonly word: string }

/** A line of a script: what to do, and whether it is done without waiting for what came before. */
export interface ScriptLine {
  readonly line: number
  readonly command: Command
  readonly meanwhile: boolean
}

/** A script as it was written. `seed` and `at` may stand at its beginning. */
export interface Script {
  readonly seed?: number
  /** Milliseconds since 1970. */
  readonly at?: number
  readonly lines: readonly ScriptLine[]
}

/** A line that cannot be done, with its number and how to mend it. */
export class ScriptError extends Error {
  constructor(
    readonly line: number,
    message: string,
    /** The conversation until then, as it is told. */
    readonly lines: readonly string[] = [],
  ) {
    super(`line ${line}: ${message}`)
    this.name = 'ScriptError'
  }
}

const MOST_LINES = 10_000

const PLAIN = { person: 'person', back: 'back', restart: 'restart', defer: 'defer', close: 'close', reload: 'reload' } as const
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/**
 * Reads a script: a line is what the shopper does, what the shop answers, or how time passes.
 *
 * @throws ScriptError for the first line that cannot be understood.
 * @example
 * parseScript('> Order Status\nfill orderNumber=1002, email=sam@example.com\n> Talk to a person about this parcel')
 */
export function parseScript(text: string): Script {
  const written = text.split(/\r?\n/)
  if (written.length > MOST_LINES) throw new ScriptError(MOST_LINES, `a script has at most ${MOST_LINES} lines`)
  let settings: { seed?: number; at?: number } = {}
  const lines: ScriptLine[] = []
  written.forEach((raw, index) => {
    const line = index + 1
    const words = raw.trim()
    if (words === '' || words.startsWith('#')) return
    const setting = lines.length === 0 ? readSetting(words, line) : undefined
    if (setting) settings = { ...settings, ...setting }
    else {
      const [, meanwhile] = /^meanwhile\s+(.*)$/s.exec(words) ?? []
      lines.push({ line, command: parseCommand(meanwhile ?? words, line), meanwhile: meanwhile !== undefined })
    }
  })
  return { ...settings, lines }
}

function readSetting(words: string, line: number): { seed: number } | { at: number } | undefined {
  const [, name, value = ''] = /^(seed|at)\s+(\S+)$/.exec(words) ?? []
  if (name === 'seed') {
    if (!/^\d{1,9}$/.test(value)) throw new ScriptError(line, 'a seed is a whole number, such as "seed 7"')
    return { seed: Number(value) }
  }
  if (name === 'at') {
    const at = Date.parse(value)
    if (Number.isNaN(at)) throw new ScriptError(line, 'write the time as "at 2026-11-21T10:00Z"')
    return { at }
  }
  return undefined
}

/** One line, understood. `line` is for what is said about it. */
export function parseCommand(words: string, line = 1): Command {
  if (words.length > LIMITS.message + 100) throw new ScriptError(line, `a line has at most ${LIMITS.message + 100} characters`)
  const text = /^>\s*(.+)$/s.exec(words)?.[1]
  if (text !== undefined) return { do: 'answer', text }
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(words) ?? []
  if (Object.hasOwn(PLAIN, word) && rest === '') return { do: PLAIN[word as keyof typeof PLAIN] }
  switch (word) {
    case 'say':
      return { do: 'say', text: needed(rest, line, 'say where is my order') }
    case 'tap':
      return { do: 'tap', option: needed(rest, line, 'tap Order Status') }
    case 'fill':
      return { do: 'fill', values: readValues(rest, line, 'fill orderNumber=1002, email=sam@example.com') }
    case 'send':
      return { do: 'send', without: readWithout(rest, line) }
    case 'page':
      return { do: 'page', facts: readValues(rest, line, 'page orderNumber=1002') }
    case 'wait':
      return { do: 'wait', ms: readDuration(rest, line, 'wait 2s') }
    case 'rate': {
      if (!/^[1-5]$/.test(rest)) throw new ScriptError(line, 'a rating goes from 1 to 5, such as "rate 5"')
      return { do: 'rate', score: Number(rest) }
    }
    case 'call':
      return readCall(rest, line)
    case 'desk': {
      const is = (['open', 'closed', 'up', 'down'] as const).find((one) => one === rest)
      if (!is) throw new ScriptError(line, 'the desk is open, closed, up or down, such as "desk closed"')
      return { do: 'desk', is }
    }
    case 'agent':
      return rest === 'closes' ? { do: 'agent-closes' } : { do: 'agent', text: needed(rest, line, 'agent Hello, I am Maya') }
    case 'expect':
      return { do: 'expect', text: needed(rest, line, 'expect Talk to a person') }
    default:
      throw new ScriptError(
        line,
        `"${word.slice(0, 40)}" is nothing that a script can do. It can: > words, say, tap, fill, send, person, back, restart, defer, close, rate, page, wait, call, desk, agent, reload, expect`,
      )
  }
}

function needed(rest: string, line: number, example: string): string {
  if (rest === '') throw new ScriptError(line, `something is missing, as in "${example}"`)
  return rest
}

/** `name=value, name="a value, with a comma"`. */
function readValues(rest: string, line: number, example: string): Readonly<Record<string, string>> {
  const pair = /\s*([^=,"]+?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^,"]*))\s*(?:,|$)/y
  const values = new Map<string, string>()
  while (pair.lastIndex < rest.length) {
    const at = pair.lastIndex
    const found = pair.exec(rest)
    if (!found) throw new ScriptError(line, `"${rest.slice(at, at + 30)}" is no name=value, as in "${example}"`)
    const [, name = '', quoted, plain = ''] = found
    values.set(name, quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/g, '$1'))
  }
  if (values.size === 0) throw new ScriptError(line, `something is missing, as in "${example}"`)
  return Object.fromEntries(values)
}

function readWithout(rest: string, line: number): readonly string[] {
  if (rest === '') return []
  const [, names] = /^without\s+(.+)$/.exec(rest) ?? []
  if (names === undefined)
    throw new ScriptError(
      line,
      'write "send", or "send without tried, email"; to fill something in, "fill email=sam@example.com"',
    )
  return names.split(',').map((name) => name.trim())
}

function readDuration(rest: string, line: number, example: string): number {
  const [, amount, unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?)\s*(ms|s|m|h|d)$/.exec(rest) ?? []
  if (amount === undefined) throw new ScriptError(line, `a time is a number with ms, s, m, h or d, as in "${example}"`)
  return Number(amount) * (UNITS[unit] ?? 1)
}

function readCall(rest: string, line: number): Command {
  const [, name, answer = ''] = /^([\w.-]+)\s*(?:→|->)\s*(.+)$/s.exec(rest) ?? []
  if (name === undefined) throw new ScriptError(line, 'write the answer behind an arrow, as in "call findOrder → late"')
  return { do: 'call', name, answer: readAnswer(answer, line) }
}

function readAnswer(words: string, line: number): Answer {
  if (words === 'nothing' || words === 'fails' || words === 'hangs') return { kind: words }
  if (words === 'as it is') return { kind: 'as-it-is' }
  const [, slow] = /^slow\s+(.+)$/.exec(words) ?? []
  if (slow !== undefined) return { kind: 'slow', ms: readDuration(slow, line, 'call findOrder → slow 3s') }
  if (/^[a-z-]+$/.test(words) && !/^(true|false|null)$/.test(words)) return { kind: 'word', word: words }
  try {
    return { kind: 'value', value: JSON.parse(words) as Json }
  } catch {
    throw new ScriptError(line, 'an answer is nothing, fails, hangs, slow 3s, as it is, a situation such as late, or JSON')
  }
}
