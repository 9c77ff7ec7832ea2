import { forgetStory } from '../browser/forget-story.js'
import { resumeKey } from '../browser/resume-key.js'
import { reasonBefore } from './reason-before.js'

/**
 * Answers a call of the page for which the rest need not come: what stands in the way of a chat; and whoever logs out is forgotten
 * here and now, so that nothing of it is left to do in the queue.
 *
 * @returns true: the call has its answer.
 */
export async function answerBefore(
  host: HTMLElement,
  setting: (name: string) => string,
  call: ArrayLike<unknown> & { readonly done?: (value?: unknown) => void },
  queue: ArrayLike<unknown>[],
): Promise<true> {
  if (call[0] !== 'shutdown') {
    call.done?.(reasonBefore(host, setting))
    return true
  }
  const site = setting('site') || 'shop'
  await forgetStory(site, resumeKey(site))
  // The chat may have come meanwhile and taken it.
  const place = queue.indexOf(call)
  if (place >= 0) queue.splice(place, 1)
  call.done?.()
  return true
}
