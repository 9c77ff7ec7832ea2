import { forgetStory } from '../browser/forget-story.js'
import { resumeKey } from '../browser/resume-key.js'
import { HERE_TWICE, TWICE } from './here-twice.js'
import { reasonBefore } from './reason-before.js'

type Call = ArrayLike<unknown> & { readonly done?: ((value?: unknown) => void) | undefined }

/**
 * Answers a call of the page for which the rest need not come: what stands in the way of a chat; that the tag is there a second time; and
 * whoever logs out is forgotten here and now. Of the last two nothing is left to do in the queue.
 *
 * @returns true: the call has its answer.
 */
export async function answerBefore(
  host: HTMLElement,
  setting: (name: string) => string,
  call: Call,
  queue: Call[],
): Promise<true> {
  if (call[0] === TWICE) {
    // The chat that has come meanwhile says it itself.
    const place = queue.indexOf(call)
    if (place >= 0) queue.splice(place, 1)
    if (place >= 0) console.warn(`[shopbell] ${HERE_TWICE}`)
    return true
  }
  if (call[0] !== 'shutdown') {
    call.done?.(reasonBefore(host, setting))
    return true
  }
  const site = setting('site') || 'shop'
  await forgetStory(site, resumeKey(site))
  // The chat may have come meanwhile and taken it.
  const place = queue.indexOf(call)
  if (place >= 0) queue.splice(0, place + 1, ...queue.slice(0, place).flatMap(withoutShopper))
  call.done?.()
  return true
}

/** What was called before it and says of the shopper who they are, or does something for them, goes with them. */
function withoutShopper(call: Call): Call[] {
  const [name, options] = Array.from(call)
  const { done } = call
  if (OF_SHOPPER.test(String(name))) {
    done?.()
    return []
  }
  if (!/^(boot|update)$/.test(String(name))) return [call]
  // No getter of the page's runs.
  const { facts: _, context: __, ...rest } = Object.getOwnPropertyDescriptors(Object(options))
  return [Object.assign([name, Object.defineProperties({}, rest)], { done })]
}

const OF_SHOPPER = /^(identify|set|page|track|prefill|send|talkToAgent|startFlow|resume|open|toggle)$/
