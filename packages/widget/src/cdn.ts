import { createApi } from './api.js'
import { mountInto, type Place } from './mount.js'
import { optionsFromData } from './options.js'
import { warnOnce } from './warn.js'

/** A call that waited: the method and what it is given. `done` hears the answer. */
type Call = ArrayLike<unknown> & { readonly done?: (value: unknown) => void }

/** What the loader hands over. */
export interface Loaded {
  readonly host: HTMLElement
  readonly launcher: HTMLElement
  readonly queue: Call[]
  readonly data: DOMStringMap
}

/** Takes the page over from the loader: the launcher it painted, the options it read, the calls it kept. */
export function start({ host, launcher, queue, data }: Loaded): void {
  const warn = warnOnce()
  let place: Place = { host, launcher, keep: true }
  let given: object = optionsFromData(data, warn)

  const shopbell = createApi((options) => {
    given = { ...given, ...own(options) }
    const widget = mountInto(place, given, warn)
    // Another boot after a destroy gets a place of its own.
    place = { host: document.createElement('shopbell-chat'), keep: true }
    return widget
  }, warn)

  const replay = (call: Call) => {
    const [method, ...values] = Array.prototype.slice.call(call) as unknown[]
    const answer = shopbell(String(method), ...values)
    if (call.done) void answer.then(call.done)
    return 0
  }

  // The chat starts with the options of every boot that waits, since some of them cannot change later.
  const waiting = queue.splice(0)
  const boots = waiting.filter((call) => call[0] === 'boot').map((call) => own(call[1]))
  void shopbell.boot(Object.assign({}, ...boots) as object)
  // Whoever kept the page's stub or the loader's still reaches the chat through their queue.
  queue.push = (...calls) => calls.map(replay).length
  Object.assign(window, {
    Shopbell: Object.assign(shopbell, { q: queue, v: 1 }),
  })
  waiting.forEach(replay)
}

/** What was written on a page's object itself, as a fresh one. */
function own(value: unknown): object {
  if (typeof value !== 'object' || value === null) return {}
  const plain = Object.entries(Object.getOwnPropertyDescriptors(value)).map(([name, { value }]) => [name, value])
  return Object.fromEntries(plain)
}
