import type { Place } from './place.js'

// Whoever sends a request waits no longer than this for its being read.
const LONGEST_WAIT = 1_500

type FreeText = typeof import('./free-text.js')

/**
 * Has a summary looked at that the shopper wrote. What reads it is fetched for that alone; where it does not come in time, the
 * request goes as it is. The bot's own words need no reading.
 */
export async function readSummary(
  [event, state, flow, host, moved]: Parameters<Place>,
  load: () => Promise<FreeText> = () => import('./free-text.js'),
): ReturnType<Place> {
  const { prompt } = state
  if (event.type !== 'submit' || prompt?.kind !== 'review') return event
  const summary = event.values['summary']?.trim() ?? ''
  if (summary === '' || summary === prompt.summary) return event
  const part = await new Promise<FreeText | null>((resolve) => {
    const cancel = host.environment.later(() => resolve(null), LONGEST_WAIT)
    const end = (found: FreeText | null): void => {
      cancel()
      resolve(found)
    }
    load().then(end, () => end(null))
  })
  return part ? part.place(event, state, flow, host, moved) : event
}
