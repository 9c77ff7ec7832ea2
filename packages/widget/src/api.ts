import type { Options } from './options.js'
import { diagnose, type Warn } from './warn.js'
import type { Widget } from './widget.js'

/**
 * The page's calls, by the name of the method: those of a `Widget`, `boot` to start it or to change its options, and `ready`,
 * which is answered as soon as calls are. Nothing that it is given makes it throw into the page: what cannot be done is said
 * once in the console, and answered with `undefined`.
 *
 * @param boot makes a chat.
 */
export function answerCalls(
  boot: (options: unknown) => Widget | null,
  warn: Warn,
): (method: unknown, ...given: unknown[]) => Promise<unknown> {
  let widget: Widget | null = null

  function perform(name: string, given: readonly unknown[]): unknown {
    if (name === 'boot' && !widget) widget = boot(given[0])
    else if (name === 'boot') return widget?.update((given[0] ?? {}) as Options)
    else if (name === 'ready') return undefined
    else if (name === 'destroy') {
      widget?.destroy()
      widget = null
    } else if (!widget) diagnose((words) => words.notBooted(name, warn))
    else if (Object.hasOwn(widget, name))
      return (widget[name as keyof Widget] as (...given: readonly unknown[]) => unknown)(...given)
    else {
      const names = ['boot', 'ready', ...Object.keys(widget)]
      diagnose((words) => words.unknownName('method', name, names, warn))
    }
    return undefined
  }

  return async (method, ...given) => {
    try {
      return await perform(String(method), given)
    } catch (error) {
      warn(`"${String(method)}" could not be done: ${String(error)}`)
      return undefined
    }
  }
}
