import { diagnose, type Warn } from './warn.js'
import type { Mounted } from './widget.js'

/**
 * The page's calls, by the name of the method: those of a `Widget`, `boot` to start it or to change its options, and `ready`,
 * which is answered as soon as calls are. Nothing that it is given makes it throw into the page: what cannot be done is said
 * once in the console, and answered with `undefined`.
 *
 * @param boot makes a chat.
 */
export function answerCalls(boot: () => Mounted | null, warn: Warn): (method: unknown, ...given: unknown[]) => Promise<unknown> {
  let mounted: Mounted | null = null
  let gone: Mounted | null = null

  function perform(name: string, given: readonly unknown[]): unknown {
    if (name === 'boot' && !mounted) mounted = boot()
    else if (mounted && /^(boot|update)$/.test(name)) {
      const anew = mounted.again(given[0])
      if (!anew) return mounted.later('update', given)
      mounted = anew
    } else if (name === 'ready') return undefined
    else if (name === 'destroy') {
      mounted?.destroy()
      gone = mounted ?? gone
      mounted = null
    }
    // Whoever logs out is forgotten, also where the chat was taken off before.
    else if (!mounted && gone && name === 'shutdown') return gone.shutdown()
    else if (!mounted) diagnose((words) => words.notBooted(name, warn))
    else if (Object.hasOwn(mounted, name)) return (mounted[name as keyof Mounted] as Method)(...given)
    else return mounted.later(name, given)
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

type Method = (...given: readonly unknown[]) => unknown
