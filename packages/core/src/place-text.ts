import type { Classifier } from './adapter.js'
import type { ChatEvent } from './conversation/event.js'
import type { State } from './conversation/state.js'
import type { Flow } from './flow/flow.js'
import type { PlaceHost } from './place.js'
import type { Classified } from './triage/classified.js'
import { dangerIn } from './triage/danger.js'
import { isSettled, triage } from './triage/triage.js'

type Say = Extract<ChatEvent, { type: 'say' }>

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
export async function placeText(event: Say, state: State, flow: Flow, host: PlaceHost, moved: AbortSignal): Promise<Say> {
  const { phase, log } = state
  // What is said to a person is not triaged; of what is said into the review, only what is urgent counts.
  if (!event.route && !event.aside && phase === 'review') {
    const route = dangerIn(event.text)
    return route ? { ...event, route } : event
  }
  if (event.route || event.aside || (phase === 'handed' && log !== 'closed')) return event
  const given = { requests: await requestsIn(host.locale ?? 'en'), state, thresholds: flow.triage }
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

async function ask(classifier: Classifier, text: string, host: PlaceHost, moved: AbortSignal): Promise<Classified | null> {
  const part = await import('./ask-classifier.js').catch(() => null)
  return (await part?.askClassifier(classifier, text, { ...host, locale: host.locale ?? 'en' }, moved)) ?? null
}
