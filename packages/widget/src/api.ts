import type { Options } from './options.js'
import { diagnose, type Warn } from './warn.js'
import type { Widget } from './widget.js'

const METHODS = [
  'open',
  'close',
  'toggle',
  'show',
  'hide',
  'update',
  'prefill',
  'send',
  'talkToAgent',
  'set',
  'page',
  'on',
  'once',
  'getState',
  'shutdown',
] as const satisfies readonly (keyof Widget)[]

type Promised<Method> = Method extends (...given: infer Given) => infer Answer
  ? (...given: Given) => Promise<Awaited<Answer>>
  : never

/** The methods of the page's global, each with a promise that never rejects; `undefined` where nothing could be done. */
export type ShopbellMethods = {
  readonly [Name in (typeof METHODS)[number]]: Promised<Widget[Name]>
} & {
  /** Starts the chat, or changes the options of the one that runs. */
  boot(options?: Options): Promise<void>
  /** Resolves once the chat is there. */
  ready(): Promise<void>
  /** Takes the chat off the page; `boot` brings it back. */
  destroy(): Promise<void>
}

/** The global `Shopbell`: `Shopbell('open')` and `Shopbell.open()` are the same. */
export type Shopbell = ShopbellMethods & ((method: string, ...given: unknown[]) => Promise<unknown>)

/**
 * The page's side of a chat, in both spellings. Nothing that it is given makes it throw into the page: what cannot be done is
 * said once in the console.
 *
 * @param boot makes a chat from the options of all calls of `boot` until then.
 */
export function createApi(boot: (options: unknown) => Widget | null, warn: Warn): Shopbell {
  let widget: Widget | null = null

  const own: Readonly<Record<string, (...given: unknown[]) => unknown>> = {
    boot(options) {
      if (widget) return widget.update((options ?? {}) as Options)
      widget = boot(options)
      return undefined
    },
    ready: () => undefined,
    destroy() {
      widget?.destroy()
      widget = null
    },
  }
  const names = [...METHODS, ...Object.keys(own)]

  const call = async (method: unknown, ...given: unknown[]): Promise<unknown> => {
    const name = String(method)
    try {
      if (Object.hasOwn(own, name)) return await own[name]?.(...given)
      const known = METHODS.find((one) => one === name)
      if (!known) diagnose((words) => words.unknownName('method', name, names, warn))
      else if (!widget) warn(`The chat is not on this page, so "${name}" does nothing. Call Shopbell("boot", …) first.`)
      else return await (widget[known] as (...given: unknown[]) => unknown)(...given)
    } catch (error) {
      warn(`"${name}" could not be done: ${String(error)}`)
    }
    return undefined
  }

  for (const name of names)
    Object.assign(call, {
      [name]: (...given: unknown[]) => call(name, ...given),
    })
  return call as unknown as Shopbell
}
