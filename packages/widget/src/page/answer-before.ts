import { forgetStory } from '../browser/forget-story.js'
import { resumeKey } from '../browser/resume-key.js'
import { reasonBefore } from './reason-before.js'

/**
 * Answers a call of the page for which the rest need not come: what stands in the way of a chat; and whoever logs out is forgotten
 * here and now, so that nothing of it is left to do in the queue.
 */
export async function answerBefore(
  call: ArrayLike<unknown>,
  queue: ArrayLike<unknown>[],
  host: HTMLElement,
  setting: (name: string) => string,
): Promise<unknown> {
  if (call[0] !== 'shutdown') return reasonBefore(host, setting)
  const site = setting('site') || 'shop'
  await forgetStory(site, resumeKey(site))
  // The chat may have come meanwhile and taken it.
  const place = queue.indexOf(call)
  if (place >= 0) queue.splice(place, 1)
  return undefined
}
