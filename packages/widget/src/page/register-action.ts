import type { Action, Json } from '@shopbell/core'
import { ACTION_REFUSED } from './action-refused.js'
import { hearSteps } from './hear-steps.js'
import type { Inside } from './inside.js'
import { newest } from './newest.js'

/** What one value that an action gets has to look like. */
export interface ActionField {
  readonly type?: 'text' | 'number'
  /** @default false */
  readonly optional?: boolean
  /** Characters of a text. @default 200 */
  readonly most?: number
  readonly pattern?: RegExp
}

/** Does something with the page for the bot. What it answers goes where the flow's `call` step says; `null` is the step's way for nothing. */
export type PageAction = (
  input: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Json | undefined | Promise<Json | undefined>

export interface ActionOptions {
  /** What it gets; anything else is refused. Without this it gets what the step names, texts of up to 200 characters. */
  readonly input?: Readonly<Record<string, ActionField>>
  /** It changes something, such as the cart: then it is done only where the shopper has tapped for it. @default false */
  readonly changes?: boolean
}

/** Bytes and depth of an answer. */
const MOST = 20_000
const DEEPEST = 8

const RESERVED = /^(findOrder|listTopics|searchFaqs|readArticle)$/

/**
 * Puts an action where a flow's `call` steps find it. The answer takes it away again.
 *
 * @throws if the name is Shopbell's own, or if there is no function.
 */
export function registerAction(inside: Inside, name: unknown, action: unknown, options: unknown): () => void {
  const { input, changes } = Object(options) as ActionOptions
  if (typeof name !== 'string' || !/^[A-Za-z][\w-]{0,79}$/.test(name) || RESERVED.test(name))
    throw new Error(`An action's name is a word like applyVoucher, and none of Shopbell's own.`)
  if (typeof action !== 'function') throw new Error(`The action "${name}" has to be a function.`)
  const { actions, events, warn } = inside
  // A tap is what has led to the step, and not a text that was understood as a wish for it.
  let tapped = false
  const unheard = hearSteps(inside, ({ event, effects }) => {
    for (const effect of effects) if (effect.do === 'call' && effect.name === name) tapped = /^(choose|submit)$/.test(event.type)
  })
  const refuse = (code: string, why: string): never => {
    events.emit('error', { code, name })
    warn(`The action "${name}" was not done: ${why}`)
    throw Object.assign(new Error(code), { name: ACTION_REFUSED })
  }
  const own: Action = async (given, signal) => {
    const fault = input && faultOf(given, input)
    if (fault) refuse('action-input', fault)
    if (changes && !tapped) refuse('action-without-tap', 'it changes something, and the shopper has not tapped for it.')
    tapped = false
    try {
      return plain(await (action as PageAction)({ ...given }, signal))
    } catch (error) {
      return refuse('action-failed', `it has failed, or has answered with what is no plain JSON. ${error}`)
    }
  }
  actions[name] = own
  return () => {
    unheard()
    const { actions: now } = newest(inside)
    if (now[name] === own) delete now[name]
  }
}

function faultOf(given: Readonly<Record<string, string>>, schema: Readonly<Record<string, ActionField>>): string | undefined {
  const foreign = Object.keys(given).find((name) => !Object.hasOwn(schema, name))
  if (foreign !== undefined) return `nothing is said of "${foreign}" in its input.`
  for (const [name, { type = 'text', optional = false, most = 200, pattern }] of Object.entries(schema)) {
    const value = Object.hasOwn(given, name) ? (given[name] ?? '') : ''
    if (value === '') {
      if (!optional) return `"${name}" is missing.`
    } else if (value.length > most || (type === 'number' && !Number.isFinite(Number(value)))) return `"${name}" does not fit.`
    else if (pattern) {
      // One that goes on from where it was would say something else the next time.
      pattern.lastIndex = 0
      if (!pattern.test(value)) return `"${name}" does not fit.`
    }
  }
  return undefined
}

/** A copy that is plain JSON, small and flat enough. */
function plain(value: unknown): Json {
  if (value === undefined || value === null) return null
  const text = JSON.stringify(value)
  if (text === undefined || text.length > MOST || depthOf(value) > DEEPEST) throw new Error('too much')
  return JSON.parse(text) as Json
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}
