import { type Order, STAGES, type Stage } from '@shopbell/core'
import { calendarDay, dayWords } from './words/time-words.js'

/** One line of the comparison: what the desk finds now, and what the shopper was shown. */
export interface ComparedLine {
  readonly label: string
  readonly desk: string
  readonly shopper: string
  readonly differs: boolean
}

const STAGE_WORDS: { readonly [stage in Stage]: string } = {
  ordered: 'Ordered',
  packed: 'Packed',
  shipped: 'Shipped',
  delivered: 'Delivered',
}

/** A stage of a journey as agents read it. */
export function stageWords(stage: Stage): string {
  return STAGE_WORDS[stage]
}

const NOTHING = '–'

/** The two orders side by side. Lines that neither has are left out. */
export function compareOrders(desk: Order | null, shopper: Order | null): readonly ComparedLine[] {
  const lines: ComparedLine[] = []
  const add = (label: string, read: (order: Order) => string | null) => {
    const [there, here] = [desk, shopper].map((order) => (order ? (read(order) ?? NOTHING) : NOTHING)) as [string, string]
    if (there === NOTHING && here === NOTHING) return
    // Where only one side has an order at all, that is said once above the table, not on every line.
    lines.push({
      label,
      desk: there,
      shopper: here,
      differs: desk !== null && shopper !== null && there !== here,
    })
  }
  add('Number', (order) => order.number)
  add('Placed', (order) => dayWords(order.placed))
  add('Going to', (order) => order.city ?? null)
  const parcels = Math.max(desk?.parcels.length ?? 0, shopper?.parcels.length ?? 0)
  for (let i = 0; i < parcels; i += 1) {
    const which = parcels === 1 ? '' : `Parcel ${i + 1}: `
    const label = (words: string) => (which === '' ? words : `${which}${words.toLowerCase()}`)
    for (const stage of STAGES) {
      if (stage === 'ordered') continue
      add(label(STAGE_WORDS[stage]), (order) => whenWords(order.parcels[i]?.reached[stage]))
    }
    add(label('Promised'), (order) => (order.parcels[i]?.promised ? calendarDay(order.parcels[i]?.promised ?? '') : null))
    add(label('Last scan'), (order) => whenWords(order.parcels[i]?.lastScan))
    add(label('Lost'), (order) => (order.parcels[i]?.lost ? 'given up' : null))
  }
  add('Cancelled', (order) => whenWords(order.cancelled))
  add('Returned', (order) => whenWords(order.returned))
  add('Refunded', (order) => whenWords(order.refunded))
  return lines
}

/** When what has not come was promised for and last seen, as `Promised for Thu 19 Nov, last scanned Sat 21 Nov`; empty where neither is known. */
export function lateWords({ number, parcels }: Order): string {
  const parcel = parcels.find(({ reached, promised }) => reached.delivered === undefined && promised !== undefined)
  if (!parcel?.promised) return ''
  const scanned = parcel.lastScan === undefined ? 'never scanned since' : `last scanned ${dayWords(parcel.lastScan)}`
  return `Order ${number}: promised for ${calendarDay(parcel.promised)}, ${scanned}`
}

/** Whether the desk and the shopper have the same order before them. */
export function agreeOn(desk: Order | null, shopper: Order | null): boolean {
  return desk !== null && shopper !== null && !compareOrders(desk, shopper).some(({ differs }) => differs)
}

function whenWords(at: number | undefined): string | null {
  return at === undefined ? null : dayWords(at)
}
