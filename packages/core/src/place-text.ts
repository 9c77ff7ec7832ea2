import type { Adapter, Classifier } from './adapter.js'
import { parseClassified } from './boundary/parse-classified.js'
import type { ChatEvent } from './conversation/event.js'
import type { State } from './conversation/state.js'
import type { Environment } from './environment.js'
import type { Flow } from './flow/flow.js'
import type { Classified } from './triage/classified.js'
import { MOST_READ } from './triage/fold.js'
import { isSettled, triage } from './triage/triage.js'

/** What placing a text needs of the chat. */
export interface PlaceTextHost {
  readonly adapter: Adapter
  readonly environment: Environment
  /** BCP 47. */
  readonly locale: string
}

type Say = Extract<ChatEvent, { type: 'say' }>

// Milliseconds after which the rules decide alone.
const PATIENCE = 1_500

/** How one asks for a person, by language. English is part of the rules. */
const REQUESTS: Readonly<Record<string, () => Promise<{ readonly requests: RegExp }>>> = {
  ar: () => import('./triage/requests/ar.js'),
  de: () => import('./triage/requests/de.js'),
  es: () => import('./triage/requests/es.js'),
  fr: () => import('./triage/requests/fr.js'),
  ja: () => import('./triage/requests/ja.js'),
  pt: () => import('./triage/requests/pt-BR.js'),
  zh: () => import('./triage/requests/zh-Hans.js'),
}

/**
 * Says where a text belongs, before the machine sees it: by the rules, and by the shop's own classifier where it has one and the
 * rules are not certain. `moved` aborts when the shopper does something else: then the rules decide at once.
 */
export async function placeText(event: Say, state: State, flow: Flow, host: PlaceTextHost, moved: AbortSignal): Promise<Say> {
  const { phase, log } = state
  // What is said to a person, or into the review, is not triaged.
  if (event.route || event.aside || phase === 'review' || (phase === 'handed' && log !== 'closed')) return event
  const given = { requests: await requestsIn(host.locale), state, thresholds: flow.triage }
  const route = triage(event.text, given)
  const { classifier } = host.adapter
  const classified = classifier && !isSettled(route) ? await ask(classifier, event.text, host, moved) : null
  return { ...event, route: classified ? triage(event.text, { ...given, classified }) : route }
}

/** Only the language counts: whoever reads Chinese asks in it. What cannot be loaded now must not hold the text up. */
async function requestsIn(locale: string): Promise<RegExp | null> {
  const [language = ''] = locale.toLowerCase().split(/[-_]/, 1)
  if (!Object.hasOwn(REQUESTS, language)) return null
  return (await REQUESTS[language]?.().catch(() => null))?.requests ?? null
}

function ask(
  classifier: Classifier,
  text: string,
  { environment, locale }: PlaceTextHost,
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
