import type { Classifier } from './adapter.js'
import { parseClassified } from './boundary/parse-classified.js'
import type { Environment } from './environment.js'
import type { Classified } from './triage/classified.js'
import { MOST_READ } from './triage/fold.js'

// Milliseconds after which the rules decide alone.
const PATIENCE = 1_500

/** Asks the shop's own classifier, for those shops that have one. `null`: no opinion, none in time, none that we understand, or `moved`. */
export function askClassifier(
  classifier: Classifier,
  text: string,
  { environment, locale }: { readonly environment: Environment; readonly locale: string },
  moved: AbortSignal,
): Promise<Classified | null> {
  const controller = new AbortController()
  return new Promise((resolve) => {
    const end = (classified: Classified | null): void => {
      cancel()
      moved.removeEventListener('abort', giveUp)
      controller.abort()
      resolve(classified)
    }
    const giveUp = (): void => end(null)
    const cancel = environment.later(giveUp, PATIENCE)
    moved.addEventListener('abort', giveUp)
    if (moved.aborted) return giveUp()
    // In a turn of its own, for one may throw before there is a promise.
    Promise.resolve()
      .then(() => classifier.classify(text.slice(0, MOST_READ), locale, controller.signal))
      .then((answer) => end(parseClassified(answer)), giveUp)
  })
}
