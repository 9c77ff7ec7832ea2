// A part of its own: only a page that keeps such a list downloads it.
import type { PageEvent, PageEvents, PageEventType } from '../page-events.js'
import type { Inside } from './inside.js'

/** Every event there is. */
export const eventTypes = Object.keys({
  ready: 1,
  'launcher:shown': 1,
  'launcher:hidden': 1,
  'panel:opened': 1,
  'panel:closed': 1,
  'state:changed': 1,
  'message:sent': 1,
  'message:received': 1,
  'unread:changed': 1,
  error: 1,
  unavailable: 1,
  'choice:selected': 1,
  'form:started': 1,
  'form:invalid': 1,
  'form:submitted': 1,
  'form:abandoned': 1,
  'order:looked-up': 1,
  'faq:searched': 1,
  'faq:viewed': 1,
  'faq:rated': 1,
  'flow:completed': 1,
  'handoff:offered': 1,
  'handoff:requested': 1,
  'handoff:queued': 1,
  'handoff:position': 1,
  'handoff:assigned': 1,
  'handoff:declined': 1,
  'handoff:timed-out': 1,
  'ticket:created': 1,
  'ticket:failed': 1,
  'message:queued': 1,
  'message:failed': 1,
  'rating:submitted': 1,
  'availability:changed': 1,
  'identity:changed': 1,
  'consent:changed': 1,
  'redaction:applied': 1,
} satisfies Record<keyof PageEvents, 1>) as readonly PageEventType[]

/** Puts each event into the page's list of that name, such as `dataLayer`, as `{ event: 'shopbell:panel:opened', shopbell: … }`. */
export function mirrorEvents({ events, endings }: Pick<Inside, 'events' | 'endings'>, name: string): void {
  const push = (event: PageEvent) => {
    const page = window as unknown as Record<string, unknown>
    // Where the analytics have not come yet, they read the list that is there when they do. An element of that name is no list.
    if (!Object.hasOwn(page, name)) page[name] = []
    const list = page[name]
    if (Object.hasOwn(page, name) && typeof Object(list).push === 'function')
      (list as unknown[]).push({ event: `shopbell:${event.type}`, shopbell: event })
  }
  for (const type of eventTypes) endings.push(events.on(type, push))
}
