import type { Proactive } from '@shopbell/core'

/** What is known of a visit at one moment. The last two are asked only where everything else holds. */
export interface Visit {
  /** The page's path. */
  readonly path: string
  /** How long the page has been looked at. */
  readonly seconds: number
  /** The cart's worth, as the page tells it; `null` where it tells nothing. */
  readonly cart: number | null
  /** The pointer has just left the page at its top. */
  readonly leaving: boolean
  /** The visitor talks already, has opened the panel, was spoken to on this page, or there is no launcher to stand beside. */
  readonly busy: boolean
  /** Whether this visitor has been shown an opening before, here or on another page. */
  seen(id: string): boolean
  /** Whether the page asks for consent now. */
  asksConsent(): boolean
}

/** The opening whose moment this is, or none. The flow's order decides between several. */
export function dueOpening(openings: readonly Proactive[], visit: Visit): Proactive | undefined {
  if (visit.busy) return undefined
  const due = openings.find((opening) => holds(opening.when, visit) && !visit.seen(opening.id))
  return due && !visit.asksConsent() ? due : undefined
}

/** All of what is said must hold; where nothing is said, it is never the moment. */
function holds({ path, seconds, cart, exit }: Proactive['when'], visit: Visit): boolean {
  return (
    [path, seconds, cart, exit].some((one) => one !== undefined) &&
    (path === undefined || visit.path.startsWith(path)) &&
    (seconds === undefined || visit.seconds >= seconds) &&
    (cart === undefined || (visit.cart !== null && visit.cart >= cart)) &&
    (!exit || visit.leaving)
  )
}
