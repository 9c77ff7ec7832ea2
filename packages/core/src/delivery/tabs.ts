import type { Id } from '../conversation/entry.js'
import type { Link } from './link.js'
import type { Presence } from './presence.js'

/** What live delivery shows of itself: the wire, and what the desk hints at. */
export interface LiveState extends Presence {
  readonly link: Link['state']
}

/**
 * What tabs tell each other. None of it carries anything of the conversation, and none is believed further than a look at the store:
 * `changed` says that something was kept or taken away, `asks` whether anybody leads, `wire` how the leader's wire fares, `typing`
 * that the leader may pass this hint on.
 */
export type TabMessage =
  | { readonly t: 'changed' }
  | { readonly t: 'asks'; readonly owner: Id }
  | { readonly t: 'wire'; readonly owner: Id; readonly wire: LiveState }
  | { readonly t: 'typing'; readonly owner: Id; readonly conversation: Id }

/** One tab's place among those of the same shopper. The one that leads has the wire and submits what all of them have queued. */
export interface Tab {
  /** It has the lead that only one tab can have. */
  readonly holds: boolean
  /**
   * Others can read what it keeps. What is only in its own memory nobody else can submit, so then it leads for itself; and what the
   * others keep it does not see, so then it does not lead them.
   */
  readonly shared: boolean
  /** It has asked whether anybody leads, and waits for the answer. */
  readonly asking: boolean
  /** What the leader has last said of its wire. */
  readonly wire: LiveState | null
}

/** What happens to a tab. `woken`: it was shown, or something was queued; `waits` says whether something waits to be sent. */
export type TabEvent =
  | { readonly t: 'granted' | 'revoked' | 'unanswered' }
  | { readonly t: 'woken'; readonly shared: boolean; readonly waits: boolean }
  | TabMessage

/**
 * What a tab then does: `begin` and `end` leading, `force` the lead, `ask` who leads, `answer` that it does, `show` the leader's wire,
 * `pass` the hint on.
 */
export type TabEffect = 'begin' | 'end' | 'force' | 'ask' | 'answer' | 'show' | 'pass'

/** How long a leader may take to answer, in milliseconds. One that does not is frozen or hangs, and another tab takes over. */
export const LEADER_ANSWERS_WITHIN = 2_500

/** A tab that has just come. */
export const newTab: Tab = { holds: false, shared: true, asking: false, wire: null }

/** Whether this tab has the wire. */
export const leads = ({ holds, shared }: Tab): boolean => holds || !shared

/**
 * The tab after an event, and what it does.
 *
 * @example
 * const [tab, effects] = tabStep(newTab, { t: 'granted' }) // effects: ['begin']
 */
export function tabStep(tab: Tab, event: TabEvent): readonly [Tab, readonly TabEffect[]] {
  switch (event.t) {
    case 'granted':
    case 'revoked':
      return moved(tab, { ...tab, holds: event.t === 'granted' })
    case 'woken': {
      const [next, effects] = moved(tab, { ...tab, shared: event.shared, holds: tab.holds && event.shared })
      const known = next.wire?.link === 'up' && !event.waits
      if (leads(next) || next.asking || known) return [next, effects]
      return [{ ...next, asking: true }, [...effects, 'ask']]
    }
    case 'unanswered':
      return [{ ...tab, asking: false }, tab.asking && !leads(tab) ? ['force'] : []]
    case 'asks':
      return [tab, tab.holds ? ['answer'] : []]
    case 'wire':
      // Two that lead: both do, until one of them hears that it has lost the lead.
      return leads(tab) ? [tab, []] : [{ ...tab, asking: false, wire: event.wire }, ['show']]
    case 'typing':
      return [tab, tab.holds ? ['pass'] : []]
    case 'changed':
      return [tab, []]
  }
}

function moved(before: Tab, tab: Tab): readonly [Tab, readonly TabEffect[]] {
  if (leads(tab) === leads(before)) return [tab, []]
  // Whatever was said of another's wire is no longer so.
  return [{ ...tab, asking: false, wire: null }, leads(tab) ? ['begin'] : ['end']]
}
