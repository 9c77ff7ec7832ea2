import { parseTabMessage } from '../boundary/parse-tab-message.js'
import { LONGEST_VISIBLE_WAIT } from '../delivery/link.js'
import { nextCommand } from '../delivery/outbox.js'
import { LEADER_ANSWERS_WITHIN, type LiveState, leads, newTab, type TabEffect, type TabEvent, tabStep } from '../delivery/tabs.js'
import type { DeliveryHost } from './delivery-host.js'
import type { Timers } from './patience.js'

/** What the role of a tab needs of delivery. */
export interface RoleHost extends Pick<DeliveryHost, 'changed' | 'read' | 'update' | 'shared' | 'tabs' | 'visible'> {
  readonly timers: Timers<'ask'>
  /** This tab leads from now on. */
  begin(): void
  /** It no longer does: another tab has the wire. */
  end(): void
  /** Another tab wants to hear that this one leads, and that it tries. */
  answer(): void
  /** The shopper types in another tab. */
  pass(conversation: string): void
}

/** Whether this tab leads, and how it tells. */
export interface TabRole {
  leads(): boolean
  /** Stands for the lead. */
  start(): void
  /** Something was queued here, or the shopper is back. */
  wake(): void
  /** Tells the other tabs how the wire fares. */
  tellWire(wire: LiveState): void
  /** Tells the leader that the shopper types. */
  tellTyping(conversation: string): void
  destroy(): void
}

/** Runs the place of a tab among the others. Where there is nothing to tell them apart by, each leads. */
export function createTabRole({ tabs, timers, ...host }: RoleHost): TabRole {
  const { owner } = host.read()
  let tab = newTab
  let standing = new AbortController()

  const perform: Readonly<Record<TabEffect, (event: TabEvent) => void>> = {
    begin() {
      timers.clear('ask')
      host.begin()
    },
    end: host.end,
    answer: host.answer,
    pass: (event) => event.t === 'typing' && host.pass(event.conversation),
    force: () => stand(true),
    ask() {
      tabs?.tell({ t: 'asks', owner })
      timers.set('ask', () => step({ t: 'unanswered' }), LEADER_ANSWERS_WITHIN)
    },
    show() {
      timers.clear('ask')
      if (!tab.wire) return
      host.changed(tab.wire)
      // Somebody looks at this tab, and the leader may be hidden and take its time.
      if (tab.wire.link !== 'up' && (host.visible?.() ?? true)) timers.set('ask', wake, LONGEST_VISIBLE_WAIT)
    },
  }

  function step(event: TabEvent): void {
    const [next, effects] = tabStep(tab, event)
    tab = next
    for (const effect of effects) perform[effect](event)
  }

  function stand(force: boolean): void {
    standing.abort()
    standing = new AbortController()
    const { signal } = standing
    const work = (leading: AbortSignal) => {
      if (signal.aborted || leading.aborted) return
      step({ t: 'granted' })
      leading.addEventListener('abort', () => signal.aborted || step({ t: 'revoked' }))
    }
    if (tabs) tabs.lead(owner, work, signal, force)
    else work(signal)
  }

  function wake(): void {
    const shared = host.shared?.() ?? true
    if (!shared) standing.abort()
    else if (!tab.shared) {
      // What was kept while the store did not answer is for all tabs now that it does.
      void host.update((commit) => ({ ...commit }))
      stand(false)
    }
    step({ t: 'woken', shared, waits: nextCommand(host.read()) !== null })
  }

  const unheard = tabs?.heard((message) => {
    const known = parseTabMessage(message, owner)
    if (known) step(known)
  })

  return {
    leads: () => leads(tab),
    start: () => stand(false),
    wake,
    tellWire: (wire) => tab.holds && tabs?.tell({ t: 'wire', owner, wire }),
    tellTyping: (conversation) => tabs?.tell({ t: 'typing', owner, conversation }),
    destroy() {
      standing.abort()
      unheard?.()
    },
  }
}
