import { type Order, STAGES } from '@shopbell/core'

/** What the shopper's browser says about the order, against what the desk finds now: one short sentence per difference. */
export function differences(seen: Order | null, found: Order | null): readonly string[] {
  if (!seen) return []
  if (!found) return ['The shop has no such order for this e-mail.']
  const differs: string[] = []
  const compare = (what: string, shown: number | string | boolean | undefined, now: number | string | boolean | undefined) => {
    if (shown !== now) differs.push(`${what}: shopper saw ${say(shown)}, now ${say(now)}.`)
  }
  compare('Number', seen.number, found.number)
  compare('Placed', date(seen.placed), date(found.placed))
  compare('City', seen.city, found.city)
  compare('Cancelled', date(seen.cancelled), date(found.cancelled))
  compare('Returned', date(seen.returned), date(found.returned))
  compare('Refunded', date(seen.refunded), date(found.refunded))
  compare('Parcels', seen.parcels.length, found.parcels.length)
  for (const [index, parcel] of found.parcels.entries()) {
    const shown = seen.parcels[index]
    if (!shown) continue
    const name = found.parcels.length === 1 ? 'Parcel' : `Parcel ${index + 1}`
    for (const stage of STAGES) compare(`${name} ${stage}`, date(shown.reached[stage]), date(parcel.reached[stage]))
    compare(`${name} last scan`, date(shown.lastScan), date(parcel.lastScan))
    compare(`${name} promised`, shown.promised, parcel.promised)
    compare(`${name} lost`, shown.lost === true, parcel.lost === true)
  }
  return differs
}

function date(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}

function say(value: number | string | boolean | undefined): string {
  if (value === undefined) return 'nothing'
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value).slice(0, 40)
}
