import { answerCalls } from './api.js'
import { fetchFile, holdFirst } from './fetch-file.js'
import { mountInto, type Place } from './mount.js'
import { merged, optionsFromData, readOptions, withoutShopper } from './options.js'
import { warnOnce } from './warn.js'

/** A call that waited: the method and what it is given. `done` hears the answer. */
type Call = ArrayLike<unknown> & { readonly done?: (value: unknown) => void }

/**
 * Takes the page over from the loader. It is called as a method of this file, which is how the file gets hold of itself.
 *
 * @param host what the loader has put on the page, with the launcher that it painted.
 * @param queue the calls that it kept.
 * @param data the attributes of its tag, where it has one.
 */
export function start(
  this: Readonly<Record<string, unknown>>,
  host: HTMLElement,
  launcher: HTMLElement,
  queue: Call[],
  data: DOMStringMap | undefined,
): void {
  holdFirst(this)
  const warn = warnOnce()
  let place: Place = { host, launcher, keep: true }
  let options = optionsFromData(data)
  const learn = (call: Call) => {
    if (call[0] === 'boot') options = merged(options, readOptions(call[1]))
    if (call[0] === 'shutdown') options = withoutShopper(options)
  }

  const answer = answerCalls(() => {
    const widget = mountInto(place, options, warn)
    // Another boot after a destroy gets a place of its own.
    if (widget) place = { host: document.createElement('shopbell-chat'), keep: true }
    return widget
  }, warn)
  const take = (call: Call) => {
    // A start after a destroy knows all of them, too.
    learn(call)
    const [method, ...given] = Array.from(call)
    answer(method, ...given).then(call.done)
  }

  // The chat starts with the options of every boot that waits, since some of them cannot change later.
  const waiting = queue.splice(0)
  waiting.forEach(learn)
  void answer('boot')
  // The global stays the loader's: whoever keeps it, or the page's own stub, reaches the chat through the queue.
  queue.push = (...calls) => {
    calls.forEach(take)
    return 0
  }
  waiting.forEach(take)
}

// The other files take what they need from this one, and from each other, by it.
export { fetchFile }
