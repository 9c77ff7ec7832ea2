import type { Order, Parcel, Situation } from '@shopbell/core'

/** An order of the demo shop, with the e-mail that opens it and what an honest clerk would say of it. */
export interface DemoOrder {
  readonly number: string
  readonly email: string
  readonly situation: Situation
  readonly order: Order
}

const DAY = 86_400_000

/** How many days ago (or, below zero, ahead) a stage was reached. */
interface ParcelSketch {
  readonly packed?: number
  readonly shipped?: number
  readonly scan?: number
  readonly delivered?: number
  readonly promised?: number
  readonly lost?: true
}

interface Sketch {
  readonly name: string
  readonly city: string
  readonly situation: Situation
  readonly placed: number
  readonly parcels: readonly ParcelSketch[]
  readonly cancelled?: number
  readonly returned?: number
  readonly refunded?: number
}

const one = (name: string, city: string, situation: Situation, placed: number, parcel: ParcelSketch): Sketch => ({
  name,
  city,
  situation,
  placed,
  parcels: [parcel],
})

/** 1001, 1002, … in this order. Days are counted back from today, so that what is late today is late next month as well. */
const SKETCHES: readonly Sketch[] = [
  // On time
  one('ada', 'Leeds', 'on-time', 2, { packed: 1.6, shipped: 1.2, scan: 0.3, promised: -1 }),
  // Late: promised days ago, still seen
  one('ben', 'Bristol', 'late', 8, { packed: 7.5, shipped: 7, scan: 1.2, promised: 3 }),
  // Stuck: no scan for five days and more
  one('chloe', 'Glasgow', 'stuck', 11, { packed: 10.5, shipped: 10, scan: 6.5, promised: 5 }),
  // Lost
  one('dev', 'Cardiff', 'lost', 19, { packed: 18.5, shipped: 18, scan: 13, promised: 14, lost: true }),
  // Partly shipped: the pot is on its way, the apron is being packed
  {
    name: 'esme',
    city: 'Norwich',
    situation: 'partly',
    placed: 3,
    parcels: [
      { packed: 2.5, shipped: 2, scan: 0.5, promised: -1 },
      { packed: 0.4, promised: -3 },
    ],
  },
  // Delivered; ask here for "delivered, but I don't have it"
  one('farid', 'London', 'delivered', 6, { packed: 5.5, shipped: 5, scan: 2.1, delivered: 2, promised: 1 }),
  // Preparing
  one('grace', 'Exeter', 'preparing', 0.4, { promised: -4 }),
  // Cancelled, money back
  { name: 'hugo', city: 'York', situation: 'cancelled', placed: 9, parcels: [{}], cancelled: 8, refunded: 6 },
  // Cancelled, money not back yet
  { name: 'ines', city: 'Bath', situation: 'cancelled', placed: 4, parcels: [{}], cancelled: 1 },
  // Returned, money back
  {
    name: 'jonas',
    city: 'Dublin',
    situation: 'returned',
    placed: 24,
    parcels: [{ packed: 23.5, shipped: 23, scan: 20.1, delivered: 20, promised: 19 }],
    returned: 9,
    refunded: 5,
  },
  // Returned, money not back yet
  {
    name: 'kira',
    city: 'Belfast',
    situation: 'returned',
    placed: 18,
    parcels: [{ packed: 17.5, shipped: 17, scan: 14.1, delivered: 14, promised: 14 }],
    returned: 2,
  },
  // Late, the second of two parcels
  {
    name: 'liam',
    city: 'Sheffield',
    situation: 'late',
    placed: 9,
    parcels: [
      { packed: 8.5, shipped: 8, scan: 5.1, delivered: 5, promised: 4 },
      { packed: 7, shipped: 6, scan: 1.5, promised: 3 },
    ],
  },
  // Stuck before the promised day
  one('mara', 'Aberdeen', 'stuck', 9, { packed: 8.5, shipped: 8, scan: 7, promised: -1 }),
  // One of two has arrived
  {
    name: 'nils',
    city: 'Oxford',
    situation: 'partly',
    placed: 5,
    parcels: [
      { packed: 4.5, shipped: 4, scan: 1.1, delivered: 1, promised: 0 },
      { packed: 1.5, shipped: 1, scan: 0.4, promised: -2 },
    ],
  },
  // Delivered this morning
  one('olive', 'Brighton', 'delivered', 3, { packed: 2.5, shipped: 2, scan: 0.3, delivered: 0.2, promised: 0 }),
  // Packed, leaves today
  one('pavel', 'Leicester', 'preparing', 1, { packed: 0.2, promised: -3 }),
  one('quinn', 'Durham', 'on-time', 1.5, { packed: 1.2, shipped: 0.9, scan: 0.5, promised: -2 }),
  one('rosa', 'Plymouth', 'late', 12, { packed: 11, shipped: 10, scan: 2, promised: 6 }),
  one('sam', 'Inverness', 'stuck', 16, { packed: 15.5, shipped: 15, scan: 12, promised: 11 }),
  one('tess', 'Swansea', 'lost', 25, { packed: 24.5, shipped: 24, scan: 20, promised: 20, lost: true }),
  {
    name: 'uma',
    city: 'Cambridge',
    situation: 'partly',
    placed: 4,
    parcels: [{ packed: 3, shipped: 2.5, scan: 1, promised: -1 }, { promised: -5 }, { promised: -5 }],
  },
  one('viktor', 'Hull', 'delivered', 13, { packed: 12.5, shipped: 12, scan: 9.1, delivered: 9, promised: 9 }),
  one('wren', 'Derby', 'preparing', 0.1, { promised: -4 }),
  { name: 'xavi', city: 'Luton', situation: 'cancelled', placed: 14, parcels: [{}], cancelled: 13, refunded: 10 },
  {
    name: 'yara',
    city: 'Perth',
    situation: 'returned',
    placed: 35,
    parcels: [{ packed: 34.5, shipped: 34, scan: 31.1, delivered: 31, promised: 30 }],
    returned: 20,
    refunded: 17,
  },
  one('zoe', 'Truro', 'on-time', 3, { packed: 2.6, shipped: 2.2, scan: 0.2, promised: 0 }),
  one('ada', 'Leeds', 'delivered', 40, { packed: 39.5, shipped: 39, scan: 36.1, delivered: 36, promised: 36 }),
  one('ben', 'Bristol', 'preparing', 0.6, { packed: 0.1, promised: -3 }),
  one('chloe', 'Glasgow', 'on-time', 2.2, { packed: 1.8, shipped: 1.5, scan: 0.6, promised: -1 }),
  { name: 'dev', city: 'Cardiff', situation: 'cancelled', placed: 2, parcels: [{}], cancelled: 0.3 },
  one('esme', 'Norwich', 'delivered', 7, { packed: 6.5, shipped: 6, scan: 3.1, delivered: 3, promised: 2 }),
  one('farid', 'London', 'late', 10, { packed: 9.5, shipped: 9, scan: 0.8, promised: 4 }),
  one('grace', 'Exeter', 'on-time', 1, { packed: 0.8, shipped: 0.6, scan: 0.4, promised: -3 }),
  one('hugo', 'York', 'stuck', 13, { packed: 12.5, shipped: 12, scan: 8, promised: 7 }),
  {
    name: 'ines',
    city: 'Bath',
    situation: 'returned',
    placed: 15,
    parcels: [{ packed: 14.5, shipped: 14, scan: 11.1, delivered: 11, promised: 11 }],
    returned: 4,
  },
  one('jonas', 'Dublin', 'lost', 30, { packed: 29.5, shipped: 29, scan: 24, promised: 24, lost: true }),
  {
    name: 'kira',
    city: 'Belfast',
    situation: 'partly',
    placed: 2.5,
    parcels: [
      { packed: 2, shipped: 1.6, scan: 0.7, promised: -1 },
      { packed: 0.5, promised: -2 },
    ],
  },
  one('liam', 'Sheffield', 'delivered', 5, { packed: 4.6, shipped: 4.2, scan: 1.6, delivered: 1.5, promised: 1 }),
  one('mara', 'Aberdeen', 'preparing', 2, { promised: -2 }),
  one('nils', 'Oxford', 'on-time', 4, { packed: 3.5, shipped: 3, scan: 0.9, promised: -1 }),
]

/** The forty orders as they stand at `now`. */
export function demoOrders(now: number): readonly DemoOrder[] {
  // To the minute, as a carrier writes it; and the same within a minute, so that two looks agree.
  const ago = (days: number) => Math.floor((now - days * DAY) / 60_000) * 60_000
  return SKETCHES.map((sketch, index) => {
    const number = String(1001 + index)
    return {
      number,
      email: `${sketch.name}@example.com`,
      situation: sketch.situation,
      order: {
        number,
        placed: ago(sketch.placed),
        city: sketch.city,
        parcels: sketch.parcels.map((parcel) => parcelOf(parcel, sketch.placed, ago)),
        ...(sketch.cancelled === undefined ? {} : { cancelled: ago(sketch.cancelled) }),
        ...(sketch.returned === undefined ? {} : { returned: ago(sketch.returned) }),
        ...(sketch.refunded === undefined ? {} : { refunded: ago(sketch.refunded) }),
      },
    }
  })
}

function parcelOf(sketch: ParcelSketch, placed: number, ago: (days: number) => number): Parcel {
  const { packed, shipped, delivered, scan, promised, lost } = sketch
  return {
    reached: {
      ordered: ago(placed),
      ...(packed === undefined ? {} : { packed: ago(packed) }),
      ...(shipped === undefined ? {} : { shipped: ago(shipped) }),
      ...(delivered === undefined ? {} : { delivered: ago(delivered) }),
    },
    ...(scan === undefined ? {} : { lastScan: ago(scan) }),
    ...(promised === undefined ? {} : { promised: new Date(ago(promised)).toISOString().slice(0, 10) }),
    ...(lost === undefined ? {} : { lost }),
  }
}
