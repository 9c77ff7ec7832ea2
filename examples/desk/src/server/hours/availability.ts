import type { Availability } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import { expectedWait } from '../log/queue.js'
import { afterWorking, lookAtHours } from './hours.js'
import { readSettings } from './settings.js'

/** Who is there now. Open means that it is opening time and that a person sits at the desk: one without the other answers nobody. */
export async function readAvailability(parts: DeskParts, site: string, queries: Queries = parts.database): Promise<Availability> {
  const now = parts.now()
  const settings = await readSettings(queries, site)
  const clock = lookAtHours(settings.hours, now)
  const hoursOpen = settings.forced ?? clock.open
  const open = hoursOpen && parts.presence.agentsOnline(site) > 0
  return {
    open,
    wait: open ? await expectedWait(queries, site, now, settings.usualWait) : null,
    // In opening hours with nobody at the desk there is no time to name.
    opens: hoursOpen ? null : clock.opens,
    closes: settings.forced === null && open ? clock.closes : null,
    reply: afterWorking(settings.hours, now, settings.replyWithin),
  }
}

/** Whether the desk is open by hand or by the clock, whoever is there. */
export async function readHours(
  parts: DeskParts,
  site: string,
): Promise<{ readonly open: boolean; readonly forced: boolean | null }> {
  const { hours, forced } = await readSettings(parts.database, site)
  return { open: forced ?? lookAtHours(hours, parts.now()).open, forced }
}
