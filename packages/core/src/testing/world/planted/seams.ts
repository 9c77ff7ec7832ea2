import type { Seams } from './plant.js'

/** What stands in for exported functions just now. The bundle that simulations run from looks here at each call. */
export const seams: { now: Seams } = { now: {} }
