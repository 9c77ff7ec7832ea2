import { type Availability, isOpen, nextClosing, nextOpening } from '@shopbell/core'
import { afterOpenTime } from '@shopbell/core/desk'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import { expectedWait } from '../log/queue.js'
import { readSettings } from './settings.js'

/** Who is there now. Open means that it is opening time and that a person sits at the desk: one without the other answers nobody. */
export async function readAvailability(parts: DeskParts, site: string, queries: Queries = parts.database): Promise<Availability> {
  const now = parts.now()
  const settings = await readSettings(queries, site)
  const hoursOpen = settings.forced ?? isOpen(parts.hours, now)
  const open = hoursOpen && (await parts.presence.agentsOnline(queries, site)) > 0
  return {
    open,
    wait: open ? await expectedWait(queries, site, now, settings.usualWait) : null,
    // In opening hours with nobody at the desk there is no time to name.
    opens: hoursOpen ? null : nextOpening(parts.hours, now),
    closes: settings.forced === null && open ? nextClosing(parts.hours, now) : null,
    reply: afterOpenTime(parts.hours, now, settings.replyWithin),
  }
}

/** Whether the desk is open by hand or by the clock, whoever is there. */
export async function readHours(
  parts: DeskParts,
  site: string,
): Promise<{ readonly open: boolean; readonly forced: boolean | null }> {
  const { forced } = await readSettings(parts.database, site)
  return { open: forced ?? isOpen(parts.hours, parts.now()), forced }
}
